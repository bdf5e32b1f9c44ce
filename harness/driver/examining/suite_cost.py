"""The processor time of a whole run of the suite, and who takes it: what `wali-cts bench --suite` prints.

Each process belongs to one kind (lit_run.SPENDERS); what the kernel charged to it and to what it waited for is
taken from its parent. lit gets what is left of all that it started, `probes` what the driver started besides
lit, and the driver what it took itself. So the kinds add up to the whole. The whole lacks what the kernel does in
threads of its own, such as removing network namespaces.

suite.json, written beside the table (times in seconds):

    {"schema": 1, "suite": "0.1.0", "date": "2026-11-22T17:00:00+00:00", "workers": 2,
     "host": as in bench.json, "runs": [{"name": "wasmtime libc", "programs": 2180, "part": as in results.json,
       "spent": {"engine": 9.1, "launcher": 6.5, "FileCheck": 5.2, "lit": 8.8}}],
     "driver": 4.1, "probes": 0.3, "total": 78.2,
     "beyond": 0.0091, "aim": 0.01, "met": true}

`beyond` is what a program costs in a run, on the average, beyond its own processes and those of its engine.
"""

from __future__ import annotations

import os
from collections import Counter
from datetime import datetime, timezone

from ..basics import processor_time, tables
from ..results.suite_run import SuiteRun
from ..running.lit_run import SPENDERS
from .cost import duration, host

SCHEMA = 1

# The most that a program may cost in one run beyond the kinds of processes that run the program itself.
_AIM = 0.010  # seconds
_PROGRAMS_OWN = ("native", "engine", "prepare")


def content(suite_run: SuiteRun, children_before: float) -> dict:
    """What suite.json says of a run that has ended. `children_before` is what processes below this one had
    taken when it began."""
    runs = [run for run in suite_run.runs if run.results]
    told = [
        {"name": run.name, "programs": len(run.results), "part": run.part, "spent": _rounded(run.spent)} for run in runs
    ]
    started = processor_time.of_children() - children_before
    probes, driver = started - sum(run.spent.total() for run in runs), processor_time.own()
    own = sum(run.spent[kind] for run in runs for kind in _PROGRAMS_OWN)
    each = (started + driver - own) / sum(run["programs"] for run in told)
    return {
        "schema": SCHEMA,
        "suite": suite_run.tree.build_info()["version"],
        "date": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "workers": suite_run.options.workers,
        "host": host(len(os.sched_getaffinity(0))),
        "runs": told,
        "driver": round(driver, 6),
        "probes": round(probes, 6),
        "total": round(started + driver, 6),
        "beyond": round(each, 6),
        "aim": _AIM,
        "met": each <= _AIM,
    }


def _rounded(spent: Counter) -> dict[str, float]:
    return {kind: round(spent[kind], 6) for kind in SPENDERS if spent[kind]}


def table(content: dict) -> str:
    """The kinds as lines of a table: seconds in each run and in all, and milliseconds for each program of a run."""
    runs = content["runs"]
    programs = sum(run["programs"] for run in runs)

    def row(name: str, values: list[float], total: float) -> list[str]:
        return [name, *(f"{value:.2f}" for value in values), f"{total:.2f}", f"{1000 * total / programs:.2f}"]

    rows = [["seconds of processor time", *(run["name"] for run in runs), "all", "ms a program"]]
    rows.append(["programs", *(str(run["programs"]) for run in runs), str(programs), ""])
    for kind in SPENDERS:
        if any(kind in run["spent"] for run in runs):
            values = [run["spent"].get(kind, 0.0) for run in runs]
            rows.append(row(kind, values, sum(values)))
    for name in ("driver", "probes"):
        rows.append([name, *("" for _ in runs), *row(name, [], content[name])[1:]])
    rows.append(row("all", [sum(run["spent"].values()) for run in runs], content["total"]))
    return tables.columns(rows)


def verdict(content: dict) -> str:
    """Whether the aim is met, in a line."""
    beyond, aim = (duration(1e9 * content[key]) for key in ("beyond", "aim"))
    met = "met" if content["met"] else "missed"
    return f"beyond engine and native: {beyond} for each program of a run; the aim is at most {aim}: {met}"
