"""Whatever a terminal sends, as text that Textual's key parser can process.

Textual 8.2 trusts some input too much. Bytes that are not UTF-8, as in mouse reports of the old form, end its input
thread; so does a key whose number is no character's. An escape sequence within a paste becomes key presses, including
`q`, once it is longer than 32 characters; so does each answer of a terminal (DCS, OSC).
"""

from __future__ import annotations

import re
from codecs import getincrementaldecoder

PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"
LONGEST_PASTE = 20_000
"""Characters of a paste that are kept: more is no use in a box of one line or a note."""
LONGEST_STRING = 64
"""Characters of an unfinished string that a person may have typed; more come from a machine, and are dropped."""
PATIENCE = 3
"""Waits without input after which a paste has ended, whether its end was sent or not."""

OLD_MOUSE_REPORT = re.compile(rb"\x1b\[M[\x20-\xff]{3}", re.DOTALL)
"""Button and place as three bytes, which need not be UTF-8. The new form is asked for; old terminals send this."""
PASTE_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""All except tab and line ends."""
STRING = re.compile("\x1b[P\\]X^_][^\x07\x1b\x9c]*(?:\x07|\x1b\\\\|\x9c)")
"""A string to or from a terminal: DCS, OSC, SOS, PM, APC."""
OPEN_STRING = re.compile("\x1b[P\\]X^_][^\x07\x1b\x9c]*\x1b?\\Z")
"""The same without its end, which may still come; a lone Alt+P looks like this too."""


class TerminalInput:
    """Turns the bytes of a terminal into text, taking into account what came before."""

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")(errors="replace").decode
        self._seen = ""
        """The last characters passed on: a paste may begin in them."""
        self._waiting = ""
        """Input that cannot be understood without what follows."""
        self._pasted: int | None = None
        """How many characters of a paste were passed on; None outside a paste."""
        self._waits = 0

    def feed(self, data: bytes) -> str:
        """The part of new input to pass on."""
        self._waits = 0
        text = self._waiting + self._decode(OLD_MOUSE_REPORT.sub(b"", data))
        self._waiting = ""
        out = ""
        while text:
            said, text = self._typed(text) if self._pasted is None else self._paste(text)
            out += said
        return out

    def wait(self) -> str:
        """What to pass on since nothing came for a while: unfinished sequences, and the end of a paste."""
        self._waits += 1
        if self._pasted is not None and self._waits >= PATIENCE:
            rest, self._waiting, self._pasted = self._waiting, "", None
            return PASTE_CONTROLS.sub("", rest) + PASTE_ENDS
        if self._pasted is None and self._waiting:
            rest, self._waiting = self._waiting, ""
            return self._handed_on(rest) if len(rest) <= LONGEST_STRING else ""
        return ""

    def _typed(self, text: str) -> tuple[str, str]:
        """What to pass on of text outside a paste, and what remains to be looked at."""
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
        """What to pass on of a paste, without anything that is not text, and what remains to be looked at."""
        assert self._pasted is not None
        pasted, end, rest = text.partition(PASTE_ENDS)
        if not end and (cut := pasted.rfind("\x1b")) >= len(pasted) - len(PASTE_ENDS) + 1 and cut >= 0:
            pasted, self._waiting = pasted[:cut], pasted[cut:]
        said = PASTE_CONTROLS.sub("", pasted)[: LONGEST_PASTE - self._pasted]
        self._pasted = None if end else self._pasted + len(said)
        return said + end, rest
