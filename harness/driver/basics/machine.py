"""What this machine is."""

from __future__ import annotations

import functools
import os
import platform
import re
from pathlib import Path


@functools.cache
def processor() -> str:
    """The processor's name; "unknown" if the kernel does not tell."""
    try:
        named = re.search(r"^model name\s*: (.*)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    except OSError:
        named = None
    return named[1] if named else "unknown"


def filesystem(directory: str) -> str:
    """The type of the file system that a directory lies on."""
    target = os.path.realpath(directory)
    best, kind = "", "unknown"
    for line in Path("/proc/self/mountinfo").read_text().splitlines():
        before, _, after = line.partition(" - ")
        point = before.split()[4].encode().decode("unicode_escape")
        inside = target == point or target.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, after.split()[0]
    return kind


def described(scratch: str) -> dict[str, str]:
    """What results.json says of this machine, on which programs get their scratch under that directory."""
    return {
        "kernel": platform.release(),
        "arch": platform.machine(),
        "processor": processor(),
        "filesystem": filesystem(scratch),
    }
