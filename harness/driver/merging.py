"""Putting several results.json together: shards become one run, other runs stand side by side."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from . import results
from .errors import UserError
from .verdict import VERDICTS


def load(paths: list[str]) -> dict:
    """The results of all files. Throws UserError.

    Runs of the same suite, engine, version and revision that share no program are shards
    and become one run; runs that do share programs stay apart, as runs to be compared.
    """
    contents = [results.load(Path(path)) for path in paths]
    merged: list[dict] = []
    for content in contents:
        for run in content["runs"]:
            run = run | {"suite": run.get("suite", content["suite"])}
            place = next((n for n, other in enumerate(merged) if _are_shards(other, run)), None)
            if place is None:
                merged.append(run)
            else:
                merged[place] = _join(merged[place], run)
    suites = list(dict.fromkeys(content["suite"] for content in contents))
    if len(suites) == 1:
        for run in merged:
            run.pop("suite")
    return {"schema": results.SCHEMA, "suite": ", ".join(suites), "runs": merged}


def choose(content: dict, runner: str, abi: str) -> dict:
    """The one run of a runner in a revision. Throws UserError if there is none, or several."""
    named = [f"{run['runner']['name']} {run['abi']}" for run in content["runs"]]
    found = [run for run, name in zip(content["runs"], named) if name == f"{runner} {abi}"]
    if not found:
        raise UserError(f"no run of {runner} {abi} in the results; they hold {', '.join(named) or 'none at all'}")
    if len(found) > 1:
        raise UserError(f"{len(found)} runs of {runner} {abi} in the results: they are no shards of one another")
    return found[0]


def _are_shards(one: dict, other: dict) -> bool:
    if any(one[key] != other[key] for key in ("suite", "abi")):
        return False
    if any(one["runner"][key] != other["runner"][key] for key in ("name", "version")):
        return False
    return not {t["id"] for t in one["tests"]} & {t["id"] for t in other["tests"]}


def _join(one: dict, other: dict) -> dict:
    tests = sorted(one["tests"] + other["tests"], key=lambda test: test["id"])
    joined = one | {
        "host": {key: _both(value, other["host"].get(key, value)) for key, value in one["host"].items()},
        "tests": tests,
        "totals": totals(tests),
    }
    if "planned" in one and "planned" in other:
        joined["planned"] = one["planned"] + other["planned"]
    if "date" in one and "date" in other:
        joined["date"] = min(one["date"], other["date"])
    return joined


def _both(one: str, other: str) -> str:
    parts = one.split(" + ")
    return one if other in parts else " + ".join([*parts, other])


def totals(tests: list[dict]) -> dict:
    """The counts of a run's tests, as results.json holds them."""
    counts = Counter(test["status"] for test in tests)
    return {v: counts[v] for v in VERDICTS} | {"all": sum(counts.values()), "share": results.share(counts)}
