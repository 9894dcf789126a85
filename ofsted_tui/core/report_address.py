"""Addresses of reports that may be kept and opened: well-formed ones, on the hosts where Ofsted publishes."""

from __future__ import annotations

import re
from functools import cache

HOSTS = ("files.ofsted.gov.uk", "reports.ofsted.gov.uk", "files.api.ofsted.gov.uk", "www.gov.uk",
         "assets.publishing.service.gov.uk")  # fmt: skip
EXPECTED_ADDRESS = "an address such as https://files.ofsted.gov.uk/v1/file/50004407"
_PATH = r"(?:/[A-Za-z0-9][A-Za-z0-9._~-]*)+/?"
"""Names between slashes: no blank, bracket, sign or escape, which a terminal or a browser might take for something."""


def safe_address(address: str) -> str:
    """The address if it is https, on one of the hosts, with a plain path; otherwise empty."""
    return address if _safe().fullmatch(address) else ""


@cache
def _safe() -> re.Pattern[str]:
    hosts = "|".join(map(re.escape, HOSTS))
    return re.compile(rf"(?i:https://(?:{hosts})){_PATH}")
