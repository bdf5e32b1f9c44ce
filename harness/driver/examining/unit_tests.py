"""The driver's own tests, several of their classes at a time."""

from __future__ import annotations

import contextlib
import io
import json
import multiprocessing
import multiprocessing.connection
import signal
import sys
import time
import unittest
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..basics import files, interrupts
from ..basics.progress import Progress

_STOP_SECONDS = 5.0  # how long a process may take to end after an interrupt


@dataclass
class Outcome:
    """Counts of tests, and what unittest says of those that failed."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    said: list[str] = field(default_factory=list)

    def add(self, other: Outcome) -> None:
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped
        self.said += other.said


class Tests:
    """The tests of a directory, in classes. A class is run in a process of its own, forked from the one in which
    all are loaded, so that what its tests prepare once they have in common, and nothing else.

    `times` is the file that says how many seconds each class took before: the longest begin, and those
    that are not known before them.
    """

    def __init__(self, directory: Path, top: Path, times: Path) -> None:
        found = unittest.defaultTestLoader.discover(str(directory), top_level_dir=str(top))
        self.classes: dict[str, list[unittest.TestCase]] = {}
        for test in _flat(found):
            self.classes.setdefault(f"{type(test).__module__}.{type(test).__qualname__}", []).append(test)
        self._times = times
        self._seconds = _read_times(times)

    def order(self) -> list[str]:
        """The classes as they begin; among unknown ones those of most tests are first."""

        def rank(name: str) -> tuple[float, int]:
            return self._seconds.get(name, float("inf")), len(self.classes[name])

        return sorted(self.classes, key=rank, reverse=True)

    def run(self, workers: int) -> Outcome:
        """Runs all of them, `workers` classes at a time."""
        outcome, running = Outcome(), {}
        waiting, progress = self.order()[::-1], Progress()
        try:
            while waiting or running:
                while waiting and len(running) < workers:
                    with interrupts.held_back() as before:  # until the process is known
                        begun = _Running(waiting[-1], self.classes[waiting.pop()], before)
                        running[begun.pipe] = begun
                for pipe in multiprocessing.connection.wait(list(running)):
                    if made := running[pipe].hear():
                        outcome.add(made)
                        ended = running.pop(pipe)
                        self._seconds[ended.name] = ended.seconds()
                    else:
                        left = len(waiting) + len(running)
                        done = f"{len(self.classes) - left} of {len(self.classes)} classes"
                        progress.update(f"unit tests of the driver: {done}: {running[pipe].test}")
        finally:
            progress.done()
            for interrupted in running.values():
                interrupted.stop()
        took = {name: self._seconds[name] for name in self.classes}
        with contextlib.suppress(OSError):  # then they begin in another order the next time
            files.replace(self._times, json.dumps(took, indent=1).encode())
        return outcome


class _Running:
    """A class of tests in its process, which says through a pipe which test begins, and at the end what came
    of all. `mask` are the signals that the process blocks."""

    def __init__(self, name: str, tests: list[unittest.TestCase], mask: set[signal.Signals]) -> None:
        self.name, self.test, self._number = name, name, len(tests)
        self._begun = time.monotonic()
        self.pipe, theirs = multiprocessing.Pipe(duplex=False)
        fork = multiprocessing.get_context("fork")
        self._process = fork.Process(target=_run_class, args=(tests, theirs, mask))
        self._process.start()
        theirs.close()

    def hear(self) -> Outcome | None:
        """What the process says next: the outcome if it has ended, however it did."""
        try:
            said = self.pipe.recv()
        except EOFError:
            self._process.join()
            end = f"{self.name}: its process ended with status {self._process.exitcode} during {self.test}\n"
            said = Outcome(failed=self._number, said=[end])
        if isinstance(said, str):
            self.test = said
            return None
        self._process.join()
        self.pipe.close()
        return said

    def seconds(self) -> float:
        return round(time.monotonic() - self._begun, 2)

    def stop(self) -> None:
        self._process.terminate()
        self._process.join(_STOP_SECONDS)
        self._process.kill()
        self._process.join()


def _run_class(
    tests: list[unittest.TestCase], pipe: multiprocessing.connection.Connection, mask: set[signal.Signals]
) -> None:
    class Result(unittest.TextTestResult):
        def startTest(self, test: unittest.TestCase) -> None:
            super().startTest(test)
            pipe.send(test.id())

    stream = io.StringIO()
    try:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        made = unittest.TextTestRunner(stream=stream, resultclass=Result).run(unittest.TestSuite(tests))
    except KeyboardInterrupt:
        sys.exit(130)
    failed = len(made.failures) + len(made.errors) + len(made.unexpectedSuccesses)
    passed = max(made.testsRun - failed - len(made.skipped), 0)  # a class that cannot be prepared runs none
    pipe.send(Outcome(passed, failed, len(made.skipped), [stream.getvalue()] if failed else []))


def _flat(tests: unittest.TestSuite) -> Iterator[unittest.TestCase]:
    for test in tests:
        if isinstance(test, unittest.TestSuite):
            yield from _flat(test)
        else:
            yield test


def _read_times(path: Path) -> dict[str, float]:
    """What is not there, or damaged, is not known."""
    try:
        told = json.loads(path.read_text())
    except (OSError, ValueError):
        return {}
    return {n: float(s) for n, s in told.items() if isinstance(s, (int, float))} if isinstance(told, dict) else {}
