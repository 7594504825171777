"""Checks of TEI files: grammar, rules, and whether the transcription can be got back from them."""
