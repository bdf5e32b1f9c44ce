"""Processor time, in the kernel too, in seconds."""

from __future__ import annotations

import resource


def own() -> float:
    """What this process has taken since it began."""
    return _seconds(resource.RUSAGE_SELF)


def of_children() -> float:
    """What all processes below this one took that have ended and were waited for. The kernel counts for
    nobody what ends while its parent ignores SIGCHLD."""
    return _seconds(resource.RUSAGE_CHILDREN)


def _seconds(whose: int) -> float:
    usage = resource.getrusage(whose)
    return usage.ru_utime + usage.ru_stime
