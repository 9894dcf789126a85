"""The browser of inspections in a web browser, on this machine alone: one program for each page that is opened."""

from __future__ import annotations

import argparse
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import UsageError
from .exit_code import ExitCode
from .options import positive

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

HOST = "localhost"
LAST_PORT = 65535
PAGE = Path(__file__).parent / "page"
"""The folder of the page that the program runs in."""
MISSING = (
    "The web server is not installed. Install it with: pip install 'ofsted-tui[web]' (from the source folder: '.[web]')"
)


def declare_serve(parser: argparse.ArgumentParser) -> None:
    """Its address."""
    parser.add_argument("--port", type=port_number, default=8000, metavar="N", help="the port (default: 8000)")


def port_number(text: str) -> int:
    """A port by its number. Raises argparse's error."""
    number = positive(text)
    if number > LAST_PORT:
        raise argparse.ArgumentTypeError(f"{number} is not a port; expected 1 to {LAST_PORT}")
    return number


def run_serve(arguments: argparse.Namespace) -> int:
    """Serve until Ctrl+C. Raises UsageError if the server is not installed or the port is taken."""
    try:
        from textual_serve.server import Server
    except ImportError:
        raise UsageError(MISSING) from None

    class LocalServer(Server):
        """Answers only pages that it served itself: another site's must not reach what is served here."""

        async def _make_app(self) -> Any:
            made = await super()._make_app()
            made.middlewares.append(own_pages_only(arguments.port))
            return made

    command = [sys.executable, "-m", "ofsted_tui"]
    joined = subprocess.list2cmdline(command) if sys.platform == "win32" else shlex.join(command)
    try:
        LocalServer(joined, host=HOST, port=arguments.port, title="ofsted-tui", templates_path=PAGE).serve()
    except OSError as problem:
        # The system's words: the server's own repeat the address as Python writes it.
        reason = os.strerror(problem.errno) if problem.errno and problem.errno > 0 else str(problem)
        raise UsageError(f"Port {arguments.port} cannot be used: {reason}. Choose another with --port.") from None
    return ExitCode.OK


def own_pages_only(port: int) -> Any:
    """Refuses requests from another site's page, by the headers that name the site."""
    from aiohttp import web

    places = {f"{HOST}:{port}", f"127.0.0.1:{port}", f"[::1]:{port}"} | ({HOST} if port == 80 else set())

    async def check(request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]) -> Any:
        origin = request.headers.get("Origin")
        if request.host not in places or (origin and origin.partition("://")[2] not in places):
            raise web.HTTPForbidden(text="This page is available on this computer only.")
        return await handler(request)

    return web.middleware(check)
