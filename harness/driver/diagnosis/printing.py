"""The causes of a run's failures, as they are printed."""

from __future__ import annotations

import shlex

from .causes import SHOWN, Diagnosis
from .wording import count, some

# Where `run` writes the results, as a path that stands for any.
_RESULTS = "RESULTS.json"


def summary(diagnosis: Diagnosis, results: str = _RESULTS) -> str:
    """The first causes as they are printed after the shares; empty without failures. `results` is the
    file that holds the run."""
    return describe(diagnosis, SHOWN, results)


def describe(diagnosis: Diagnosis, shown: int | None = None, results: str = _RESULTS) -> str:
    """The causes as they are printed, the first `shown` or all."""
    if not diagnosis.failures:
        return ""
    told = diagnosis.causes[:shown]
    found = count(len(diagnosis.causes), "likely cause") if diagnosis.causes else "no likely cause"
    order = ", the one that explains most comes first" if len(told) > 1 else ""
    lines = [f"{diagnosis.name}: {count(diagnosis.failures, 'failure')}, {found}{order}; `{diagnosis.rerun}` shows one:"]
    if diagnosis.old:
        old = count(diagnosis.old, "failing program")
        lines.append(
            f"    what follows may be wrong: the matrix of mutants was made with other versions of {old}; "
            "trust the differences of single programs"
        )
    for number, cause in enumerate(told, 1):
        lines.append(f"{number:>2}. {count(len(cause.programs), 'program')}: {cause.says}")
        if notes := cause.notes():
            lines.append(f"    {'; '.join(notes)}")
        lines.append(f"    such as {', '.join(cause.examples)}")
        lines.append(f"    do: {cause.do}")
        if shown is None and cause.others:
            lines.append(f"    explained as well by: {some(cause.others, 5)}")
        if shown is None and cause.against:
            lines.append(f"    these pass, although it would break them: {some(cause.against, 5)}")
    return "\n".join(lines + _rest(diagnosis, shown, results))


def _rest(diagnosis: Diagnosis, shown: int | None, results: str) -> list[str]:
    lines = []
    if shown is not None and diagnosis.rest:
        lines.append(f"    also: {diagnosis.rest}; `harness/wali-cts diagnose {shlex.quote(results)}` prints all causes")
    if shown is None and diagnosis.unexplained:
        lines.append(f"unexplained: {some(diagnosis.unexplained, 20)}")
    return lines
