"""Showing that long work goes on."""

from __future__ import annotations

import sys
import time
from typing import TextIO


class Progress:
    """One line that changes on a terminal; elsewhere a line every few seconds."""

    INTERVAL = 5.0  # seconds between lines when the output is no terminal

    def __init__(self, stream: TextIO | None = None) -> None:
        self.stream = stream or sys.stderr
        self.terminal = self.stream.isatty()
        self._shown = ""
        self._last = time.monotonic()

    def update(self, text: str) -> None:
        """Says where the work is; may show nothing if it said so a moment ago."""
        now = time.monotonic()
        if self.terminal:
            if text != self._shown:
                self.stream.write("\r\033[K" + text[:119])
        elif now - self._last >= self.INTERVAL and text != self._shown:
            self.stream.write(text + "\n")
            self._last = now
        else:
            return
        self._shown = text
        self.stream.flush()

    def done(self, text: str = "") -> None:
        """Takes the changing line away, and leaves `text` in its place."""
        if self.terminal and self._shown:
            self.stream.write("\r\033[K")
        self._shown = ""
        if text:
            self.stream.write(text + "\n")
        self.stream.flush()
