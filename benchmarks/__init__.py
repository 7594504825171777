"""Engross beside other programs that do a part of the same work: one table in one run. Nothing here fails a build."""
