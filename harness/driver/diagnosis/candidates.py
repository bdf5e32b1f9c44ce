"""What could explain failures, and the choice of a few candidates that explain many."""

from __future__ import annotations

import heapq
import re
from collections import defaultdict
from dataclasses import dataclass, field

from . import kinds
from .matrix import BEHAVIOUR, OPENING, SIGNATURE, Matrix, class_of, signature
from .symptoms import Reader, blocked_line

# What a failure counts for a mutant: with the same transcript, with one that parts from the
# expectation at the same place in the same way (or the same one of a program that did not end, as
# many faults leave it), or with another; and what a program counts against it that it would make
# fail and the engine passes.
_SAME, _ALIKE, _SIMILAR, _AGAINST = 1.0, 0.75, 0.4, 0.5

# A program of a topic whose programs fail, each in its own way.
_TOPIC = 0.26

# What explains less is a guess, and is not named: one failure with another transcript says nothing.
_LEAST = 0.5


@dataclass
class Candidate:
    """What could be a cause: how much each failure speaks for it. `mutant` is an entry of the
    matrix, None for a symptom."""

    kind: str
    subject: str
    evidence: dict[str, float]
    shown: set[str] = field(default_factory=set)  # all that show it
    waiting: set[str] = field(default_factory=set)
    same: set[str] = field(default_factory=set)
    against: list[str] = field(default_factory=list)
    mutant: dict | None = None
    programs: list[str] = field(default_factory=list)  # what it is picked for
    others: list[str] = field(default_factory=list)
    weight: float = 0.0

    @property
    def name(self) -> str:
        """Of the mutant."""
        return f"{self.mutant['call']}:{self.mutant['operator']}" if self.mutant else ""

    def gain(self, left: set[str]) -> float:
        """What it explains of what is left."""
        return sum(w for i, w in self.evidence.items() if i in left) - _AGAINST * len(self.against)


def of_symptoms(failures: dict[str, dict], reader: Reader) -> list[Candidate]:
    found: dict[tuple[str, str], Candidate] = {}
    for program, test in failures.items():
        for symptom in reader.symptoms(test):
            key = symptom.kind, symptom.subject
            candidate = found.setdefault(key, Candidate(*key, {}))
            candidate.shown.add(program)
            if symptom.strength:
                candidate.evidence[program] = symptom.strength
            if symptom.waits:
                candidate.waiting.add(program)
    return list(found.values())


def of_mutants(
    failures: dict[str, dict], passed: set[str], reader: Reader, matrix: Matrix, guess: bool = False
) -> list[Candidate]:
    """Those of the matrix. As a `guess` a failure counts for a mutant though it looks otherwise."""
    signatures = {i: signature(t["transcript"])[:SIGNATURE] for i, t in failures.items() if "transcript" in t}
    openings = {
        i: signature(reader.difference(t).opening)[:OPENING] for i, t in failures.items() if t.get("difference")
    }
    waiting = {i for i, t in failures.items() if blocked_line(t)}
    candidates = []
    for mutant in matrix.mutants:
        candidate = Candidate(*kind_of(mutant), {}, mutant=mutant)
        for program, (way, transcript, *opening) in mutant["verdicts"].items():
            if program in passed:
                candidate.against += [program] if way != "timeout" else []
            elif program not in failures:
                continue
            elif signatures.get(program) == transcript[:SIGNATURE]:
                candidate.evidence[program] = _SAME if way != "timeout" else _ALIKE
                candidate.same.add(program)
            elif opening and openings.get(program) == opening[0][:OPENING]:
                candidate.evidence[program] = _ALIKE
            elif guess:
                candidate.evidence[program] = _SIMILAR
        if candidate.evidence:
            candidate.waiting = waiting & candidate.evidence.keys()
            candidates.append(candidate)
    return candidates


def kind_of(mutant: dict) -> tuple[str, str]:
    """The kind of a mutant's cause, and what it is of. A systemic one is of no call, and each fault
    of behaviour is a kind of its own."""
    if class_of(mutant["operator"]) == BEHAVIOUR:
        return mutant["operator"], mutant["call"]
    kind = re.match(r"[^(]*", mutant["operator"])[0]
    if mutant["call"] == "all":
        kind = next((k for k, told in kinds.KINDS.items() if told.systemic == f"all:{kind}"), f"all:{kind}")
        return kind, ""
    return kind, mutant["call"]


def of_topics(failures: dict[str, dict]) -> list[Candidate]:
    found: dict[str, Candidate] = {}
    for program in failures:
        topic = program.rpartition("/")[0]
        found.setdefault(topic, Candidate("topic", topic, {})).evidence[program] = _TOPIC
    return list(found.values())


def cover(candidates: list[Candidate], left: set[str]) -> list[Candidate]:
    """Picks candidates, each time the one that explains most, and takes what they explain out of
    `left`. What a candidate gains only becomes less, so an old gain is an upper bound."""
    picked, by_program = [], defaultdict(list)
    for candidate in candidates:
        for program in candidate.evidence:
            by_program[program].append(candidate)
    heap = [(-c.gain(left), -len(c.evidence), number) for number, c in enumerate(candidates)]
    heapq.heapify(heap)
    while heap and -heap[0][0] >= _LEAST:
        best = candidates[heap[0][2]]
        programs = sorted(i for i in best.evidence if i in left)
        now = (-best.gain(left), -len(programs), heap[0][2])
        if now > heap[0]:
            heapq.heapreplace(heap, now)
            continue
        heapq.heappop(heap)
        best.programs, best.weight = programs, -now[0]
        best.others = [
            c.name for c in by_program[programs[0]] if c is not best and c.mutant and _is_equal(c, best, left)
        ]
        left -= set(programs)
        picked.append(best)
    return picked


def _is_equal(one: Candidate, best: Candidate, left: set[str]) -> bool:
    """Whether a candidate explains the same as the best, and as well."""
    return {i for i in one.evidence if i in left} == set(best.programs) and one.gain(left) >= best.weight - 1e-6
