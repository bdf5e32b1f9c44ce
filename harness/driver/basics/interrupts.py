"""Interrupts: what they must not tear, and what has to end with this process."""

from __future__ import annotations

import contextlib
import signal
import subprocess
from collections.abc import Iterator


@contextlib.contextmanager
def held_back() -> Iterator[set[signal.Signals]]:
    """An interrupt comes only at the end. What is started meanwhile inherits that signals are blocked, unless it sets
    those that were blocked before, which this yields."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield before
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextlib.contextmanager
def ends(process: subprocess.Popen) -> Iterator[None]:
    """An interrupt that comes meanwhile ends the process as well, which may not have got it: it may be sent to this
    one alone."""
    try:
        yield
    except KeyboardInterrupt:
        process.terminate()
        process.wait()
        raise
