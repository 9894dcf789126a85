"""What the environment asks of Textual: checked, so that a mistake in it is one plain sentence."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.driver import Driver

COLOUR_SYSTEMS = ("auto", "standard", "256", "truecolor", "windows")
"""What Rich knows."""
WEB_DRIVER = "textual.drivers.web_driver:WebDriver"
"""What textual-serve has in TEXTUAL_DRIVER."""


def is_on_a_web_page() -> bool:
    """Whether textual-serve runs the program, which then has no terminal and needs none."""
    return os.environ.get("TEXTUAL_DRIVER") == WEB_DRIVER


class UnusableTerminal(ValueError):
    """An environment variable asks for something that does not exist; a sentence."""


def check_environment() -> None:
    """Raise UnusableTerminal if the browser could not open as asked: Textual would end in an error."""
    colours = os.environ.get("TEXTUAL_COLOR_SYSTEM", "auto")
    if colours not in COLOUR_SYSTEMS:
        raise UnusableTerminal(f"TEXTUAL_COLOR_SYSTEM is “{colours}”; expected one of {', '.join(COLOUR_SYSTEMS)}")
    if log := os.environ.get("TEXTUAL_LOG"):
        try:
            Path(log).open("a").close()
        except OSError as problem:
            raise UnusableTerminal(f"TEXTUAL_LOG is “{log}”, which cannot be written ({problem.strerror})") from None
    driver_class()


def driver_class() -> type[Driver]:
    """The driver that TEXTUAL_DRIVER names, as with `textual serve`, otherwise our own for the system."""
    if is_on_a_web_page():
        from .web_driver import WebPage

        return WebPage
    if wanted := os.environ.get("TEXTUAL_DRIVER"):
        return _driver_named(wanted)
    if os.name == "nt":
        from textual.drivers.windows_driver import WindowsDriver

        return WindowsDriver
    from .terminal_driver import TerminalDriver

    return TerminalDriver


def _driver_named(wanted: str) -> type[Driver]:
    from textual.driver import Driver

    module, _, name = wanted.partition(":")
    try:
        found = getattr(import_module(module), name)
    except (ImportError, AttributeError, ValueError):
        found = None
    if not (isinstance(found, type) and issubclass(found, Driver)):
        raise UnusableTerminal(
            f"TEXTUAL_DRIVER is “{wanted}”, which is not a driver; leave it out, or give module:class"
        )
    return found


TEXT_BROWSERS = {"elinks", "links", "lynx", "w3m", "www-browser"}
"""Web browsers that Python knows and that run in the terminal itself: each would draw over the program and take its
keys. Without a desktop one of them is the default."""


def has_web_browser() -> bool:
    """Whether an address can be opened in a window beside the terminal, or by the page that shows the program."""
    import webbrowser  # only who opens a report needs it

    if is_on_a_web_page():
        return True
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    return Path(getattr(browser, "name", "")).name not in TEXT_BROWSERS
