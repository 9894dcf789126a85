"""The user's own keys: checked against the declared commands, so that a mistake costs one key and one sentence."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from ..core.sanitise import clean
from ..core.wording import truncate
from ..storage.key_file import load_keys
from .keys import (
    BOX,
    BROWSE,
    COUNCIL_PAGE,
    EVERYWHERE,
    HERE,
    IMPORTING,
    NAMED_KEYS,
    VIEW,
    Keys,
    key_of_character,
    spoken_key,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from .keys import KeyCommand

_FIXED = dict.fromkeys(
    ("up", "down", "j", "k", "g", "G", "home", "end", "pageup", "pagedown", "space"), "moves in every list"
) | {
    "ctrl+c": "ends programs",
    "ctrl+q": "always quits",
    "ctrl+i": "is the same as Tab in a terminal",
    "ctrl+m": "is the same as Enter in a terminal",
    "ctrl+j": "is the same as Enter in a terminal",
    "ctrl+h": "is the same as Backspace in a terminal",
}
"""Keys that cannot be given to a command, and why."""
_MODIFIED = re.compile(r"((?:ctrl\+|alt\+|shift\+)*)(.+)", re.IGNORECASE | re.DOTALL)
_SHOWN = {spoken_key(name).lower(): name for name in NAMED_KEYS}
"""A key's name as printed in the help, and Textual's."""
MOST = 60
"""Cells of the file that a sentence repeats at most."""
EXPECTED = "a character or a name such as F2, Enter, Ctrl+S, Shift+Left; several in [ ]"
_SCREENS: dict[str, tuple[KeyCommand, ...]] = {
    "Councils": (*BROWSE, *EVERYWHERE),
    "the council page": (*COUNCIL_PAGE, *EVERYWHERE),
    **{
        name: (*here, *VIEW, *EVERYWHERE) if here is not IMPORTING else (*here, *EVERYWHERE)
        for name, here in HERE.items()
        if here is not BOX
    },
    "a box": BOX,
}
"""Commands that need different keys, since they are available together."""
_IDS = list(dict.fromkeys(command.id for commands in _SCREENS.values() for command in commands))
FORMER_IDS = {
    "words": ("findings",),
    "nation": ("england",),
    "due": ("next_inspections",),
    "lately": ("whats_new",),
    "narrow": ("filter",),
    "near": ("neighbours",),
    "part": ("break_down", "which_moves"),
    "under": ("results",),
}
"""Former ids of commands, which a file may still have, and today's."""


def read_own_keys(file: Path) -> tuple[Keys, tuple[str, ...]]:
    """The keys in force, and a sentence for everything in the file that cannot be used and is left out."""
    held, unread = load_keys(file)
    own, problems = _checked(held)
    own, clashes = _without_clashes(own)
    return Keys(own), tuple(filter(None, (unread, *(f"{file}: {problem}" for problem in (*problems, *clashes)))))


def _checked(held: Mapping[str, Any]) -> tuple[dict[str, str], list[str]]:
    """The entries for existing commands with existing keys; a sentence for each of the others."""
    own: dict[str, str] = {}
    problems: list[str] = []
    for name, value in held.items():
        try:
            own[_known(name)] = ",".join(_keys(name, value))
        except ValueError as problem:
            problems.append(str(problem))
    return own, problems


def _known(name: str) -> str:
    if name in _IDS:
        return name
    near = FORMER_IDS.get(name) or get_close_matches(name, _IDS, n=1)
    advice = f"did you mean {' or '.join(near)}?" if near else "expected an id that ofsted-tui --keys lists"
    raise ValueError(f"“{truncate(clean(name), MOST)}” is not a command; {advice}")


def _keys(name: str, value: object) -> list[str]:
    words = value if isinstance(value, list) else [value]
    keys = [_key(word) if isinstance(word, str) else "" for word in words]
    if not keys or "" in keys:
        raise ValueError(f"{name} = {truncate(clean(str(value)), MOST)}: not a key; expected {EXPECTED}")
    for key in keys:
        if key in _FIXED:
            raise ValueError(f"{name}: {spoken_key(key)} {_FIXED[key]}; expected another key")
        if len(spoken_key(key)) == 1 and name in {command.id for command in BOX}:
            raise ValueError(f"{name}: {spoken_key(key)} types text in a box; expected a key such as F2 or Ctrl+S")
    return list(dict.fromkeys(keys))


def _key(word: str) -> str:
    """Textual's name of a key; empty if there is no such key."""
    if len(word) == 1:
        return key_of_character(word) if word.isprintable() else ""
    found = _MODIFIED.fullmatch(word)
    modifiers, last = (found[1].lower(), found[2]) if found else ("", word)
    name = key_of_character(last) if len(last) == 1 else _SHOWN.get(last.lower(), last.lower())
    if len(last) == 1 and modifiers == "shift+":
        return name.upper() if last.isalpha() else ""  # for others it depends on the keyboard
    if len(last) > 1 and name not in NAMED_KEYS:
        return ""
    return modifiers + (name.lower() if len(last) == 1 else name)


def _without_clashes(own: dict[str, str]) -> tuple[dict[str, str], list[str]]:
    """The entries except those that take another command's key, later ones in the file first; a sentence for each."""
    problems = []
    while (clash := next(_clashes(own), None)) is not None:
        name, key, other, screen = clash
        title = next(command.title for command in _SCREENS[screen] if command.id == other)
        problems.append(
            f"{name}: {spoken_key(key)} is {title} ({other}) on {screen}; expected a free key, "
            f"or another one for {other}"
        )
        own = {kept: keys for kept, keys in own.items() if kept != name}
    return own, problems


def _clashes(own: dict[str, str]) -> Iterator[tuple[str, str, str, str]]:
    """A chosen command, its key, the command that has the key too, and the screen."""
    order, keys = list(own), Keys(own)
    for screen, commands in _SCREENS.items():
        holders: dict[str, str] = {}
        for command in commands:
            for key in keys.of(command):
                other = holders.setdefault(key, command.id)
                if other != command.id:
                    later, earlier = sorted((command.id, other), key=lambda one: one in own and order.index(one) + 1)[
                        ::-1
                    ]
                    yield later, key, earlier, screen
