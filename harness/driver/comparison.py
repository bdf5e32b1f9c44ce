"""Comparing runs of one engine, an older and a newer one: what was fixed, what broke."""

from __future__ import annotations

from dataclasses import dataclass

from .tree import NATIVE
from .verdict import UNJUDGED


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
    """Each run against the one before it of the same engine and revision, by their dates."""
    found = []
    last: dict[tuple[str, str], int] = {}
    for index in sorted(range(len(runs)), key=lambda i: runs[i].get("date", "")):
        key = runs[index]["runner"]["name"], runs[index]["abi"]
        if key in last and key[1] != NATIVE:
            found.append(_compare(runs, last[key], index))
        last[key] = index
    return found


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
    """What each run is called: as much of runner, revision, version and date as tells them apart."""
    shorts = [_short(run) for run in runs]
    versioned = [f"{short} {run['runner']['version']}" for short, run in zip(shorts, runs)]
    dated = [f"{name} ({run.get('date', 'no date')})" for name, run in zip(versioned, runs)]
    chosen = []
    for short, version, date in zip(shorts, versioned, dated):
        chosen.append(short if shorts.count(short) == 1 else version if versioned.count(version) == 1 else date)
    return chosen


def _short(run: dict) -> str:
    name = run["runner"]["name"]
    return name if run["abi"] == NATIVE else f"{name} {run['abi']}"
