"""What a guest says of itself: `python3 -m driver.examining.guest_facts LAUNCHER SCRATCH`, there.

It prints one JSON object: the features that the guest has, what results.json says of a machine, and how long the
launcher takes with a program that does nothing. It is all that Python does in a guest.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from ..basics import machine
from ..suite import features

_LAUNCHES = 3


def launch_seconds(launcher: Path, scratch: str) -> float:
    """How long the launcher takes with a program that does nothing, the quickest of several times; by this a guest
    and this machine are compared."""
    times = []
    for _ in range(_LAUNCHES):
        begun = time.monotonic()
        features.probe_launch(launcher, None, "auto", scratch)
        times.append(time.monotonic() - begun)
    return min(times)


def facts(launcher: Path, scratch: str) -> dict:
    """What this machine is."""
    return {
        "features": sorted(features.probe(launcher, "auto", scratch)),
        "host": machine.described(scratch),
        "launch": launch_seconds(launcher, scratch),
    }


if __name__ == "__main__":
    print(json.dumps(facts(Path(sys.argv[1]), sys.argv[2])))
