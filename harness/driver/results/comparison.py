"""Comparing runs of one engine, an older and a newer one: what was fixed, what broke."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from ..running.verdict import UNJUDGED
from ..suite.layout import NATIVE


_NUMBER = re.compile(r"\d+(?:\.\d+)+[\w.+-]*")
_LONGEST = 24  # characters of a version that has no number


@dataclass(frozen=True)
class Change:
    """A program whose verdict is another one in the newer run; None where it was not run."""

    id: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Comparison:
    """Two runs of one engine in one revision: their indices, and the changes by what they are."""

    older: int
    newer: int
    fixed: tuple[Change, ...]
    broke: tuple[Change, ...]
    other: tuple[Change, ...]


def comparisons(runs: list[dict]) -> list[Comparison]:
    """Each run against the one before it of the same engine and revision, by their dates. One file on
    two kernels is one version of the engine, and shows what kernels do."""
    found = []
    last: dict[tuple[str, str], int] = {}
    for index in sorted(range(len(runs)), key=lambda i: runs[i].get("date", "")):
        key = runs[index]["runner"]["name"], runs[index]["abi"]
        if key in last and key[1] != NATIVE and not _differ_in_kernel(runs[last[key]], runs[index]):
            found.append(_compare(runs, last[key], index))
        last[key] = index
    return found


def _differ_in_kernel(one: dict, other: dict) -> bool:
    """Whether two runs are of the same engine file, on two kernels."""
    files = [run["runner"].get("sha256") for run in (one, other)]
    return None not in files and files[0] == files[1] and one["host"].get("kernel") != other["host"].get("kernel")


def _compare(runs: list[dict], older: int, newer: int) -> Comparison:
    before, after = ({test["id"]: test["status"] for test in runs[i]["tests"]} for i in (older, newer))
    sorted_out: dict[str, list[Change]] = {"fixed": [], "broke": [], "other": []}
    for program_id in sorted(before.keys() | after.keys()):
        change = Change(program_id, before.get(program_id), after.get(program_id))
        if change.before != change.after:
            sorted_out[_kind(change)].append(change)
    return Comparison(older, newer, *(tuple(changes) for changes in sorted_out.values()))


def _kind(change: Change) -> str:
    """Only a judged failure is fixed, and only a pass breaks; all else is other."""
    if change.after == "pass" and change.before not in (None, *UNJUDGED):
        return "fixed"
    if change.before == "pass" and change.after not in (None, *UNJUDGED):
        return "broke"
    return "other"


def names(runs: list[dict]) -> list[str]:
    """What each run is called, in as few words as tell them apart: runner and revision, and if
    need be the kernel, the version's number, the date, the time, a number."""
    chosen = [name(run) for run in runs]
    several = len({run["host"].get("kernel") for run in runs}) > 1
    for more in ((_kernel,) if several else ()) + (_version, _date, _time):
        counts = Counter(chosen)
        chosen = [called + more(run) if counts[called] > 1 else called for called, run in zip(chosen, runs)]
    counts, seen = Counter(chosen), Counter()
    for index, called in enumerate(chosen):
        seen[called] += 1
        if counts[called] > 1:
            chosen[index] = f"{called} #{seen[called]}"
    return chosen


def name(run: dict) -> str:
    """What a run is called by itself: its runner and revision; native has no revision."""
    runner = run["runner"]["name"]
    return runner if run["abi"] == NATIVE else f"{runner} {run['abi']}"


def _kernel(run: dict) -> str:
    """That of a native run is its version."""
    kernel = run["host"].get("kernel")
    return f" on {kernel}" if kernel and run["abi"] != NATIVE else ""


def _version(run: dict) -> str:
    """The number alone: the cards have the whole version."""
    version = run["runner"]["version"]
    number = _NUMBER.search(version)
    return f" {number[0] if number else version[:_LONGEST]}"


def _date(run: dict) -> str:
    return f" {run['date'][:10]}" if "date" in run else ""


def _time(run: dict) -> str:
    return f" {run['date'][11:16]}" if "date" in run else ""
