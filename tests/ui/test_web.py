"""In a web browser, under textual-serve: what is off there, and that it runs."""

from __future__ import annotations

import asyncio
import base64
import errno
import json
import os
import re
import shutil
import socket
import subprocess
import sys
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.drivers.headless_driver import HeadlessDriver

from ofsted_tui.cli.main import main
from ofsted_tui.tui.dialogs.save import SaveWindow
from ofsted_tui.tui.environment import WEB_DRIVER, driver_class

from .driver import browsing

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture
def _on_a_page(monkeypatch):
    monkeypatch.setattr(HeadlessDriver, "is_web", property(lambda _: True))


@pytest.mark.usefixtures("_on_a_page")
@pytest.mark.parametrize("keys", ["x", "zx", "4x", "5x"])
async def test_saving_is_off_on_a_web_page_and_says_so(country, tmp_path, monkeypatch, keys):
    monkeypatch.chdir(tmp_path)
    async with browsing(country) as ui:
        await ui.press(*keys)
        ui.says("Saving does not work in a web browser, because files are on the server. Use it in a terminal.")
        assert not isinstance(ui.app.screen, SaveWindow)


@pytest.mark.usefixtures("_on_a_page")
async def test_so_is_importing(country):
    async with browsing(country) as ui:
        await ui.press("I")
        ui.says("Importing does not work in a web browser, because files are on the server. Use it in a terminal.")
        assert ui.app.screen is ui.browse


def test_the_program_knows_the_page_by_what_textual_serve_sets(monkeypatch):
    monkeypatch.setenv("TEXTUAL_DRIVER", WEB_DRIVER)
    assert driver_class().__name__ == "WebPage"


def test_without_the_server_it_says_how_to_get_it(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    assert main(["serve"]) == 2
    assert "pip install 'ofsted-tui[web]'" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["0", "65536", "x"])
def test_a_port_that_there_is_not_is_wrong_usage(port):
    with pytest.raises(SystemExit) as ended:
        main(["serve", "--port", port])
    assert ended.value.code == 2


def test_a_port_that_is_taken_is_said_in_a_sentence(capsys):
    pytest.importorskip("textual_serve", reason="textual-serve is not installed (extra “web”)")
    with socket.create_server(("localhost", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["serve", "--port", str(port)]) == 2
    reason = os.strerror(errno.EADDRINUSE)
    assert capsys.readouterr().err == f"Port {port} cannot be used: {reason}. Choose another with --port.\n"


@asynccontextmanager
async def served(home):
    """The program as a web page; gives its address."""
    pytest.importorskip("textual_serve", reason="textual-serve is not installed (extra “web”)")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "ofsted_tui", "serve", "--port", str(port)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=Path.cwd(),
    )  # fmt: skip
    try:
        for _ in range(300):
            with socket.socket() as there:
                if there.connect_ex(("127.0.0.1", port)) == 0:
                    break
            await asyncio.sleep(0.1)
        yield f"http://localhost:{port}/"
    finally:
        server.terminate()
        server.wait(20)


async def test_another_site_s_page_is_not_answered(tmp_path):
    async with served(tmp_path) as address:
        import aiohttp

        async with aiohttp.ClientSession() as client:
            for headers, status in (
                ({}, 200),
                ({"Origin": "http://elsewhere.example"}, 403),
                ({"Host": "elsewhere.example"}, 403),
            ):
                async with client.get(address, headers=headers) as answer:
                    assert answer.status == status, headers


async def test_the_page_asks_no_other_server_for_anything(tmp_path):
    async with served(tmp_path) as address:
        import aiohttp

        async with aiohttp.ClientSession() as client, client.get(address) as answer:
            page = await answer.text()
    assert set(re.findall(r"[\w+]+://[^/\"' ]+", page)) == {
        place + address.rpartition(":")[2].rstrip("/") for place in ("http://localhost:", "ws://localhost:")
    }


class Page:
    """A page in Chromium, by its DevTools: keys go in, what the program printed comes out."""

    def __init__(self, tools) -> None:
        self.tools, self.printed, self.asked = tools, b"", 0
        self.requested: list[str] = []

    async def ask(self, method: str, **values) -> None:
        """Ask for something and wait until it is done."""
        self.asked += 1
        await self.tools.send_json({"id": self.asked, "method": method, "params": values})
        async with asyncio.timeout(60):
            while (await self._told()).get("id") != self.asked:
                continue

    async def _told(self) -> dict:
        told = json.loads((await self.tools.receive()).data)
        if told.get("method") == "Network.requestWillBeSent":
            self.requested.append(told["params"]["request"]["url"])
        if told.get("method") == "Network.webSocketFrameReceived":
            frame = told["params"]["response"]
            self.printed += base64.b64decode(frame["payloadData"]) if frame["opcode"] == 2 else b""
        return told

    async def press(self, key: str) -> None:
        for kind in ("keyDown", "keyUp"):
            await self.ask("Input.dispatchKeyEvent", type=kind, key=key, **({"text": key} if kind == "keyDown" else {}))

    async def prints(self, text: str) -> None:
        """Wait until the program has printed a text."""
        async with asyncio.timeout(60):
            while text.encode() not in self.printed:
                await self._told()


@asynccontextmanager
async def chromium(home):
    """A page of a headless Chromium with a home of its own."""
    import aiohttp

    browser = await asyncio.create_subprocess_exec(
        CHROMIUM, "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0",
        "--remote-allow-origins=*", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1", f"--user-data-dir={home}", "about:blank",
        stderr=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        async with asyncio.timeout(60):
            while b"DevTools listening on " not in (line := await browser.stderr.readline()):
                assert line, "Chromium did not start"
        root = "http://" + line.decode().split("ws://")[1].split("/")[0]
        async with aiohttp.ClientSession() as client:
            async with client.get(f"{root}/json") as answer:
                (page,) = [one for one in json.loads(await answer.text()) if one["type"] == "page"]
            async with client.ws_connect(page["webSocketDebuggerUrl"], max_msg_size=0) as tools:
                yield Page(tools)
    finally:
        browser.terminate()
        await browser.communicate()


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
async def test_it_runs_in_chromium(tmp_path):
    async with served(tmp_path) as address, chromium(tmp_path / "chromium") as page:
        await page.ask("Network.enable")
        await page.ask("Page.navigate", url=address)
        await page.prints("Barnet")
        await page.ask("Page.bringToFront")
        await page.press("x")  # the keyboard is the program's, without a click
        await page.prints("Saving does not work")
        await page.press("I")
        await page.prints("Importing does not work")
        assert page.requested
        assert all(wanted.startswith((address, "data:")) for wanted in page.requested), page.requested
