"""Trying many mutants of the embedded engine at once, and what mutation.json says of them."""

from __future__ import annotations

import difflib
import hashlib
import os
from collections.abc import Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path

from ..basics.errors import UserError
from ..basics.progress import Progress
from ..diagnosis import matrix
from ..running.session import Session
from ..suite import adapter_files
from ..suite.adapters import Adapter
from ..suite.layout import REVISIONS, Tree
from . import mutants
from .journal import Journal, Trial
from .laboratory import Laboratory
from .mutants import Mutant
from .scores import SCHEMA

ENGINE = "wasmtime"
_OTHER = "imports"  # the group of imports that the table of calls does not have
_SYSTEMIC = "systemic"  # the group of mutants that break many calls


class Unsafe(UserError):
    """Mutants cannot be run here without danger to the machine."""


def select(
    every: list[Mutant], calls: list[str], names: list[str], sample: int | None, fault_class: str | None = None
) -> list[Mutant]:
    """The mutants of some calls, or those named, of one class or both, or a sample that is always the same.

    Throws UserError for a call or a mutant that there is none of.
    """
    for call in calls:
        if not any(m.call == call for m in every):
            raise UserError(f"no mutant of '{call}'; {_advice(call, [m.call for m in every])}")
    known = {m.name for m in every}
    for name in names:
        if name not in known:
            raise UserError(f"no mutant '{name}'; {_advice(name, known)}")
    chosen = [m for m in every if (not calls and not names) or m.call in calls or m.name in names]
    chosen = [m for m in chosen if fault_class in (None, m.fault_class)]
    if sample is None or sample >= len(chosen):
        return chosen
    drawn = set(sorted(chosen, key=lambda m: hashlib.sha256(m.name.encode()).digest())[:sample])
    return [m for m in chosen if m in drawn]


def _advice(word: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(word, sorted(known), 1)
    listed = f"`build/bin/wali-{ENGINE} --list-mutants` shows them all"
    return f"did you mean '{close[0]}'? {listed}" if close else listed


def default_file(tree: Tree) -> Path:
    """Where mutation.json is written and read if nothing else is said."""
    return tree.output_dir / "mutation" / "mutation.json"


def engine(tree: Tree) -> Adapter:
    """The runner that makes the mutants."""
    return adapter_files.find_one(ENGINE, tree).resolve(tree)


class Mutation:
    """The trials of some mutants. After `execute`, `trials` holds them by name."""

    def __init__(
        self,
        tree: Tree,
        adapter: Adapter,
        chosen: list[Mutant],
        output: Path,
        whole: bool = False,
        fresh: bool = False,
        others: int | None = None,
        shard: tuple[int, int] | None = None,
    ) -> None:
        """`shard` (I, N) takes every N-th of the chosen mutants, from the I-th on."""
        self.tree, self.whole = tree, whole
        self.part = {"shard": "/".join(map(str, shard)), "of": len(chosen)} if shard else None
        self.chosen = chosen = chosen[shard[0] - 1 :: shard[1]] if shard else chosen
        self.equivalents = mutants.read_equivalents(tree)
        self.survivors = mutants.read_survivors(tree)
        self.trials: dict[str, Trial] = {}
        self.interrupted = False
        self.journal = Journal(output / "journal.jsonl")
        self.laboratory = Laboratory(_sessions(tree), adapter, tree.programs(), self.journal.sets, others)
        self.earlier = {} if fresh else self.journal.trials
        for mutant in chosen:
            trial = self.earlier.get(mutant.name)
            if trial and self.laboratory.holds(mutant, trial, whole):
                self.trials[mutant.name] = trial

    def execute(self, workers: int) -> None:
        """Tries what no earlier result holds for."""
        left = [m for m in self.chosen if m.name not in self.trials]
        progress = Progress()
        pool = ThreadPoolExecutor(workers)
        waiting: set[Future] = {
            pool.submit(self.laboratory.examine, m, self.whole, self.earlier.get(m.name)) for m in left
        }
        try:
            while waiting:
                done, waiting = wait(waiting, timeout=1.0, return_when=FIRST_COMPLETED)
                for future in done:
                    self._keep(future.result())
                progress.update(self._progress())
        except KeyboardInterrupt:
            self.interrupted = True
            self.laboratory.stop()
        finally:
            pool.shutdown(cancel_futures=True)
            progress.done()
        for future in waiting:  # after an interruption
            if not future.cancelled() and not future.exception():
                self._keep(future.result())

    def _keep(self, trial: Trial) -> None:
        self.journal.add(trial)
        self.trials[trial.mutant] = trial

    def _progress(self) -> str:
        alive = sum(t.status == "survived" for t in self.trials.values())
        return f"mutants: {len(self.trials)} of {len(self.chosen)}, {alive} survive"

    def entry(self, mutant: Mutant) -> dict:
        """What mutation.json says of one."""
        trial = self.trials[mutant.name]
        reason = mutant.rule or self.equivalents.get(mutant.name, "")
        status = "equivalent" if reason and not _shows_a_difference(trial) else trial.status
        found = {"call": mutant.call, "operator": mutant.operator, "group": self._group(mutant)}
        found["class"] = mutant.fault_class
        found |= {"sentence": mutant.sentence, "abi": mutant.abi, "status": status}
        if status == "equivalent":
            found |= {"reason": reason, "known": "by rule" if mutant.rule else "by hand"}
        if status == "killed":
            found |= {"by": trial.by, "programs": list(trial.programs)}
            found["in_group"] = self._is_noticed_in_group(mutant, trial)
            found["verdicts"] = {i: list(seen) for i, seen in trial.programs.items()}
        return found

    def _group(self, mutant: Mutant) -> str:
        if mutant.is_systemic:
            return _SYSTEMIC
        known = self.tree.calls().get(mutant.call)
        return known.group if known else _OTHER

    def _is_noticed_in_group(self, mutant: Mutant, trial: Trial) -> bool:
        """Whether a program of the call's group noticed, in the way that counts. Every program is
        about a systemic mutant."""
        noticed = (i for i, (way, *_) in trial.programs.items() if way == trial.by)
        return mutant.is_systemic or any(i.startswith(f"{self._group(mutant)}/") for i in noticed)

    def to_json(self) -> dict:
        """mutation.json: every mutant with what became of it. `verdicts` of a mutant says, for
        each program that noticed, how, and gives a hash of its transcript and one of where that
        parts from the expectation; `hashes` tells the versions of the programs.
        `part` is there if this is one of several shards of the chosen mutants."""
        entries = [self.entry(m) for m in self.chosen if m.name in self.trials]
        of_programs = {p.id: matrix.hashes(self.tree, p) for p in self.tree.programs()} if self.whole else {}
        return {
            "schema": SCHEMA,
            "suite": self.tree.build_info()["version"],
            "matrix": self.whole,
            "programs": {abi: len(p) for abi, p in self.laboratory.programs.items()},
            "hashes": of_programs,
            "mutants": entries,
            **({"part": self.part, "complaints": self.complaints()} if self.part else {}),
        }

    def complaints(self) -> list[str]:
        """What somebody must look at: equivalents that were noticed, and new survivors."""
        lines = []
        for mutant in self.chosen:
            trial = self.trials.get(mutant.name)
            if not trial:
                continue
            reason = mutant.rule or self.equivalents.get(mutant.name)
            if reason and _shows_a_difference(trial):
                lines.append(f"{mutant.name} is called equivalent, but {', '.join(trial.programs)} noticed it")
            if not reason and trial.status != "killed" and mutant.name not in self.survivors:
                lines.append(f"{mutant.name} {trial.status}: {mutant.sentence}")
        return lines


def _shows_a_difference(trial: Trial) -> bool:
    """A program that only ran out of time may have been slow: a yield that yields nothing makes
    loops around it longer, by luck too long."""
    return trial.status == "killed" and trial.by != "timeout"


def _sessions(tree: Tree) -> dict[str, Session]:
    """A session for each revision. The machine is probed once."""
    sessions: dict[str, Session] = {}
    params = {"runner": ENGINE}
    for abi in REVISIONS:
        sessions[abi] = Session.create(tree, params | {"abi": abi})
        params["features"] = ",".join(sessions[abi].features)
        if os.geteuid() == 0 and "namespaces" not in sessions[abi].features:
            raise Unsafe("a broken engine may change this machine's files: run mutants as an ordinary user")
    return sessions
