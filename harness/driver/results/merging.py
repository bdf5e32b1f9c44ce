"""Putting several results.json together: shards become one run, and so do the native runs of one
machine; other runs stand side by side."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from ..basics.errors import UserError
from ..running.verdict import UNJUDGED, VERDICTS
from ..suite.layout import NATIVE
from . import comparison, completeness, costs, results


def load(paths: list[str]) -> dict:
    """The results of all files. Throws UserError.

    Runs of the same suite, engine, version and revision that share no program are shards
    and become one run; runs that do share programs stay apart, as runs to be compared. Linux
    is compared with nothing: its runs on one machine become one, with all verdicts of a
    program as if one run had been repeated.
    """
    contents = [results.load(Path(path)) for path in paths]
    merged: list[dict] = []
    for content in contents:
        for run in content["runs"]:
            run = run | {"suite": run.get("suite", content["suite"])}
            if cost := costs.of(run, content["runs"]):
                run["cost"] = cost
            place = next((n for n, other in enumerate(merged) if _belong_together(other, run)), None)
            if place is None:
                merged.append(run)
            else:
                merged[place] = _join(merged[place], run)
    suites = list(dict.fromkeys(run["suite"] for run in merged)) or [content["suite"] for content in contents]
    if len(suites) == 1:
        for run in merged:
            run.pop("suite")
    return {"schema": results.SCHEMA, "suite": ", ".join(suites), "runs": merged}


def choose(content: dict, runner: str, abi: str) -> dict:
    """The one run of a runner in a revision. Throws UserError if there is none, or several."""
    found = [run for run in content["runs"] if (run["runner"]["name"], run["abi"]) == (runner, abi)]
    if not found:
        named = ", ".join(dict.fromkeys(map(comparison.name, content["runs"])))
        raise UserError(
            f"no run of {runner} {abi} in the results; they hold {named or 'no run'}: "
            "name another run with --runner and --abi, or another baseline"
        )
    if len(found) > 1:
        why = _difference(found[0], found[1]) or "they share programs"
        raise UserError(
            f"the results hold {len(found)} runs of {runner} {abi}, which are not shards of one run: {why}; "
            "name the files of one run"
        )
    return found[0]


def _belong_together(one: dict, other: dict) -> bool:
    if _difference(one, other):
        return False
    if one["abi"] == NATIVE and _same_machine(one["host"], other["host"]):
        return True
    if {t["id"] for t in one["tests"]} & {t["id"] for t in other["tests"]}:
        return False
    both = completeness.is_known(one) and completeness.is_known(other)
    return not both or completeness.join(one["part"], other["part"]) is not None


def _difference(one: dict, other: dict) -> str:
    """What shows that two runs are not of the same suite, engine and revision, in words; "" if
    nothing does. What one of them does not say is no difference."""
    places = {
        "suites": lambda run: run.get("suite"),
        "commits of the suite": lambda run: run.get("build", {}).get("commit"),
        "revisions": lambda run: run["abi"],
        "runners": lambda run: run["runner"]["name"],
        "versions of the engine": lambda run: run["runner"]["version"] if run["abi"] != NATIVE else None,
        "builds of the engine": lambda run: run["runner"].get("sha256"),
    }
    for what, of in places.items():
        values = of(one), of(other)
        if None not in values and values[0] != values[1]:
            return f"their {what} are {values[0][:40]} and {values[1][:40]}"
    return ""


def _same_machine(one: dict, other: dict) -> bool:
    return all(one[key] == other[key] for key in one.keys() & other.keys())


def _join(one: dict, other: dict) -> dict:
    """One run of two. A program that both ran has all of its verdicts, the worst as its status."""
    tests = {test["id"]: test for test in one["tests"]}
    shared = 0
    for test in other["tests"]:
        if before := tests.get(test["id"]):
            shared += 1
            test = _repeated(before, test)
        tests[test["id"]] = test
    ordered = [tests[program_id] for program_id in sorted(tests)]
    joined = one | {
        "host": {key: _both(value, other["host"].get(key, value)) for key, value in one["host"].items()},
        "tests": ordered,
        "totals": totals(ordered),
    }
    if refused := {**one.get("refused", {}), **other.get("refused", {})}:
        joined["refused"] = {i: reason for i, reason in refused.items() if i not in tests}
    if cost := costs.together(one.get("cost"), other.get("cost")):
        joined["cost"] = cost
    if "date" in one and "date" in other:
        joined["date"] = min(one["date"], other["date"])
    for key in ("planned", "finished", "part"):
        joined.pop(key, None)
    return joined | _extent(one, other, shared)


def _extent(one: dict, other: dict, shared: int) -> dict:
    """`planned`, `finished` and `part` of two runs together, of which `shared` programs are in both
    and count once. Of an unfinished run only those are known that have a verdict: the numbers may
    then be too large."""
    parts = [run.get("part") for run in (one, other)]
    for run, part in zip((one, other), parts):
        if shared and part and (part == parts[0] == parts[1] or _is_whole(part)) and run.get("finished", True):
            return {key: run[key] for key in ("planned", "finished", "part") if key in run}
    extent = {}
    if "planned" in one and "planned" in other:
        extent["planned"] = one["planned"] + other["planned"] - shared
    if "finished" in one or "finished" in other:
        extent["finished"] = one.get("finished", True) and other.get("finished", True)
    if None not in parts and (part := parts[0] if parts[0] == parts[1] else completeness.join(*parts, shared)):
        extent["part"] = part
    return extent


def _is_whole(part: dict) -> bool:
    return part["chosen"] == part["suite"] and not part["shards"]


def _repeated(one: dict, other: dict) -> dict:
    """A program's result in two runs: the worse, with all its verdicts if they differ."""
    verdicts = [verdict for test in (one, other) for verdict in test.get("verdicts") or [test["status"]]]
    worse = max(one, other, key=lambda test: _severity(test["status"]))
    return worse if len(set(verdicts)) == 1 else worse | {"verdicts": verdicts}


def _severity(verdict: str) -> int:
    """A failure is worse than what is not judged, which is worse than a pass."""
    return 0 if verdict == "pass" else 1 if verdict in UNJUDGED else 2


def _both(one: str, other: str) -> str:
    parts = one.split(" + ")
    return one if other in parts else " + ".join([*parts, other])


def totals(tests: list[dict]) -> dict:
    """The counts of a run's tests, as results.json holds them."""
    counts = Counter(test["status"] for test in tests)
    return {v: counts[v] for v in VERDICTS} | {"all": sum(counts.values()), "share": results.share(counts)}
