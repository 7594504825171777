"""Engross: plain transcriptions of historical documents become validated TEI P5, a web edition and print."""
