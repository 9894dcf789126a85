"""What is remembered between runs: council, search, filter, order, day, theme."""

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from ..core.councils import Selection, SortKey
from ..core.model import Grade, Judgement
from ..core.sanitise import clean
from .user_json import load_json, save_json

if TYPE_CHECKING:
    from pathlib import Path


def settings_file() -> "Path":
    """Where the settings are kept: in the platform's folder for configuration."""
    from platformdirs import user_config_path

    return user_config_path("ofsted-tui", appauthor=False) / "settings.json"


class Settings(NamedTuple):
    """Where the browser was left."""

    theme: str = "ofsted-dark"
    council: str = ""
    as_at: str = ""
    """A day, or empty for the data's last one."""
    phrase: str = ""
    judgement: str = Judgement.OVERALL.value
    grades: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    order: str = SortKey.NAME.value
    reverse: bool = False

    @classmethod
    def load(cls, file: "Path") -> tuple["Settings", str]:
        """The settings of a file and, if it could not be read, a sentence; it is then kept aside, never lost."""
        return load_json(file, cls.of, cls(), "The settings")

    @classmethod
    def of(cls, held: Any) -> "Settings":
        """Settings from what a file held; unknown names are ignored, values of another type are a ValueError."""
        if not isinstance(held, dict):
            raise ValueError("expected an object")
        known = {name: value for name, value in held.items() if name in cls._fields}
        for name, value in known.items():
            expected = type(getattr(cls(), name))
            if expected is tuple and isinstance(value, list):
                known[name] = tuple(clean(str(word)) for word in value)
            elif not isinstance(value, expected):
                raise ValueError(f"{name}: expected {expected.__name__}")
            elif isinstance(value, str):
                known[name] = clean(value)
        return cls(**known)

    def opened_at(
        self, *, council: str | None, as_at: date | None, phrase: str | None, theme: str | None
    ) -> "Settings":  # fmt: skip
        """These settings with what the command line asks for; a council, words or a date given clear the filters."""
        asked = self
        if council or phrase is not None or as_at:
            asked = asked._replace(phrase=clean(phrase or ""), grades=(), regions=())
        if council:
            asked = asked._replace(council=council)
        if as_at:
            asked = asked._replace(as_at=as_at.isoformat())
        return asked._replace(theme=theme) if theme else asked

    @property
    def day(self) -> date | None:
        """The day remembered."""
        try:
            return date.fromisoformat(self.as_at)
        except ValueError:
            return None

    @property
    def selection(self) -> Selection:
        """What the list was narrowed to; values that are no longer known are ignored."""
        return Selection(
            phrase=self.phrase,
            grades=frozenset(grade for grade in Grade if grade.value in self.grades),
            regions=frozenset(self.regions),
            judgement=next((j for j in Judgement if j.value == self.judgement), Judgement.OVERALL),
        )

    @property
    def sort_key(self) -> SortKey:
        """How the list was sorted."""
        return next((key for key in SortKey if key.value == self.order), SortKey.NAME)

    def with_selection(self, selection: Selection) -> "Settings":
        """These settings with another selection in place of the one remembered."""
        return self._replace(
            phrase=selection.phrase,
            grades=tuple(grade.value for grade in Grade if grade in selection.grades),
            regions=tuple(sorted(selection.regions)),
            judgement=selection.judgement.value,
        )

    def save(self, file: "Path") -> str:
        """Write them; returns a sentence if that failed, since that must not stop the program."""
        return save_json(file, self._asdict(), "Your place could not be saved")
