"""A headless Chromium for tests of pages, driven through ChromeDriver."""

from __future__ import annotations

import base64
import json
import re
import shutil
import subprocess
import tempfile
import urllib.request
from pathlib import Path

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")

_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # the key under which WebDriver names an element
_OPTIONS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync",
            "--disable-background-networking", "--disable-component-update", "--hide-scrollbars")  # fmt: skip


class Browser:
    """One window. Use it as a context manager: the processes end with it."""

    def __init__(self, width: int = 1280, height: int = 900) -> None:
        self._profile = tempfile.TemporaryDirectory(prefix="wali-browser-", ignore_cleanup_errors=True)
        self._driver = subprocess.Popen(
            [DRIVER, "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        port = next(filter(None, (re.search(r"successfully on port (\d+)", line) for line in self._driver.stdout)))[
            1
        ]
        self._url = f"http://127.0.0.1:{port}/session"
        try:
            self._start(width, height)
        except BaseException:
            self._end()
            raise

    def _start(self, width: int, height: int) -> None:
        options = {"binary": CHROMIUM, "args": [*_OPTIONS, f"--user-data-dir={self._profile.name}"]}
        logging = {"browser": "ALL", "performance": "ALL"}
        asked = {"goog:chromeOptions": options, "goog:loggingPrefs": logging}
        made = self._post("", {"capabilities": {"alwaysMatch": asked}})
        self._url += f"/{made['sessionId']}"
        self.resize(width, height)

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self._ask("DELETE", "")
        finally:
            self._end()

    def _end(self) -> None:
        self._driver.terminate()
        self._driver.wait()
        self._driver.stdout.close()
        self._profile.cleanup()

    def _ask(self, method: str, path: str, body: dict | None = None) -> object:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            self._url + path, data, {"Content-Type": "application/json"}, method=method
        )
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=60) as answer:
            return json.load(answer)["value"]

    def _post(self, path: str, body: dict) -> object:
        return self._ask("POST", path, body)

    def devtools(self, command: str, **parameters: object) -> object:
        return self._post("/goog/cdp/execute", {"cmd": command, "params": parameters})

    def resize(self, width: int, height: int) -> None:
        """Sets the page's own width and height, which a window could not be as narrow as."""
        self.devtools(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
        )

    def prefer(self, scheme: str) -> None:
        """Light or dark."""
        self.devtools("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def show_as(self, medium: str) -> None:
        """On the screen, or in print."""
        self.devtools("Emulation.setEmulatedMedia", media=medium)

    def open(self, page: Path, fragment: str = "") -> None:
        self._post("/url", {"url": "about:blank"})  # another fragment alone would not load the page anew
        self._post("/url", {"url": page.as_uri() + fragment})

    def run(self, script: str) -> object:
        """What a script of the page returns."""
        return self._post("/execute/sync", {"script": script, "args": []})

    def click(self, selector: str) -> None:
        """Clicks as a user would: something that is hidden or covered is an error."""
        self._post(f"/element/{self._find(selector)}/click", {})

    def _find(self, selector: str) -> str:
        return self._post("/element", {"using": "css selector", "value": selector})[_ELEMENT]

    def press(self, keys: str) -> None:
        """Types into what has the focus."""
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._post("/actions", {"actions": [{"type": "key", "id": "keyboard", "actions": actions}]})

    def console(self) -> list[str]:
        """What has been said on the console since it was last asked."""
        return [entry["message"] for entry in self._post("/se/log", {"type": "browser"})]

    def requests(self) -> list[str]:
        """The addresses that have been asked for since this was last asked."""
        entries = [json.loads(e["message"])["message"] for e in self._post("/se/log", {"type": "performance"})]
        sent = [e["params"]["request"]["url"] for e in entries if e["method"] == "Network.requestWillBeSent"]
        return [url for url in sent if not url.startswith("data:")]

    def picture(self, path: Path) -> None:
        """Writes what the window shows as a PNG."""
        path.write_bytes(base64.b64decode(self._ask("GET", "/screenshot")))
