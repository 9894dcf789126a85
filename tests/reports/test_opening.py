"""Files as they come: a name proves nothing, and every fault is one plain sentence."""

from __future__ import annotations

import os
import threading
import time
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

from ofsted_tui.importing.pdf import UnreadableReport, pages, pdf_text, read_file
from ofsted_tui.importing.sandbox import end_children

from ..made_up import REPORT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    Make = Callable[[Sequence[str]], Path]
    MakeRaw = Callable[[Sequence[bytes]], Path]

WORDS = "\n".join(["Children go out often, and they like it."] * 12)
CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableReport) as problem:
        pages(path)
    assert "\n" not in problem.value.reason
    return problem.value.reason


@pytest.fixture(autouse=True)
def _pypdf() -> None:
    pytest.importorskip("pypdf")


def test_a_pdf_gives_its_pages(make_pdf: Make) -> None:
    assert pages(make_pdf([WORDS, "The\u2019 end"])) == (WORDS, "The' end")


def test_a_report_is_read_from_pdf_and_from_its_text_alike(make_pdf: Make, tmp_path: Path) -> None:
    second = "What needs to improve?\n\u2022 Plans for outings.\n\u2022 Visits.\nThe impact of leaders"
    text = tmp_path / "report.txt"
    text.write_text(f"{REPORT}\f{second}\f", encoding="utf-8")
    report = read_file(make_pdf([REPORT, second]))
    assert report == read_file(text)
    assert len(report.grades) == 5
    assert [entry.text for entry in report.entries] == ["Plans for outings.", "Visits."]
    assert report.doubts == ()


def test_text_in_an_older_encoding(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes((WORDS + "\nM\u00e1ire\u2019s").encode("cp1252"))
    assert pages(path)[0].endswith("Máire's")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "it is empty"),
        (b"\n<!DOCTYPE html>\n<html><body>Not found</body></html>", "it is a web page"),
        (b"PK\x03\x04 and so on", "it is a zip archive or an office document"),
        (b"\x89PNG\r\n", "it is a picture"),
        (b"\x00\x01\x02" * 99, "it is not a PDF"),
        (b"Just words. " * 99, "it is not a PDF"),
        (b"%PDF-1.7\n" + b"1 0 obj\n" * 999, "it is cut short"),
        (b"%PDF-1.7\nrubbish\n%%EOF", "it is damaged"),
    ],
)
def test_what_is_named_pdf_and_is_none(content: bytes, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(content)
    assert refusal(path).startswith(sentence)


def test_bytes_of_no_name_are_not_said_to_be_a_bad_pdf(tmp_path: Path) -> None:
    path = tmp_path / "stdin"
    path.write_bytes(b"\x00\x01\x02" * 99)
    assert refusal(path) == "it is not a PDF, a table or plain text"


def test_what_is_no_file(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "it is a folder, not a file"
    assert refusal(tmp_path / "none.pdf") == "there is no such file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    assert refusal(tmp_path / "pipe.pdf") == "it is not an ordinary file"


def test_a_file_of_two_gigabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.pdf"
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(2_000_000_000)
    assert refusal(path).startswith("it is too large: 2,000 MB")


def test_a_linearised_file_that_lost_its_end(make_pdf: Make) -> None:
    path = make_pdf([WORDS])
    whole = path.read_bytes().replace(b"/Type /Catalog", b"/Linearized 1 /L 99999999 /Type /Catalog")
    path.write_bytes(whole)
    assert refusal(path).startswith("it is cut short")


def test_pages_without_text_are_a_scan(make_pdf: Make) -> None:
    assert refusal(make_pdf(["", "2"])).startswith("it has no text that can be read")


def test_a_password(make_pdf: Make) -> None:
    from pypdf import PdfWriter

    path = make_pdf([WORDS])
    writer = PdfWriter(clone_from=str(path))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(str(path))
    assert refusal(path) == "it is protected by a password"


def test_a_lock_that_everybody_may_open(make_pdf: Make) -> None:
    from pypdf import PdfWriter

    path = make_pdf([WORDS])
    writer = PdfWriter(clone_from=str(path))
    writer.encrypt("", owner_password="secret", algorithm="RC4-128")
    writer.write(str(path))
    assert pages(path) == (WORDS,)


def test_a_lock_for_which_something_is_missing_says_what(make_pdf: Make) -> None:
    if find_spec("cryptography"):
        pytest.skip("what is missing is here")
    path = make_pdf([WORDS])
    key = b"<%s>" % (b"00" * 48)
    lock = b"/Encrypt << /Filter /Standard /V 5 /R 6 /Length 256 /P -4 /O %s /U %s /OE %s /UE %s /Perms %s >>" % (
        (key, key, key[:65] + b">", key[:65] + b">", key[:33] + b">")
    )
    path.write_bytes(path.read_bytes().replace(b"/Root 1 0 R", b"/Root 1 0 R /ID [<00> <00>] " + lock))
    assert refusal(path) == (
        "it is encrypted (AES); if it opens without a password, first run pip install 'pypdf[crypto]'"
    )


def test_a_text_of_too_many_pages(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(WORDS + "\f" * 400)
    assert refusal(path) == "it has 401 pages, more than any report"


def test_too_many_pages(raw_pdf: MakeRaw) -> None:
    kids = b"3 0 R " * 2000
    path = raw_pdf([CATALOGUE, b"<< /Type /Pages /Kids [%s] /Count 2000 >>" % kids,
                    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"])  # fmt: skip
    assert refusal(path) == "it has 2,000 pages, more than any report"


@pytest.mark.parametrize(
    "objects",
    [
        [CATALOGUE, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"],
        [b"[" * 50_000 + b"]" * 50_000],
        [CATALOGUE, b"<< /Type /Pages /Kids [] /Count 900000000 >>"],
    ],
    ids=["pages that hold themselves", "nested too deep", "pages that are not there"],
)
def test_hostile_structures_end_in_a_sentence(objects: list[bytes], raw_pdf: MakeRaw) -> None:
    assert refusal(raw_pdf(objects))


def test_a_zip_bomb(make_pdf: Make, raw_pdf: MakeRaw) -> None:
    import zlib

    squeezer = zlib.compressobj(9)
    packed = b"".join(squeezer.compress(b" " * 1_000_000) for _ in range(200)) + squeezer.flush()
    bomb = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>"
    assert refusal(raw_pdf([CATALOGUE, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, bomb]))


def test_a_file_that_takes_too_long_is_given_up(make_pdf: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ofsted_tui.importing.pdf.pdf_text.SECONDS", 0.2)
    monkeypatch.setattr("ofsted_tui.importing.pdf.pdf_text._PROGRAM", "import time; time.sleep(30)")
    assert refusal(make_pdf([WORDS])).startswith("reading it took longer")


def test_a_file_that_asks_for_more_memory_than_any_report_is_given_up(
    make_pdf: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine without limits would give it: nothing of it is ever written to."""
    pytest.importorskip("resource")
    greedy = "extraction.extract = lambda path: [str(len(bytearray(2_000_000_000)))]"
    program = f"from ofsted_tui.importing.pdf import extraction; {greedy}; extraction.main()"
    monkeypatch.setattr(pdf_text, "_PROGRAM", program)
    assert "it needs more memory than any report should" in refusal(make_pdf([WORDS]))
    monkeypatch.setattr(pdf_text, "_PROGRAM", program.replace("2_000_000_000", "100_000_000"))
    assert pdf_text.pages(make_pdf([WORDS])) == ("100000000",)


def test_a_child_that_dies_is_a_sentence_too(make_pdf: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ofsted_tui.importing.pdf.pdf_text._PROGRAM", "import os; os.abort()")
    assert "could not read it" in refusal(make_pdf([WORDS]))


def test_pypdf_is_not_imported_here(make_pdf: Make) -> None:
    import subprocess
    import sys

    asked = "import sys; from pathlib import Path; from ofsted_tui.importing import pdf; pdf.pages(Path(sys.argv[1]));"
    asked += "print(sorted({'pypdf', 'textual', 'rich'} & set(sys.modules)))"
    search = os.pathsep.join(filter(None, [os.getcwd(), *sys.path]))  # noqa: PTH109
    told = subprocess.run(
        [sys.executable, "-c", asked, str(make_pdf([WORDS]))],
        capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": search},
    )  # fmt: skip
    assert told.stdout.strip() == "[]"


def test_reading_is_given_up_when_the_program_is_left(make_pdf: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ofsted_tui.importing.pdf.pdf_text._PROGRAM", "import time; time.sleep(60)")
    ending = threading.Timer(1, end_children)
    ending.start()
    began = time.monotonic()
    assert "could not read it" in refusal(make_pdf([WORDS]))
    assert time.monotonic() - began < 30
