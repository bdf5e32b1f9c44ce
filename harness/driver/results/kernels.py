"""Runs on several kernels beside each other: where their verdicts differ, and whether that is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..basics.tables import columns, percent
from ..running.verdict import UNJUDGED, VERDICTS
from ..suite import unjudged
from ..suite.expectation import kernel_of
from ..suite.layout import NATIVE
from ..suite.unjudged import Unjudged


@dataclass(frozen=True)
class Difference:
    """A program that fares differently: its verdict and the detail by kernel, natively or on an engine."""

    runner: str
    id: str
    verdicts: dict[str, tuple[str, str]]

    def __str__(self) -> str:
        """A line: which kernels say what, with what is seen on the first of those that say the same."""
        kernels: dict[str, list[str]] = {}
        for kernel, (verdict, _) in self.verdicts.items():
            kernels.setdefault(verdict, []).append(kernel)
        parts = []
        for verdict, names in kernels.items():
            detail = self.verdicts[names[0]][1] if verdict != "pass" else ""
            parts.append(f"{verdict} on {', '.join(names)}" + (f" ({detail})" if detail else ""))
        return f"{self.runner}: {self.id}: {'; '.join(parts)}"


def table(runs: Sequence[dict]) -> str:
    """The counts of each run, one line each, with the kernel before the runner."""
    shown = [v for v in VERDICTS if v in ("pass", "fail") or any(run["totals"][v] for run in runs)]
    rows = [["", *shown, "share"]]
    for run in runs:
        counts = run["totals"]
        share = "-" if counts["share"] is None else percent(counts["share"])
        rows.append([f"{_kernel(run)} {_runner(run)}", *(str(counts[verdict]) for verdict in shown), share])
    return columns(rows)


def differences(runs: Sequence[dict]) -> list[Difference]:
    """The programs that do not get the same verdict on all kernels that ran them. What an engine is not judged by is
    told once, for native."""
    seen: dict[tuple[str, str], dict[str, tuple[str, str]]] = {}
    for run in runs:
        for test in run["tests"]:
            seen.setdefault((_runner(run), test["id"]), {})[_kernel(run)] = test["status"], test["detail"]
    native = {i: {k for k, (v, _) in by.items() if v != "pass"} for (runner, i), by in seen.items() if runner == NATIVE}
    found = []
    for (runner, program_id), verdicts in sorted(seen.items(), key=lambda entry: (entry[0][0] != NATIVE, entry[0])):
        if runner != NATIVE:
            untold = native.get(program_id, set())
            verdicts = {k: said for k, said in verdicts.items() if said[0] not in UNJUDGED or k not in untold}
        if len({verdict for verdict, _ in verdicts.values()}) > 1:
            found.append(Difference(runner, program_id, verdicts))
    return found


def refusals(runs: Sequence[dict], listed: Sequence[Unjudged]) -> Iterator[str]:
    """What must not be, a line each: a program that Linux itself fails and the list does not name, an entry that
    does not hold, and what an engine fails."""
    by_id: dict[str, list[Unjudged]] = {}
    for entry in listed:
        by_id.setdefault(entry.id, []).append(entry)
    for run in runs:
        kernel = kernel_of(_kernel(run))
        for test in run["tests"]:
            named = any(entry.holds(kernel) for entry in by_id.get(test["id"], []))
            if line := _refusal(run, test, named):
                yield f"{_kernel(run)} {_runner(run)}: {test['id']}: {line}"


def _refusal(run: dict, test: dict, named: bool) -> str:
    verdict, is_native = test["status"], run["abi"] == NATIVE
    if is_native and named and verdict == "pass":
        return f"passes: {unjudged.NAME} names it without need"
    if verdict in ("pass", *UNJUDGED) or (is_native and named):
        return ""
    said = f"{verdict}: {test['detail']}"
    if is_native:
        said += f"; no engine is judged by it there, and {unjudged.NAME} does not say why"
    return said


def _kernel(run: dict) -> str:
    return run["host"]["kernel"]


def _runner(run: dict) -> str:
    return NATIVE if run["abi"] == NATIVE else f"{run['runner']['name']} {run['abi']}"
