"""The media types of files by their suffix."""

from __future__ import annotations

_FORMATS = {
    ".rnc": "application/relax-ng-compact-syntax",
    ".rng": "application/xml",
    ".sch": "application/xml",
    ".toml": "application/toml",
    ".typ": "text/plain",
    ".xml": "application/xml",
    ".xsd": "application/xml",
    ".xsl": "application/xslt+xml",
    ".css": "text/css",
    ".csv": "text/csv",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".epub": "application/epub+zip",
    ".html": "text/html",
    ".js": "text/javascript",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".txt": "text/plain",
    ".webp": "image/webp",
}
"""Media types by suffix; fixed here, since the system's own table differs from machine to machine."""


def media_type(name: str) -> str:
    """Return the media type of a file, `application/octet-stream` where its suffix tells nothing."""
    suffix = name[name.rfind(".") :] if "." in name else ""
    return _FORMATS.get(suffix, "application/octet-stream")
