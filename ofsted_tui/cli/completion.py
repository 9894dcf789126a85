"""`completion`: a script for a shell to complete commands, options and their values."""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from .exit_code import ExitCode

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence

SHELLS = ("bash", "zsh", "fish")


def declare_completion(parser: argparse.ArgumentParser) -> None:
    """Options of `completion`."""
    parser.add_argument("shell", choices=SHELLS, help="bash: save it as ~/.local/share/bash-completion/completions/"
                        "ofsted-tui; zsh: as _ofsted-tui in a folder of $fpath; fish: as ~/.config/fish/completions/"
                        "ofsted-tui.fish")  # fmt: skip


def run_completion(arguments: argparse.Namespace) -> int:
    """Write the script."""
    import shtab

    from ..tui.colour_themes import NAMES
    from .whole_parser import whole_parser

    parser, commands = whole_parser()
    for action in parser._actions:
        _complete(action, {"theme": list(NAMES)}, shtab)
    values = known_values()
    for command in commands.values():
        for action in command._actions:
            _complete(action, values, shtab)
    script = shtab.complete(parser, arguments.shell)
    script = _mended_for_zsh(script) if arguments.shell == "zsh" else script
    sys.stdout.write(_with_councils(script, arguments.shell, values["council"]))
    return ExitCode.OK


_INSTEAD_OF_A_COMMAND = {
    "bash": (r"^complete (.*) -F (\w+) ofsted-tui$", """\
_ofsted_tui_or_council() {{
  {0[2]} "$@"
  if [[ $COMP_CWORD -eq 1 && ${{COMP_WORDS[1]}} == [[:alpha:]]* ]]; then
    COMPREPLY+=($(compgen -W '{1}' -- "${{COMP_WORDS[1]}}"))
  fi
}}
complete {0[1]} -F _ofsted_tui_or_council ofsted-tui"""),
    "zsh": (r"^  _describe 'ofsted-tui commands' _commands$", """\
  local ret=1
  {0[0]} && ret=0
  [[ -n $PREFIX ]] && compadd -- {1} && ret=0
  return ret"""),
    "fish": (r"\Z", """\
complete -c ofsted-tui -n '_shtab_ofsted_tui_using; and test -n (commandline -ct)' -a '{1}'
"""),
}  # fmt: skip
"""By shell: what to look for in the script, and what to write there so that a council completes in a command's place,
once a letter of it is typed: before that there would be too many."""


def _with_councils(script: str, shell: str, councils: Sequence[str]) -> str:
    """The script that also completes `ofsted-tui lambeth`: shtab knows only the commands."""
    place, added = _INSTEAD_OF_A_COMMAND[shell]
    return re.sub(place, lambda found: added.format(found, " ".join(councils)), script, count=1, flags=re.MULTILINE)


def _mended_for_zsh(script: str) -> str:
    """The script with two faults of shtab 1.13 corrected, both in what it tells `_arguments`.

    `(*):` completes only the first of several arguments: `*:` completes each. And an option after a command would be
    taken for the program's own of that name (`--theme`), if its place were not marked with `(-)`.
    """
    script = re.sub(r'^  "\(\*\)::?', '  "*:', script, flags=re.MULTILINE)
    return script.replace("(': :_shtab_ofsted_tui_commands' '*:::", "('(-): :_shtab_ofsted_tui_commands' '(-)*:::")


def _complete(action: Any, values: Mapping[str, Sequence[str]], shtab: Any) -> None:
    """Tell shtab what an option or argument takes."""
    if action.dest in ("path", "folder"):
        action.complete = shtab.FILE
    elif action.dest == "data":
        action.complete = shtab.DIRECTORY
    elif action.choices is None:
        action.choices = offered(action, values) or None


def offered(action: argparse.Action, values: Mapping[str, Sequence[str]]) -> list[str]:
    """The known values of an option or argument of a command; `values`: by the name that it is stored under.

    `list` has the `--framework` of `findings`, but takes only two of its values.
    """
    from argparse import ArgumentTypeError

    taken = []
    for value in values.get(action.dest, ()):
        with suppress(ArgumentTypeError):
            if callable(action.type):
                action.type(value)
            taken.append(value)
    return taken


def known_values() -> dict[str, list[str]]:
    """What may be typed, by the name that an option's value is stored under; blanks as hyphens, as every option reads.

    Councils are given as their keys in the shipped data.
    """
    from ..core.model import ILACS_FORMS, THEMES, Framework, Grade, Judgement
    from ..core.visits import TOPICS
    from ..storage import shipped_data

    councils = shipped_data.load().councils
    regions = sorted({council.region for council in councils.values()})
    return {
        **dict.fromkeys(("council", "councils", "neighbours_of"), sorted(councils)),
        "region": [_typed(region) for region in regions],
        "grade": [_typed(grade.value) for grade in Grade],
        "judgement": [judgement.value for judgement in Judgement],
        "theme": list(THEMES),
        "topic": list(TOPICS),
        "framework": [_typed(known) for known in (*(framework.value for framework in Framework), *ILACS_FORMS)],
    }


def _typed(words: str) -> str:
    """Words without blanks, at which a shell would split them."""
    return words.lower().replace(" ", "-")
