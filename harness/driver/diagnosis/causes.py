"""Why an engine's failures fail: few causes that explain many.

Two kinds of evidence are held against each other. A failure says something itself
(symptoms.py): the call that set-up died of, how the first observation differs. And the
mutation matrix (matrix.py) says which programs a known fault makes fail, and how their
transcripts look then; a fault that would make programs fail which the engine passes is no
explanation for the others.

Causes are chosen one after the other, each time the one that explains most of what is left,
and a program counts for one cause only. Those of one kind, or of one call, are put together.
"""

from __future__ import annotations

import heapq
import json
import re
from collections import defaultdict
from dataclasses import dataclass, field

from ..running.verdict import UNJUDGED
from ..suite.layout import NATIVE
from . import kinds
from .matrix import BEHAVIOUR, OPENING, SIGNATURE, Matrix, class_of, signature
from .symptoms import Reader, blocked_line, own_words

# So many causes are told where a reader looks first; `diagnose` tells them all.
SHOWN = 10

# What a failure counts for a mutant: with the same transcript, with one that parts from the
# expectation at the same place in the same way, or with another; and what a program counts
# against it that it would make fail and the engine passes.
_SAME, _ALIKE, _SIMILAR, _AGAINST = 1.0, 0.75, 0.4, 0.5

# A program of a topic whose programs fail, each in its own way.
_TOPIC = 0.26

# What explains less is a guess, and is not named: one failure with another transcript says nothing.
_LEAST = 0.5

_EXAMPLES = 3


@dataclass
class Cause:
    """One cause and the programs that it explains, by id.

    `says` is a sentence, `do` what to do about it, `calls` what it is of. `mutants` are faults
    of the embedded engine that show the same, `others` those that explain it as well. `same` are
    programs whose transcripts agree with such a fault's exactly, `waiting` those that got no
    further than their set-up; `against` those that a mutant would make fail and that pass.
    `seen` counts all failures that show it, those that have another cause, too, included.
    """

    kind: str
    says: str
    do: str
    calls: list[str]
    programs: list[str]
    weight: float
    seen: int = 0
    waiting: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    against: list[str] = field(default_factory=list)
    mutants: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)

    @property
    def examples(self) -> list[str]:
        """Three programs that show it best: those that test it before those that wait behind it."""
        waiting, same = set(self.waiting), set(self.same)
        return sorted(self.programs, key=lambda i: (i in waiting, i not in same, i))[:_EXAMPLES]

    def notes(self) -> list[str]:
        """What else is to be known of it, in short sentences."""
        notes = []
        if waiting := len(self.waiting):
            whole = "all wait" if waiting == len(self.programs) > 1 else f"{waiting} wait{'s' * (waiting == 1)}"
            notes.append(f"{whole} behind it in set-up")
        if more := self.seen - len(self.programs):
            notes.append(f"{more} more {'shows' if more == 1 else 'show'} it beside another cause")
        if self.same:
            whole = "all" if len(self.same) == len(self.programs) > 1 else str(len(self.same))
            notes.append(f"{whole} with the very same transcript as {_some([*self.mutants, *self.others], 1)}")
        if self.against:
            passes = "passes" if len(self.against) == 1 else "pass"
            notes.append(f"though {count(len(self.against), 'program')} that it would break {passes}")
        return notes

    def to_json(self) -> dict:
        return vars(self) | {"examples": self.examples, "notes": self.notes()}


@dataclass
class Diagnosis:
    """What is said of one run: the causes, the most telling first, and what has none."""

    runner: str
    abi: str
    failures: int
    causes: list[Cause]
    unexplained: list[str]
    old: int = 0  # programs of which the matrix knows other versions
    covered: int = 0  # calls of which the matrix has mutants

    @property
    def name(self) -> str:
        return f"{self.runner} {self.abi}"

    @property
    def rerun(self) -> str:
        """The command that shows one program at length."""
        return f"harness/wali-cts run --runner {self.runner} --abi {self.abi} -v PROGRAM"

    @property
    def first(self) -> list[Cause]:
        """The causes for who looks first."""
        return self.causes[:SHOWN]

    @property
    def rest(self) -> str:
        """What those leave unsaid; empty if nothing."""
        later = sum(len(cause.programs) for cause in self.causes[SHOWN:])
        parts = (
            [f"{count(later, 'failure')} by {count(len(self.causes) - SHOWN, 'lesser cause')}"] if later else []
        )
        parts += [f"{count(len(self.unexplained), 'failure')} that nothing explains"] if self.unexplained else []
        return " and ".join(parts)

    def to_json(self) -> dict:
        return vars(self) | {"causes": [cause.to_json() for cause in self.causes]}


def of_content(content: dict, matrix: Matrix, tree=None) -> list[Diagnosis]:
    """The causes of each run of an engine in a results.json, in its order."""
    return [explain(run, matrix, tree) for run in content["runs"] if run["abi"] != NATIVE]


def explain(run: dict, matrix: Matrix = Matrix(), tree=None) -> Diagnosis:
    """The causes of one run's failures; `tree` helps to tell whether the matrix is old."""
    tests = {test["id"]: test for test in run["tests"]}
    left = {i: t for i, t in tests.items() if t["status"] not in ("pass", *UNJUDGED)}
    passed = {i for i, t in tests.items() if t["status"] == "pass"}
    diagnosis = Diagnosis(run["runner"]["name"], run["abi"], len(left), [], [])
    if not left:
        return diagnosis
    if matrix.mutants:
        diagnosis.old, diagnosis.covered = len(matrix.old(run, tree)), len(matrix.calls())
    reader = Reader(run["tests"])
    certain = [*_of_symptoms(left, reader), *_of_mutants(left, passed, reader, matrix)]
    unexplained = set(left)
    picked = _cover(certain, unexplained)
    guesses = [*_of_mutants(left, passed, reader, matrix, guess=True), *_of_topics(left)]
    picked += _cover(guesses, unexplained)
    diagnosis.causes = _put_together(picked, left)
    diagnosis.unexplained = sorted(unexplained)
    return diagnosis


# ---- what could explain failures


@dataclass
class _Candidate:
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


def _of_symptoms(failures: dict[str, dict], reader: Reader) -> list[_Candidate]:
    found: dict[tuple[str, str], _Candidate] = {}
    for program, test in failures.items():
        for symptom in reader.symptoms(test):
            key = symptom.kind, symptom.subject
            candidate = found.setdefault(key, _Candidate(*key, {}))
            candidate.shown.add(program)
            if symptom.strength:
                candidate.evidence[program] = symptom.strength
            if symptom.waits:
                candidate.waiting.add(program)
    return list(found.values())


def _of_mutants(
    failures: dict[str, dict], passed: set[str], reader: Reader, matrix: Matrix, guess: bool = False
) -> list[_Candidate]:
    """Those of the matrix. As a `guess` a failure counts for a mutant though it looks otherwise."""
    signatures = {i: signature(t["transcript"])[:SIGNATURE] for i, t in failures.items() if "transcript" in t}
    openings = {
        i: signature(reader.difference(t).opening)[:OPENING] for i, t in failures.items() if t.get("difference")
    }
    waiting = {i for i, t in failures.items() if blocked_line(t)}
    candidates = []
    for mutant in matrix.mutants:
        candidate = _Candidate(*kind_of(mutant), {}, mutant=mutant)
        for program, (way, transcript, *opening) in mutant["verdicts"].items():
            if program in passed:
                candidate.against += [program] if way != "timeout" else []
            elif program not in failures:
                continue
            elif signatures.get(program) == transcript[:SIGNATURE]:
                candidate.evidence[program] = _SAME
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


def _of_topics(failures: dict[str, dict]) -> list[_Candidate]:
    found: dict[str, _Candidate] = {}
    for program in failures:
        topic = program.rpartition("/")[0]
        found.setdefault(topic, _Candidate("topic", topic, {})).evidence[program] = _TOPIC
    return list(found.values())


# ---- the choice


def _cover(candidates: list[_Candidate], left: set[str]) -> list[_Candidate]:
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


def _is_equal(one: _Candidate, best: _Candidate, left: set[str]) -> bool:
    """Whether a candidate explains the same as the best, and as well."""
    return {i for i in one.evidence if i in left} == set(best.programs) and one.gain(left) >= best.weight - 1e-6


def _put_together(picked: list[_Candidate], failures: dict[str, dict]) -> list[Cause]:
    """The causes, those that explain most and most surely first."""
    groups: dict[tuple[str, str], list[_Candidate]] = defaultdict(list)
    for candidate in picked:
        common = kinds.is_common(candidate.kind) and candidate.kind not in ("message", "dies", "topic", "missing")
        kind = candidate.kind
        key = (kind, "") if common and kind != "refused" else (kind, candidate.subject)
        if kind == "refused":
            key = "refused", candidate.subject.split(" = ")[0]
        elif not common and candidate.mutant and candidate.subject:
            of_behaviour = class_of(candidate.mutant["operator"]) == BEHAVIOUR
            key = BEHAVIOUR if of_behaviour else "call", candidate.subject
        groups[key].append(candidate)
    return sorted((_cause(key, group, failures) for key, group in groups.items()), key=lambda c: -c.weight)


def _cause(key: tuple[str, str], group: list[_Candidate], failures: dict[str, dict]) -> Cause:
    kind = key[0]
    subjects = list(dict.fromkeys(c.subject for c in group))
    mutants = list(dict.fromkeys(c.name for c in group if c.mutant))
    return Cause(
        kind,
        _sentence(kind, subjects, group),
        _advice(kind, group, mutants, failures),
        list(dict.fromkeys(s.split(" = ")[0] for s in subjects if s)),
        sorted(i for c in group for i in c.programs),
        round(sum(c.weight for c in group), 2),
        len({i for c in group for i in (*c.shown, *c.programs)}),
        sorted(i for c in group for i in c.programs if i in c.waiting),
        sorted(i for c in group for i in c.programs if i in c.same),
        sorted({i for c in group for i in c.against}),
        mutants,
        list(dict.fromkeys(name for c in group for name in c.others if name not in mutants)),
    )


def _sentence(kind: str, subjects: list[str], group: list[_Candidate]) -> str:
    named = [s for s in subjects if s]
    if kind in kinds.KINDS and (named or "{of}" not in kinds.KINDS[kind].says):
        subjects = named
        if kind == "refused":
            results = list(dict.fromkeys(s.partition(" = ")[2] for s in subjects))
            subjects = [f"{subjects[0].partition(' = ')[0]} gives {' or '.join(filter(None, results))}"]
        return kinds.sentence(kind, subjects)
    said = list(dict.fromkeys(c.mutant["sentence"] for c in group))
    more = f"; and {len(said) - 2} more of its faults" if len(said) > 2 else ""
    return "; ".join(said[:2]) + more


def _advice(kind: str, group: list[_Candidate], mutants: list[str], failures: dict[str, dict]) -> str:
    if hint := next((kinds.HINTS[c.subject] for c in group if c.subject in kinds.HINTS), ""):
        return hint
    if found := next((kinds.SYSTEMIC[m] for m in mutants if m in kinds.SYSTEMIC), ""):
        return found
    if kind in kinds.KINDS:
        return kinds.KINDS[kind].do.replace("{own}", _patterns(failures))
    return f"the embedded engine does the same with `--mutant '{mutants[0]}'`: trace both, and compare"


def _patterns(failures: dict[str, dict]) -> str:
    """The engine's own lines as patterns for an adapter, the most frequent beginnings."""
    words = sorted(own_words(list(failures.values())))
    heads = dict.fromkeys(re.escape(re.split(r"[N\"\[(]", word)[0].strip()).replace("\\ ", " ") for word in words)
    return ", ".join(json.dumps(f"^{head}")[1:-1].join("''") for head in list(heads)[:4] if len(head) > 3)


def count(number: int, what: str) -> str:
    return f"{number} {what}" + ("" if number == 1 else "s")


def _some(names: list[str], shown: int) -> str:
    more = f", and {len(names) - shown} more" if len(names) > shown else ""
    return ", ".join(names[:shown]) + more


def summary(diagnosis: Diagnosis) -> str:
    """The first causes as they are printed after the shares; empty without failures."""
    return describe(diagnosis, SHOWN)


def describe(diagnosis: Diagnosis, shown: int | None = None) -> str:
    """The causes as they are printed, the first `shown` or all."""
    if not diagnosis.failures:
        return ""
    told = diagnosis.causes[:shown]
    found = count(len(diagnosis.causes), "likely cause")
    lines = [
        f"{diagnosis.name}: {count(diagnosis.failures, 'failure')}, {found}, first what explains most; "
        f"`{diagnosis.rerun}` shows one:"
    ]
    for number, cause in enumerate(told, 1):
        lines.append(f"{number:>2}. {count(len(cause.programs), 'program')}: {cause.says}")
        if notes := cause.notes():
            lines.append(f"    {'; '.join(notes)}")
        lines.append(f"    such as {', '.join(cause.examples)}")
        lines.append(f"    do: {cause.do}")
        if shown is None and cause.others:
            lines.append(f"    or, just as well: {_some(cause.others, 5)}")
        if shown is None and cause.against:
            lines.append(f"    against it: {_some(cause.against, 5)}")
    return "\n".join(lines + _rest(diagnosis, shown))


def _rest(diagnosis: Diagnosis, shown: int | None) -> list[str]:
    lines = []
    if shown is not None and diagnosis.rest:
        lines.append(f"    besides: {diagnosis.rest}; `harness/wali-cts diagnose RESULTS.json` tells all")
    if shown is None and diagnosis.unexplained:
        lines.append(f"nothing explains: {_some(diagnosis.unexplained, 20)}")
    if diagnosis.old:
        lines.append(f"the matrix of mutants was made with other versions of {count(diagnosis.old, 'program')}")
    return lines
