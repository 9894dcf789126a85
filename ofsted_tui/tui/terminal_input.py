"""What a terminal sends, as text that Textual's parser of keys can take, whatever it is.

Textual 8.2 takes some input for more than it is. Bytes that are no UTF-8, as in mouse reports of the old form, end its
input thread; so does a key of a number that no character has. An escape sequence within a paste becomes keys that are
pressed, `q` among them, once it is longer than 32 characters; so does each answer of a terminal (DCS, OSC).
"""

from __future__ import annotations

import re
from codecs import getincrementaldecoder

PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"
LONGEST_PASTE = 20_000
"""Characters of a paste that are kept: a box of one line or a note holds no more that is of use."""
LONGEST_STRING = 64
"""Characters of an unfinished string that a person may have typed; more than that is a machine's, and dropped."""
PATIENCE = 3
"""Waits without input after which a paste has ended, whether its end was sent or not."""

OLD_MOUSE_REPORT = re.compile(rb"\x1b\[M[\x20-\xff]{3}", re.DOTALL)
"""Button and place as three bytes, which need not be UTF-8. The new form is asked for; old terminals send this."""
PASTE_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""All but tab and line ends."""
STRING = re.compile("\x1b[P\\]X^_][^\x07\x1b\x9c]*(?:\x07|\x1b\\\\|\x9c)")
"""A string for a terminal, or of one: DCS, OSC, SOS, PM, APC."""
OPEN_STRING = re.compile("\x1b[P\\]X^_][^\x07\x1b\x9c]*\x1b?\\Z")
"""The same where its end has not come yet; a lone Alt+P looks so as well."""


class TerminalInput:
    """Turns the bytes of a terminal into text, with what went before in mind."""

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")(errors="replace").decode
        self._seen = ""
        """The last characters handed on: a paste may begin in them."""
        self._waiting = ""
        """What came and cannot be understood without what follows."""
        self._pasted: int | None = None
        """How many characters of a paste were handed on; None outside of one."""
        self._waits = 0

    def feed(self, data: bytes) -> str:
        """What is to be handed on of new input."""
        self._waits = 0
        text = self._waiting + self._decode(OLD_MOUSE_REPORT.sub(b"", data))
        self._waiting = ""
        out = ""
        while text:
            said, text = self._typed(text) if self._pasted is None else self._paste(text)
            out += said
        return out

    def wait(self) -> str:
        """What is to be handed on since nothing came for a while: unfinished sequences, and the end of a paste."""
        self._waits += 1
        if self._pasted is not None and self._waits >= PATIENCE:
            rest, self._waiting, self._pasted = self._waiting, "", None
            return PASTE_CONTROLS.sub("", rest) + PASTE_ENDS
        if self._pasted is None and self._waiting:
            rest, self._waiting = self._waiting, ""
            return self._handed_on(rest) if len(rest) <= LONGEST_STRING else ""
        return ""

    def _typed(self, text: str) -> tuple[str, str]:
        """What to hand on of text outside of a paste, and what remains to be looked at."""
        before = len(self._seen)
        begin = (self._seen + text).find(PASTE_BEGINS)
        length = len(text) if begin < 0 else begin + len(PASTE_BEGINS) - before
        said = STRING.sub("", text[:length])
        if begin >= 0:
            self._pasted, self._seen = 0, ""
            return said, text[length:]
        if unfinished := OPEN_STRING.search(said):
            said, waiting = said[: unfinished.start()], unfinished.group()
            self._waiting = waiting[: LONGEST_STRING + 1] + waiting[LONGEST_STRING + 1 :][-1:]
        return self._handed_on(said), ""

    def _handed_on(self, text: str) -> str:
        self._seen = (self._seen + text)[-len(PASTE_BEGINS) + 1 :]
        return text

    def _paste(self, text: str) -> tuple[str, str]:
        """What to hand on of a paste, without anything that is not text, and what remains to be looked at."""
        assert self._pasted is not None
        pasted, end, rest = text.partition(PASTE_ENDS)
        if not end and (cut := pasted.rfind("\x1b")) >= len(pasted) - len(PASTE_ENDS) + 1 and cut >= 0:
            pasted, self._waiting = pasted[:cut], pasted[cut:]
        said = PASTE_CONTROLS.sub("", pasted)[: LONGEST_PASTE - self._pasted]
        self._pasted = None if end else self._pasted + len(said)
        return said + end, rest
