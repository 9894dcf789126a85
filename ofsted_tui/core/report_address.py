"""Addresses that may be opened: Ofsted's own, and nothing that a browser would take for an option."""

from __future__ import annotations

from urllib.parse import urlsplit

HOSTS = ("files.ofsted.gov.uk", "reports.ofsted.gov.uk", "files.api.ofsted.gov.uk", "www.gov.uk",
         "assets.publishing.service.gov.uk")  # fmt: skip


def safe_address(address: str) -> str:
    """The address if it may be opened, else nothing."""
    if not address.isascii() or not address.isprintable() or any(char in address for char in " \"'<>\\%`"):
        return ""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return ""
    safe = parts.scheme in ("http", "https") and parts.hostname in HOSTS and "@" not in parts.netloc and port is None
    return address if safe else ""
