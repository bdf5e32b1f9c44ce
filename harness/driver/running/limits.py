"""How long a program may take on an engine, from what it took natively on this machine."""

from __future__ import annotations

import math
import os
import time
from pathlib import Path

# An engine gets so many times what native took, and so many seconds more: interpreters are
# slow, and some engines take a second to start.
_TIMES, _SECONDS_MORE = 20, 3.0

# What it gets where native does not run the program.
_WITHOUT_NATIVE = 10.0

# More threads that want to run than this for each processor, and a machine is busy.
_BUSY = 1.5
# A limit is stretched so many times at most: what hangs must end some day.
_MOST_TIMES = 40.0
_SAMPLES, _BETWEEN_SAMPLES = 6, 0.05


def limit(native: float | None, scale: float, soak: int, longest: float) -> float:
    """The seconds that an engine gets for a program that took `native` seconds natively (None:
    it does not run natively). `scale` is the adapter's time_scale, `longest` what no limit
    exceeds on a machine that is not busy. A soaked program's native time is a soaked one, too."""
    if native is None:
        wanted = _WITHOUT_NATIVE * soak
    else:
        wanted = math.ceil(_SECONDS_MORE + _TIMES * native)  # whole: commands stay the same
    return min(wanted * scale, longest)


def fair(quiet: float) -> float:
    """What a limit has to be on this machine as it is now, or was in the last minute: where its
    processors have several times as much to do as they can, twice as many times as long, since
    threads that wait for each other lose more than their share; and `quiet` itself if they have
    not. Takes a moment."""
    share = max(os.getloadavg()[0], _runnable()) / len(os.sched_getaffinity(0))
    return quiet * min(2 * share, _MOST_TIMES) if share > _BUSY else quiet


def _runnable() -> float:
    """How many threads want to run just now, besides this one."""
    counts = []
    for _ in range(_SAMPLES):
        time.sleep(_BETWEEN_SAMPLES)
        running, _, _ = Path("/proc/loadavg").read_text().split()[3].partition("/")
        counts.append(int(running) - 1)
    return sum(counts) / len(counts)
