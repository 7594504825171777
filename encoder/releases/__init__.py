"""What changed between two releases of an edition: documents, ids, notes, links and text."""
