"""Counting what became of mutants.

The score of a call is the share of its mutants that some program answers with `fail`.
What only crashes, hangs or blocks is counted apart: it says less about what is wrong. So is
what fails only in programs of another group: they are about something else.

Faults of behaviour have a score of their own, beside that of the interface.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..basics import tables
from ..diagnosis import matrix

SCHEMA = matrix.MUTATION_SCHEMA


@dataclass(frozen=True)
class Score:
    """Counts over some mutants."""

    mutants: int = 0
    failed: int = 0  # noticed by a `fail`
    elsewhere: int = 0  # of these, only by programs of other groups
    otherwise: int = 0  # noticed by a crash, a timeout or blocked set-up only
    survived: int = 0
    unreached: int = 0
    equivalent: int = 0

    @staticmethod
    def of(entries: Iterable[dict]) -> Score:
        """Of entries of mutation.json."""
        entries = list(entries)
        killed = [e for e in entries if e["status"] == "killed"]
        failed = [e for e in killed if e["by"] == "fail"]
        elsewhere = sum(not e.get("in_group", True) for e in failed)
        count = {s: sum(e["status"] == s for e in entries) for s in ("survived", "unreached", "equivalent")}
        return Score(len(entries), len(failed), elsewhere, len(killed) - len(failed), **count)

    @property
    def of_all(self) -> float:
        return self.failed / self.mutants if self.mutants else 1.0

    @property
    def of_different(self) -> float:
        """Among those that are not equivalent."""
        different = self.mutants - self.equivalent
        return self.failed / different if different else 1.0


def scores(entries: list[dict], key: str) -> dict[str, Score]:
    """The scores by group or by call, in the order of first appearance."""
    names = dict.fromkeys(entry[key] for entry in entries)
    return {name: Score.of(e for e in entries if e[key] == name) for name in names}


def by_class(entries: list[dict]) -> dict[str, list[dict]]:
    """The entries of each class that there are some of."""
    found = {name: [e for e in entries if matrix.class_of(e["operator"]) == name] for name in matrix.CLASSES}
    return {name: of_class for name, of_class in found.items() if of_class}


def table(entries: list[dict], key: str) -> str:
    """The scores, a line each, and the sum."""
    heads = ["", "mutants", "fail", "elsewhere", "otherwise", "survived", "unreached", "equivalent"]
    rows = [[*heads, "of all", "of different"]]
    for name, score in [*scores(entries, key).items(), ("all", Score.of(entries))]:
        counts = (score.mutants, score.failed, score.elsewhere, score.otherwise)
        counts += (score.survived, score.unreached, score.equivalent)
        shares = (tables.percent(score.of_all), tables.percent(score.of_different))
        rows.append([name, *map(str, counts), *shares])
    return tables.columns(rows)


def load(path: Path) -> dict:
    """Reads a mutation.json. Throws UserError if it is none, or one of several shards."""
    return matrix.read_whole(path)
