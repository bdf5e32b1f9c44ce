"""Going on with a run that was stopped: what it left, and whether it was of the same kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ..basics.errors import UserError, require
from ..basics.files import sha256
from ..suite.layout import Tree
from . import comparison, results
from .results import Run

# What a run says of itself before it is made; `host.isolation` follows from its results.
_SAME = ("runner", "build", "host", "planned", "part", "options")

_ANEW = "give the options that it had, or run without --resume"


@dataclass(frozen=True)
class Earlier:
    """What a run left in `path`, a results.json."""

    path: Path
    content: dict

    @staticmethod
    def read(directory: Path) -> Earlier:
        """Throws UserError if there is no such run."""
        path = directory / "results.json"
        require(path.exists(), f"{directory} holds no results to go on from: run without --resume")
        return Earlier(path, results.load(path))

    @property
    def seed(self) -> int | None:
        """That of its random order."""
        return next((run.get("options", {}).get("seed") for run in self.content["runs"]), None)

    def take_over(self, runs: Sequence[Run], tree: Tree) -> None:
        """Gives each of these runs, which are planned, the results that it has already. Throws
        UserError if one is not what it was then."""
        suite = tree.build_info()["version"]
        self._require("suite", self.content["suite"], suite)
        before = {comparison.name(run): run for run in self.content["runs"]}
        self._require("runs", list(before), [comparison.name(run.to_json()) for run in runs])
        for run in runs:
            old = before[comparison.name(run.to_json())]
            self._require_same(old, run.to_json())
            self._require_unchanged_programs(old, run.abi, tree)
        for run in runs:
            old = before[comparison.name(run.to_json())]
            isolation = str(old["host"].get("isolation", "none")).replace("none", "")
            run.date = old["date"]
            run.results = {test["id"]: test | {"isolation": isolation} for test in old["tests"]}

    def _require_same(self, old: dict, new: dict) -> None:
        for key in _SAME:
            then, now = old.get(key), new.get(key)
            if not (isinstance(then, dict) and isinstance(now, dict)):
                self._require(key, then, now)
                continue
            for part in [*then, *(name for name in now if name not in then)]:
                if (key, part) != ("host", "isolation"):
                    self._require(f"{comparison.name(new)}: {key}: {part}", then.get(part), now.get(part))

    def _require(self, what: str, then: object, now: object) -> None:
        require(then == now, f"{self.path} is of another run: {what}: {_said(then)} then, {_said(now)} now; {_ANEW}")

    def _require_unchanged_programs(self, old: dict, abi: str, tree: Tree) -> None:
        begun = _seconds(self.path, old) + 1  # the date has whole seconds
        for test in old["tests"]:
            module, expectation = tree.module(test["id"], abi), tree.expectation(test["id"])
            for path, changed in (
                (module, module.exists() and sha256(module) != test.get("module_sha256")),
                (expectation, expectation.exists() and expectation.stat().st_mtime > begun),
            ):
                require(not changed, f"{path} has changed since {self.path} was written; run without --resume")


def _seconds(path: Path, run: dict) -> float:
    """When a run began. Throws UserError if it does not say so."""
    try:
        return datetime.fromisoformat(run.get("date", "")).timestamp()
    except ValueError:
        raise UserError(f"{path}: damaged: 'date' is no time; run without --resume") from None


def _said(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value)) or "none"
    return "none" if value is None else str(value)
