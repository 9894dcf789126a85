"""`ofsted-tui completion SHELL`: scripts made from the declarations, with councils and all other known values."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from ofsted_tui.cli.commands import SUBCOMMANDS
from ofsted_tui.cli.completion import SHELLS, known_values, offered
from ofsted_tui.cli.whole_parser import whole_parser

from .test_cli import run  # noqa: F401


@pytest.fixture(scope="module")
def bash(tmp_path_factory):
    """What bash offers for a line whose last word is being typed."""
    script = tmp_path_factory.mktemp("bash") / "ofsted-tui"
    done = subprocess.run([sys.executable, "-m", "ofsted_tui", "completion", "bash"], capture_output=True, check=True)
    script.write_bytes(done.stdout)

    def offered(*words: str) -> list[str]:
        line = " ".join(f"'{word}'" for word in ("ofsted-tui", *words))
        asked = f"""source {script}; COMP_WORDS=({line}); COMP_CWORD={len(words)}
            $(complete -p ofsted-tui | grep -o -- '-F [^ ]*' | cut -c4-) ofsted-tui '{words[-1]}' ''
            printf '%s\\n' "${{COMPREPLY[@]}}" """
        return subprocess.run(["bash", "-c", asked], capture_output=True, text=True, check=True).stdout.split()

    return offered


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (("th",), ["themes"]),
        (("lamb",), ["lambeth"]),
        (("show", "blackb"), ["blackburn-with-darwen"]),
        (("findings", "--council", "york"), ["york"]),
        (("journeys", "--neighbours-of", "dud"), ["dudley"]),
        (("list", "--region", "north"), ["north-east", "north-west"]),
        (("list", "--grade", "req"), ["requires-improvement"]),
        (("list", "--desc"), ["--describe"]),
        (("findings", "--theme", "neg"), ["neglect"]),
        (("completion", ""), list(SHELLS)),
        (("--theme", ""), ["dark", "light", "colour-blind", "terminal"]),
    ],
)
def test_bash_completes(bash, typed, offered):
    assert set(bash(*typed)) >= set(offered)
    assert all(word.startswith(typed[-1]) for word in bash(*typed))


@pytest.fixture(scope="module")
def zsh(tmp_path_factory):
    """What a line becomes in zsh after Tab."""
    if not shutil.which("zsh"):
        pytest.skip("needs zsh")
    home = tmp_path_factory.mktemp("zsh")
    done = subprocess.run([sys.executable, "-m", "ofsted_tui", "completion", "zsh"], capture_output=True, check=True)
    (home / "_ofsted-tui").write_bytes(done.stdout)
    ready = "PS1='> '; fpath=(~ $fpath); autoload -Uz compinit; compinit -u; zmodload zsh/zpty; print -r ready"
    (home / ".zshrc").write_text(ready, encoding="utf-8")

    def completed(line: str, awaited: str) -> str:
        asked = f"""zmodload zsh/zpty; zpty -b it zsh -i; zpty -r it said '*ready*'
            zpty -w -n it $'{line}\t'; said=
            until [[ $said == *{awaited}* ]] || (( n++ > 200 )); do
                sleep 0.05; zpty -r -t it more && said+=$more
            done
            print -r -- $said"""
        env = {"HOME": str(home), "ZDOTDIR": str(home), "PATH": os.environ["PATH"], "TERM": "dumb"}
        return subprocess.run(["zsh", "-f", "-c", asked], capture_output=True, text=True, env=env, check=True).stdout

    return completed


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("ofsted-tui show blackb", "blackburn-with-darwen"),
        ("ofsted-tui lamb", "lambeth"),
        ("ofsted-tui the", "themes"),
        ("ofsted-tui compare leeds bradf", "bradford"),  # not only the first council
        ("ofsted-tui findings --theme superv", "supervision"),  # not the --theme of the whole program
    ],
)
def test_zsh_completes(zsh, typed, completed):
    assert completed in zsh(typed, awaited=completed)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("show blackb", "blackburn-with-darwen"),
        ("lamb", "lambeth"),
        ("the", "themes"),
        ("compare leeds bradf", "bradford"),
    ],
)
def test_fish_completes(tmp_path, typed, offered):
    if not shutil.which("fish"):
        pytest.skip("needs fish")
    done = subprocess.run([sys.executable, "-m", "ofsted_tui", "completion", "fish"], capture_output=True, check=True)
    (tmp_path / "it.fish").write_bytes(done.stdout)
    asked = f"source {tmp_path}/it.fish; complete -C 'ofsted-tui {typed}'"
    found = subprocess.run(["fish", "-N", "-c", asked], capture_output=True, text=True, check=True).stdout
    assert offered in found.split()


def test_before_a_letter_is_typed_commands_alone_are_offered(bash):
    assert set(bash("")) == {command.name for command in SUBCOMMANDS}


def test_what_is_offered_is_understood():
    _, commands = whole_parser()
    values = known_values()
    for parser in commands.values():
        for action in parser._actions:
            if callable(action.type) and action.choices is None:
                for value in offered(action, values):
                    action.type(value)


@pytest.mark.parametrize("command", ["list", "totals"])
def test_only_frameworks_that_the_command_counts_are_offered(bash, command):
    assert bash(command, "--framework", "") == ["sif", "ilacs"]


def test_findings_are_offered_every_framework_and_form(bash):
    assert set(bash("findings", "--framework", "")) > {"cpi", "slac", "ilacs-2018"}


@pytest.mark.parametrize("council", ["leeds", "st-helens", "kingston-upon-thames"])
def test_a_key_names_its_council(run, council):  # noqa: F811
    assert run("due", "--council", council, "--format", "csv")[1].splitlines()[1].startswith(f"{council},")


def test_a_region_is_named_by_words_with_hyphens(run):  # noqa: F811
    for region in known_values()["region"]:
        assert run("list", "--region", region, "--format", "csv")[0] == 0


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_knows_every_command(run, shell):  # noqa: F811
    code, out, _ = run("completion", shell)
    assert code == 0
    for command in SUBCOMMANDS:
        assert command.name in out
    assert "bath-and-north-east-somerset" in out
    if shutil.which(shell):
        subprocess.run([shell, "-n"], input=out.encode(), check=True)


def test_no_command_loads_the_library_of_completion():
    asked = "import sys; from ofsted_tui.cli.main import main; main(['list', '--format', 'csv']); assert 'shtab' not in sys.modules"
    subprocess.run([sys.executable, "-c", asked], stdout=subprocess.DEVNULL, check=True)
