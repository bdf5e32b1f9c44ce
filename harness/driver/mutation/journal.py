"""Results of trying mutants, kept on disk, so that a stopped command can go on."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Trial:
    """What became of one mutant.

    `programs` are those that noticed it, each with the way, a hash of the transcript and one of
    the place where it parts from the expectation; `tried` counts those that ran. `key` says what
    the result hangs on.
    """

    mutant: str
    status: str
    by: str = ""
    programs: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    tried: int = 0
    key: dict[str, str] = field(default_factory=dict)


class Sets:
    """Sets of programs, each with the hash of what it was, by a name made of them: what a
    whole trial was made on. `added` is called with each new one."""

    def __init__(self, known: dict[str, dict[str, str]], added: Callable[[str, dict[str, str]], None]) -> None:
        self._known, self._added = known, added
        self._lock = threading.Lock()

    def name(self, programs: dict[str, str]) -> str:
        """The name of a set, by which `of` finds it again."""
        name = hashlib.sha256(json.dumps(programs, sort_keys=True).encode()).hexdigest()[:16]
        with self._lock:
            if name not in self._known:
                self._known[name] = programs
                self._added(name, programs)
        return name

    def of(self, name: str) -> dict[str, str]:
        return self._known.get(name, {})


class Journal:
    """Results on disk, one JSON object a line, so that a stopped command can go on. `trials`
    holds the last result of each mutant, `sets` what whole ones were made on; a line that was
    cut short is nothing."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = threading.Lock()
        self.trials: dict[str, Trial] = {}
        sets: dict[str, dict[str, str]] = {}
        for entry in self._entries():
            if isinstance(entry.get("set"), str):
                sets[entry["set"]] = entry.get("of", {})
            elif trial := read_trial(entry):
                self.trials[trial.mutant] = trial
        self.sets = Sets(sets, lambda name, programs: self._write({"set": name, "of": programs}))

    def _entries(self) -> Iterator[dict]:
        if not self.path.exists():
            return
        for line in self.path.read_text().splitlines():
            try:
                entry = json.loads(line)
            except ValueError:
                continue
            if isinstance(entry, dict):
                yield entry

    def add(self, trial: Trial) -> None:
        """Writes a result."""
        self._write(vars(trial))

    def _write(self, entry: dict) -> None:
        with self._lock, open(self.path, "a") as file:
            file.write(json.dumps(entry) + "\n")


def read_trial(entry: dict) -> Trial | None:
    try:
        return Trial(**entry | {"programs": {i: tuple(seen) for i, seen in entry["programs"].items()}})
    except (TypeError, KeyError, AttributeError):
        return None
