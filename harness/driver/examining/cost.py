"""What an engine costs, beside the same program run natively: what `wali-cts bench` measures.

Each measure is a program of harness/bench, built as a module and as a native twin; the
module of 3 MB is the trivial one, enlarged (large_module.py). Twin and module run by turns, on
the same processor, so that what else the machine does falls on both. Both run without the
launcher, which takes longer to set up its namespaces than the whole of a start-up: whoever
measures an engine trusts it. A ratio is made of each pair, and the table shows the median of the pairs and between which values half of
them lie.

bench.json, written beside the table (times in nanoseconds, `low` and `high` are the
quartiles, an aim is the highest ratio or number of nanoseconds, its own or `more` than
the twin's, that meets it):

    {"schema": 1, "suite": "0.1.0", "date": "2026-11-22T17:00:00+00:00", "alternations": 11,
     "host": {"kernel", "arch", "processor", "processors", "load"},
     "runner": {"name", "version", "abi", "command"},
     "measures": [{"name": "getpid", "title": "getpid: what any call costs",
       "native": {"median", "low", "high", "samples": [...]}, "engine": {as native},
       "ratio": {"median", "low", "high"},
       "aim": {"ratio": 1.3}, {"nanoseconds": 2000000} or {"more": 15000}, "met": true}]}

A measure that the engine cannot run has "error" in place of all from "native" on.
"""

from __future__ import annotations

import os
import platform
import re
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path

from ..basics import tables
from ..basics.errors import UserError
from ..basics.progress import Progress
from ..running.version import UNKNOWN, query_version
from ..suite import adapters
from ..suite.adapters import Adapter
from ..suite.layout import NATIVE, Tree
from .large_module import enlarged

SCHEMA = 1
_STARTS = 5  # of a program whose start is measured, in each turn; the shortest counts
_LIMIT = 60  # seconds for one run
_LARGE = 3_000_000  # bytes of the module that is large


@dataclass(frozen=True)
class Measure:
    """One program of harness/bench and what it should cost at most: `ratio` times what its
    native twin costs, so many nanoseconds, or so many `more` than the twin."""

    name: str
    title: str
    ratio: float | None = None
    nanoseconds: int | None = None
    more: int | None = None

    @property
    def is_start_up(self) -> bool:
        """Whether the program's whole run is measured, and not operations that it counts."""
        return self.name.startswith("start-up")

    @property
    def aim(self) -> dict:
        aims = {"ratio": self.ratio, "nanoseconds": self.nanoseconds, "more": self.more}
        return {name: value for name, value in aims.items() if value is not None}


MEASURES = (
    Measure("getpid", "getpid", ratio=1.3),
    Measure("clock-gettime", "clock_gettime, by the system call", ratio=1.5),
    Measure("pread64", "pread64 of 4 KiB", ratio=1.1),
    Measure("pipe-round-trip", "pipe round trip of two processes", ratio=1.2),
    Measure("start-up", "start-up, trivial module, cached", nanoseconds=2_000_000),
    Measure("start-up-large", "start-up, module of 3 MB, cached", nanoseconds=8_000_000),
    Measure("fork-wait4", "fork and wait4", ratio=3.0),
    Measure("thread-spawn-join", "thread spawn and join", ratio=5.0),
    Measure("open", "open and close", more=1_500),
    Measure("open-among-threads", "open and close, two threads", more=15_000),
    Measure("openat-among-threads", "openat by a directory and close, two threads", more=15_000),
    Measure("recvmsg", "send, receive and close a descriptor", more=2_000),
    Measure("recvmsg-among-threads", "send, receive and close a descriptor, two threads", more=20_000),
)


def select(names: list[str]) -> list[Measure]:
    """The measures of these names, or all. Throws UserError for a name that none has."""
    for name in names:
        if name not in (measure.name for measure in MEASURES):
            raise UserError(f"no measure '{name}'; choose from {', '.join(m.name for m in MEASURES)}")
    return [m for m in MEASURES if not names or m.name in names]


class _Failure(Exception):
    """A run that gave no measurement: says why."""


@dataclass(frozen=True)
class _Program:
    """What is run for one measure by one runner."""

    words: list[str]
    environment: dict[str, str]
    directory: str

    def count_operations(self) -> float:
        """Runs it; nanoseconds for one of the operations that it counts."""
        try:
            ran = subprocess.run(
                self.words, env=self.environment, cwd=self.directory, capture_output=True, text=True,
                errors="replace", stdin=subprocess.DEVNULL, timeout=_LIMIT,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            raise _Failure(f"did not end within {_LIMIT} s") from None
        counted = dict(re.findall(r"^(operations|nanoseconds) = (\d+)$", ran.stdout, re.MULTILINE))
        if ran.returncode != 0 or len(counted) != 2:
            said = (ran.stderr.strip() or ran.stdout.strip() or "no message").splitlines()[-1]
            raise _Failure(f"status {ran.returncode}: {said}")
        return int(counted["nanoseconds"]) / int(counted["operations"])

    def start_up(self) -> int:
        """The shortest of some runs from start to end, in nanoseconds: the one that was
        interrupted least by what else the machine does."""
        return min(self._start() for _ in range(_STARTS))

    def _start(self) -> int:
        nothing = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_RDWR, 0) for fd in (0, 1, 2)]
        begin = time.perf_counter_ns()
        pid = os.posix_spawn(self.words[0], self.words, self.environment, file_actions=nothing)
        _, status = os.waitpid(pid, 0)
        elapsed = time.perf_counter_ns() - begin
        if status != 0:
            raise _Failure(f"status {os.waitstatus_to_exitcode(status)}")
        return elapsed


@dataclass
class Bench:
    """The measures of one engine."""

    tree: Tree
    oracle: Adapter
    engine: Adapter
    abi: str
    alternations: int
    progress: Progress = field(default_factory=Progress)

    def execute(self, chosen: list[Measure]) -> dict:
        """What bench.json says."""
        processors = sorted(os.sched_getaffinity(0))
        with tempfile.TemporaryDirectory(prefix="wali-bench-") as directory:
            try:
                measures = [self._measure(measure, Path(directory), processors) for measure in chosen]
            finally:
                os.sched_setaffinity(0, processors)
        self.progress.done()
        return {
            "schema": SCHEMA,
            "suite": self.tree.build_info()["version"],
            "date": datetime.now(timezone.utc).isoformat(timespec="seconds"),
            "alternations": self.alternations,
            "host": host(len(processors)),
            "runner": {
                "name": self.engine.name,
                "version": query_version(self.tree, self.engine) or UNKNOWN,
                "abi": self.abi,
                "command": list(self.engine.command),
            },
            "measures": measures,
        }

    def _measure(self, measure: Measure, directory: Path, processors: list[int]) -> dict:
        head = {"name": measure.name, "title": measure.title}
        try:
            twins = [self._program(self.oracle, NATIVE, measure, directory)]
            twins.append(self._program(self.engine, self.abi, measure, directory))
            runs = [twin.start_up if measure.is_start_up else twin.count_operations for twin in twins]
            samples = self._alternate(measure, runs, processors)
        except _Failure as failure:
            return head | {"aim": measure.aim, "error": str(failure)}
        return head | judged(measure, *samples)

    def _alternate(
        self, measure: Measure, runs: list[Callable[[], float]], processors: list[int]
    ) -> tuple[list[float], list[float]]:
        """Native and engine by turns; a pair stays on one processor."""
        for run in runs:  # pages and caches are warm from here on
            run()
        samples: tuple[list[float], list[float]] = ([], [])
        for turn in range(self.alternations):
            self.progress.update(f"{measure.name}: {turn + 1} of {self.alternations}")
            os.sched_setaffinity(0, {processors[turn % len(processors)]})
            for run, taken in zip(runs, samples):
                taken.append(run())
        return samples

    def _program(self, adapter: Adapter, abi: str, measure: Measure, directory: Path) -> _Program:
        module = self._module(measure, abi, directory)
        envfile, prepared = directory / "environment", directory / f"{measure.name}.{abi}.prepared"
        guest = {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/", "LANG": "C", "TZ": "UTC"}
        envfile.write_text("".join(f"{name}={value}\n" for name, value in guest.items()))
        values = {"module": str(module), "envfile": str(envfile), "prepared": str(prepared)}
        values["cache_dir"] = str(adapter.cache_dir(self.tree))
        environment = guest | {name: adapters.fill(value, values) for name, value in adapter.environment.items()}
        if adapter.prepare:
            adapter.run_prepare(values)
        variables = [f"{name}={value}" for name, value in guest.items()]
        words = [adapters.fill(word, values) for word in adapters.expand(adapter.command, [], variables)]
        return _Program(words, environment, str(directory))

    def _module(self, measure: Measure, abi: str, directory: Path) -> Path:
        is_large = measure.name == "start-up-large"
        suffix = ".native" if abi == NATIVE else f".{abi}.wasm"
        built = self.tree.build_dir / "harness" / "bench" / f"{'start-up' if is_large else measure.name}{suffix}"
        if not built.exists():
            raise UserError(f"{built} is missing: build it with `ninja -C {self.tree.build_dir} bench-programs`")
        if not is_large or abi == NATIVE:
            return built
        made = directory / f"{measure.name}.{abi}.wasm"
        made.write_bytes(enlarged(built.read_bytes(), _LARGE))
        return made


def judged(measure: Measure, native: list[float], engine: list[float]) -> dict:
    """What bench.json says of a measure whose samples these are, pair by pair."""
    ratio = _summary([theirs / ours for ours, theirs in zip(native, engine)])
    if measure.ratio is not None:
        met = ratio["median"] <= measure.ratio
    elif measure.more is not None:
        met = statistics.median(theirs - ours for ours, theirs in zip(native, engine)) <= measure.more
    else:
        met = statistics.median(engine) <= measure.nanoseconds
    both = {name: _summary(taken) | {"samples": taken} for name, taken in (("native", native), ("engine", engine))}
    return both | {"ratio": ratio, "aim": measure.aim, "met": met}


def _summary(values: list[float]) -> dict:
    """The median, and the quartiles."""
    low, median, high = statistics.quantiles(values, n=4, method="inclusive")
    return {"median": median, "low": low, "high": high}


def host(processors: int) -> dict:
    """The machine, of whose processors so many may be used."""
    model = re.search(r"^model name\s*: (.*)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    return {
        "kernel": platform.release(),
        "arch": platform.machine(),
        "processor": model[1] if model else "unknown",
        "processors": processors,
        "load": round(os.getloadavg()[0], 2),
    }


def table(content: dict) -> str:
    """The measures as lines of a table."""
    rows = [["", "native", "engine", "ratio", "half of them", "aim", ""]]
    rows += [_row(measure) for measure in content["measures"]]
    runner = content["runner"]
    head = f"{runner['name']} {runner['abi']} ({runner['version']}), {content['alternations']} alternations"
    return f"{head}\n{tables.columns(rows)}"


def _row(measure: dict) -> list[str]:
    wanted = _words(measure["aim"])
    if "error" in measure:
        return [measure["title"], "", "", "", "", wanted, measure["error"]]
    ratio = measure["ratio"]
    return [
        measure["title"],
        duration(measure["native"]["median"]),
        duration(measure["engine"]["median"]),
        f"{ratio['median']:.2f}",
        f"{ratio['low']:.2f}-{ratio['high']:.2f}",
        wanted,
        "met" if measure["met"] else "missed",
    ]


def _words(aim: dict) -> str:
    if "ratio" in aim:
        return f"{aim['ratio']:g} x"
    return f"+{duration(aim['more'])}" if "more" in aim else duration(aim["nanoseconds"])


def duration(nanoseconds: float) -> str:
    """A time in the unit in which it has one to three digits before the point."""
    for unit, size in (("ms", 1e6), ("us", 1e3)):
        if nanoseconds >= size:
            return (
                f"{nanoseconds / size:.3g} {unit}"
                if nanoseconds < 1000 * size
                else f"{nanoseconds / size:.0f} {unit}"
            )
    return f"{nanoseconds:.3g} ns"
