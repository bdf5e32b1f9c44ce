"""Engines side by side, for a reader who has two minutes: what page and Markdown both begin with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..diagnosis.causes import Cause, Diagnosis
from ..diagnosis.wording import count
from ..results.results import by_group, judged
from ..running.verdict import UNJUDGED
from ..suite.layout import NATIVE

CAUSES = 3  # of each engine
_LONGEST = 150  # characters of a cause's sentence


@dataclass(frozen=True)
class Row:
    """One engine in one revision. `number` is its run's among all, `place` its diagnosis' among those of
    engines; `called` tells it apart from the others."""

    number: int
    place: int
    called: str
    run: dict
    diagnosis: Diagnosis | None

    @property
    def engine(self) -> str:
        """Its name, with what tells its runs of one revision apart."""
        return self.run["runner"]["name"] + self.called.removeprefix(f"{self.run['runner']['name']} {self.run['abi']}")

    @property
    def version(self) -> str:
        version = self.run["runner"]["version"]
        return "version unknown" if version == "unknown" else version

    @property
    def groups(self) -> dict[str, Counter]:
        return by_group(self.run)

    @property
    def judged(self) -> int:
        return judged(self.run["totals"])

    @property
    def failures(self) -> int:
        return self.judged - self.run["totals"]["pass"]

    @property
    def causes(self) -> list[Cause]:
        return self.diagnosis.causes[:CAUSES] if self.diagnosis else []

    @property
    def rest(self) -> int:
        """How many failures those causes do not explain."""
        return self.failures - sum(len(cause.programs) for cause in self.causes)


def rows(runs: Sequence[dict], called: Sequence[str], told: Sequence[Diagnosis]) -> list[Row]:
    """A row for each run of an engine; none if there are not several. `told` are the causes of those
    runs, in their order, or nothing."""
    engines = [number for number, run in enumerate(runs) if run["abi"] != NATIVE]
    if len(engines) < 2:
        return []
    causes = dict(enumerate(told))
    return [Row(n, place, called[n], runs[n], causes.get(place)) for place, n in enumerate(engines)]


def groups(shown: Sequence[Row]) -> list[str]:
    """The groups of which any of the rows has programs."""
    return sorted({group for row in shown for group in row.groups})


def says(cause: Cause) -> str:
    """What a cause is, cut to what a table has room for."""
    text = cause.says
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


@dataclass(frozen=True)
class Cost:
    """What a run's programs cost, in words: how often native's time, the seconds, of how many programs."""

    times: str
    seconds: str
    programs: str


def cost(run: dict) -> Cost | None:
    """None where both were not measured."""
    if not (measured := run.get("cost")):
        return None
    seconds, native = measured["seconds"], measured["native"]
    times = f"×{seconds / native:.1f}" if native > 0 else "–"
    return Cost(times, f"{seconds:.1f} s, native {native:.1f} s", count(measured["programs"], "program"))


RULE = (
    "Cost = seconds from start to end of the programs that pass on the engine and natively, against native's, both "
    "measured in the same run."
)


def unlike(shown: Sequence[Row]) -> str:
    """That the rows are not of the same programs, in a sentence; "" if they are. Revisions differ in
    programs by themselves: only rows of one revision are compared."""
    for revision in dict.fromkeys(row.run["abi"] for row in shown):
        ran = [_judged_ids(row.run) for row in shown if row.run["abi"] == revision]
        common, every = set.intersection(*ran), set.union(*ran)
        if common != every:
            return (
                f"Not all were judged by the same programs: of {len(every)} in {revision}, {len(common)} were judged on "
                "every engine. A share is of the programs that were judged on its engine."
            )
    return ""


def _judged_ids(run: dict) -> set[str]:
    return {test["id"] for test in run["tests"] if test["status"] not in UNJUDGED}
