"""What is made of the TEI: web edition and print. Nothing here sees a `Document`."""
