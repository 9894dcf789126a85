"""The keys that a user has chosen: a file that the user writes and the program only reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core.sanitise import clean

if TYPE_CHECKING:
    from pathlib import Path


def key_file() -> Path:
    """Where it is: beside the settings."""
    from .settings import settings_file

    return settings_file().with_name("keys.toml")


def load_keys(file: Path) -> tuple[dict[str, Any], str]:
    """What the file says, nothing if there is none; with a sentence if it could not be read."""
    try:
        text = file.read_text(encoding="utf-8")
        import tomllib  # only those who have the file wait for this import

        return tomllib.loads(text), ""
    except FileNotFoundError:
        return {}, ""
    except OSError as problem:
        return {}, f"Your keys could not be read ({problem.strerror}): {file}"
    except UnicodeDecodeError:
        return {}, f"Your keys could not be read (not UTF-8): {file}"
    except (ValueError, RecursionError) as problem:
        return {}, f'Your keys could not be read ({clean(str(problem))}; expected lines like quit = "Q"): {file}'
