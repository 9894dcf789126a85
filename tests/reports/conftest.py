"""Makes small PDFs by hand, so that no report of anybody's is needed."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


def pdf_bytes(objects: Sequence[bytes]) -> bytes:
    """A PDF of numbered objects, of which the first is the catalogue."""
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table
    return out + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def stream(data: bytes, extra: bytes = b"") -> bytes:
    packed = zlib.compress(data)
    return b"<< /Length %d /Filter /FlateDecode %s >>\nstream\n%s\nendstream" % (len(packed), extra, packed)


def content(text: str) -> bytes:
    """The lines of a page in one font, from the top."""
    lines = [line.replace("\\", "").replace("(", r"\(").replace(")", r"\)") for line in text.split("\n")]
    shown = b"".join(b"(%s) Tj T*\n" % line.encode("cp1252") for line in lines)
    return b"BT /F1 10 Tf 14 TL 50 780 Td\n" + shown + b"ET"


def pdf_of(pages: Sequence[str]) -> bytes:
    kids = b" ".join(b"%d 0 R" % (4 + 2 * at) for at in range(len(pages)))
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        font,
    ]
    for at, text in enumerate(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * at)
        )
        objects.append(stream(content(text)))
    return pdf_bytes(objects)


@pytest.fixture
def make_pdf(tmp_path: Path) -> Callable[[Sequence[str]], Path]:
    """Writes a PDF with these pages of text and gives its path."""

    def make(pages: Sequence[str]) -> Path:
        path = tmp_path / "report.pdf"
        path.write_bytes(pdf_of(pages))
        return path

    return make


@pytest.fixture
def raw_pdf(tmp_path: Path) -> Callable[[Sequence[bytes]], Path]:
    """Writes a PDF of these objects, however odd, and gives its path."""

    def make(objects: Sequence[bytes]) -> Path:
        path = tmp_path / "odd.pdf"
        path.write_bytes(pdf_bytes(objects))
        return path

    return make
