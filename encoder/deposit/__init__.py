"""Packing a finished build for the places where TEI lives, a file a destination; nothing is rendered or encoded."""
