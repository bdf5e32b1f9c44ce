"""Trying mutants on programs: which programs notice which."""

from __future__ import annotations

import hashlib
import threading
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from ..basics.errors import UserError
from ..basics.files import sha256
from ..diagnosis.matrix import WAYS, signature
from ..diagnosis.differences import read_difference
from ..running.direct_run import observe
from ..running.judging import accepted_by_matcher, judge
from ..running.observation import Observation
from ..running.session import Session
from ..suite import wasm
from ..suite.adapters import Adapter
from ..suite.matching import difference
from ..suite.program import Program
from .journal import Sets, Trial
from .mutants import Mutant, is_systemic

# A mutant's run may take this many times what the program takes, and so much more.
_TIMES, _SECONDS_MORE = 20, 1.0

# After so many programs that ran out of time no more are tried: each costs its whole limit. Of
# mutants that break many calls the others are to be known as well.
_TIMEOUTS_ENOUGH, _TIMEOUTS_ENOUGH_OF_MANY = 6, 100

# How far the search for a `fail` goes on after a program that noticed in another way.
_FURTHER_TRIES = 20


@dataclass(frozen=True)
class Known:
    """A program on the engine as it is: what it shows when all is well.

    `verdict` is not pass where the program cannot tell anything here; `limit` is the time
    that a mutant gets, in seconds.
    """

    observation: Observation
    verdict: str
    limit: float


class Stopped(Exception):
    """The laboratory was stopped before a trial had its result."""


class Laboratory:
    """The engine, the programs, and what is known of both. Several threads may use it."""

    def __init__(
        self,
        sessions: dict[str, Session],
        adapter: Adapter,
        programs: list[Program],
        sets: Sets,
        others: int | None = None,
    ) -> None:
        """`others`: so many programs of other calls are tried in a whole trial; None: all."""
        self.sessions, self.adapter, self.sets, self._others = sessions, adapter, sets, others
        self.engine_hash = sha256(Path(adapter.command[0]))
        self._known: dict[tuple[str, str], Known] = {}
        self._locks: dict[tuple[str, str], threading.Lock] = {}
        self._lock = threading.Lock()
        self._is_stopped = threading.Event()
        self._kills: Counter[tuple[str, str]] = Counter()
        self._imports, self._identities = {}, {}
        self._hashes: dict[str, dict[str, str]] = {abi: {} for abi in sessions}
        self.programs: dict[str, list[Program]] = {}
        for abi, session in sessions.items():
            present = [p for p in programs if session.tree.has_module(p, abi)]
            identities = {p.id: session.identity_for(p)[0] for p in present}
            self.programs[abi] = [p for p in present if identities[p.id]]
            for program in self.programs[abi]:
                self._identities[abi, program.id] = identities[program.id]
                if reason := session.tree.stale(program, abi):
                    raise UserError(reason)
                module = session.tree.module(program.id, abi)
                self._imports[abi, program.id] = wasm.imports(module)
                check = session.tree.expectation(program.id)
                self._hashes[abi][program.id] = hashlib.sha256(
                    module.read_bytes() + check.read_bytes()
                ).hexdigest()[:16]

    def candidates(self, mutant: Mutant) -> list[Program]:
        """The programs that can meet a mutant: the call's own first, then those of its group, then
        those that noticed most mutants of this call, then the rest by the number of imports."""
        abi = mutant.abi
        group = next((p.group for p in self.programs[abi] if p.call == mutant.call), "")
        met = [p for p in self.programs[abi] if mutant.is_imported(self._imports[abi, p.id])]
        return sorted(
            met,
            key=lambda p: (
                p.call != mutant.call,
                p.group != group,
                -self._kills[mutant.call, p.id],
                len(self._imports[abi, p.id]),
                p.id,
            ),
        )

    def of_matrix(self, mutant: Mutant) -> list[Program]:
        """The programs that a whole trial of a mutant is made on, whatever they find: those of its own call, and
        of the others as many as were asked for, always the same. A systemic mutant is tried on all."""
        met = self.candidates(mutant)
        if self._others is None or mutant.is_systemic:
            return met
        own = [p for p in met if p.call == mutant.call]
        rest = [p for p in met if p.call != mutant.call]
        drawn = sorted(rest, key=lambda p: hashlib.sha256(f"{mutant.call} {p.id}".encode()).digest())
        return own + drawn[: self._others]

    def known(self, program: Program, abi: str) -> Known:
        """What the program shows on the engine as it is; it is run the first time only."""
        with self._lock:
            lock = self._locks.setdefault((abi, program.id), threading.Lock())
        with lock:
            if (abi, program.id) not in self._known:
                self._known[abi, program.id] = self._learn(program, abi)
            return self._known[abi, program.id]

    def _learn(self, program: Program, abi: str) -> Known:
        session = self.sessions[abi]
        session.prepare(self.adapter, program, abi)
        seen = observe(session, self.adapter, program, abi, self._identities[abi, program.id])
        verdict, _ = judge(session, self.adapter, program, seen)
        return Known(seen, verdict, _TIMES * seen.seconds + _SECONDS_MORE)

    def try_on(self, mutant: Mutant, program: Program) -> tuple[str, str, str]:
        """The verdict of a program on a mutant, and the hashes of a Trial. A timeout counts only
        if it comes twice."""
        known = self.known(program, mutant.abi)
        session = replace(self.sessions[mutant.abi], timeout=known.limit)
        identity = self._identities[mutant.abi, program.id]
        engine, *rest = self.adapter.command
        adapter = replace(self.adapter, command=(engine, "--mutant", mutant.name, *rest))
        for _ in range(2):
            seen = observe(session, adapter, program, mutant.abi, identity)
            if seen.transcripts == known.observation.transcripts and seen.ended_by_itself:
                return "pass", "", ""
            verdict, _ = judge(session, adapter, program, seen, accepted_by_matcher)
            if verdict != "timeout":
                break
        expectation = session.tree.expectation(program.id).read_text()
        transcript = seen.transcripts[-1]
        return (
            ("fail" if verdict == "missing" else verdict),
            signature(transcript),
            _opening(expectation, transcript),
        )

    def stop(self) -> None:
        """Lets the trials that are under way end after the program that each runs now."""
        self._is_stopped.set()

    def examine(self, mutant: Mutant, whole: bool, earlier: Trial | None = None) -> Trial:
        """Tries a mutant on programs until one fails, or with `whole` on all those `of_matrix`, but for
        those whose result in an `earlier` whole trial still holds. If none of these fails, it goes on
        with the rest. Throws Stopped if `stop` was called meanwhile."""
        candidates = self.candidates(mutant)
        trial = Trial(mutant.name, "unreached" if not candidates else "survived")
        if whole:
            first = self.of_matrix(mutant)
            same = self._unchanged(mutant, earlier) if earlier else set()
            if earlier and same:
                trial.programs = {i: seen for i, seen in earlier.programs.items() if i in same}
                trial.tried = len(same)
            self._try_all(mutant, [p for p in first if p.id not in same], trial, whole=True)
            done = {p.id for p in first}
            candidates = [p for p in candidates if p.id not in done] if not _is_decided(trial) else []
        self._try_all(mutant, candidates, trial, whole=False)
        if trial.programs:
            ways = {way for way, *_ in trial.programs.values()}
            trial.status, trial.by = "killed", next(way for way in WAYS if way in ways)
        trial.key = self._key(mutant, trial, whole)
        return trial

    def _try_all(self, mutant: Mutant, programs: list[Program], trial: Trial, whole: bool) -> None:
        """Tries a mutant on each program, or only until it is known how the mutant is noticed."""
        for program in programs:
            if self._is_stopped.is_set():
                raise Stopped
            if self.known(program, mutant.abi).verdict != "pass":
                continue
            seen = self.try_on(mutant, program)
            trial.tried += 1
            if seen[0] != "pass":
                trial.programs[program.id] = seen
                self._kills[mutant.call, program.id] += 1
            own = mutant.is_systemic or program.call == mutant.call
            if _is_enough(trial, own, whole):
                break

    def _key(self, mutant: Mutant, trial: Trial, whole: bool) -> dict[str, str]:
        """What must be the same for the result to hold still: the engine, and either the
        program that failed or, where that says nothing, all that were to be tried."""
        abi = mutant.abi
        failed = [i for i, (way, *_) in trial.programs.items() if way == "fail"]
        if whole:
            key = {"engine": self.engine_hash, "set": self.sets.name(self._hashes[abi])}
            return key if _is_decided(trial) else key | {"of": self._of_all(mutant)}
        if failed:
            return {"engine": self.engine_hash, "program": failed[-1], "of": self._hashes[abi][failed[-1]]}
        return {"engine": self.engine_hash, "of": self._of_all(mutant)}

    def _of_all(self, mutant: Mutant) -> str:
        hashes = sorted(self._hashes[mutant.abi][p.id] for p in self.candidates(mutant))
        return hashlib.sha256("".join(hashes).encode()).hexdigest()[:16]

    def _unchanged(self, mutant: Mutant, trial: Trial) -> set[str]:
        """The programs on which a whole trial was made as they are now; none of a trial that
        stopped at its timeouts, since it is not known where."""
        if trial.key.get("engine") != self.engine_hash or _has_enough_timeouts(trial):
            return set()
        then, now = self.sets.of(trial.key.get("set", "")), self._hashes[mutant.abi]
        return {p.id for p in self.of_matrix(mutant) if then.get(p.id) == now[p.id]}

    def holds(self, mutant: Mutant, trial: Trial, whole: bool) -> bool:
        """Whether an earlier result is still what `examine` would find."""
        key, now = trial.key, self._hashes[mutant.abi]
        if key.get("engine") != self.engine_hash:
            return False
        if "set" in key:
            then, needed = self.sets.of(key["set"]), {p.id for p in self.of_matrix(mutant)} | trial.programs.keys()
            if any(then.get(i) != now.get(i) for i in needed):
                return False
            return _is_decided(trial) or key.get("of") == self._of_all(mutant)
        if "program" in key:
            return not whole and now.get(key["program"]) == key["of"]
        return not whole and key.get("of") == self._of_all(mutant)


def _is_enough(trial: Trial, own: bool, whole: bool) -> bool:
    """Whether to try no more programs. `own`: the last one was the call's own."""
    ways = Counter(way for way, *_ in trial.programs.values())
    if _has_enough_timeouts(trial):
        return True
    if whole or not ways:
        return False
    return bool(ways["fail"]) or (not own and trial.tried >= _FURTHER_TRIES)


def _is_decided(trial: Trial) -> bool:
    """Whether a whole trial need not go on with programs that are not `of_matrix`."""
    return any(way == "fail" for way, *_ in trial.programs.values()) or _has_enough_timeouts(trial)


def _has_enough_timeouts(trial: Trial) -> bool:
    enough = _TIMEOUTS_ENOUGH_OF_MANY if is_systemic(trial.mutant) else _TIMEOUTS_ENOUGH
    return sum(way == "timeout" for way, *_ in trial.programs.values()) >= enough


def _opening(expectation: str, transcript: str) -> str:
    """A hash of where a transcript parts from what is expected."""
    try:
        return signature(read_difference(difference(expectation, transcript)).opening)
    except ValueError:  # an expectation that cannot be read
        return ""
