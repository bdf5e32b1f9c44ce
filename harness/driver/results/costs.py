"""What programs cost on an engine, beside what they cost natively in the same results.

Results that are put beside others say it of each run of an engine, because the native run that it
was made with may become one with others:

    "cost": {"programs": 880, "seconds": 12.4, "native": 3.1}

for the programs that pass on both; `seconds` are the engine's, from start to end.
"""

from __future__ import annotations

from ..suite.layout import NATIVE


def of(run: dict, runs: list[dict]) -> dict | None:
    """The cost of one of these runs, which are those of one results.json. None for native, and where nothing
    passes on both, or it cannot be told which native run is the one."""
    if run["abi"] == NATIVE or "cost" in run:
        return run.get("cost")
    natives = [other for other in runs if other["abi"] == NATIVE]
    if len(natives) != 1:
        return None
    passed = {test["id"]: test["seconds"] for test in natives[0]["tests"] if test["status"] == "pass"}
    both = [test for test in run["tests"] if test["status"] == "pass" and test["id"] in passed]
    if not both:
        return None
    native = sum(passed[test["id"]] for test in both)
    return {"programs": len(both), "seconds": sum(test["seconds"] for test in both), "native": native}


def together(one: dict | None, other: dict | None) -> dict | None:
    """The cost of two shards; each has its own programs."""
    if one and other:
        return {key: one[key] + other[key] for key in one}
    return one or other
