"""Why an engine's failures fail: few causes that explain many.

Two kinds of evidence are compared. A failure says something itself (symptoms.py): the call
that failed in set-up, how the first observation differs. And the
mutation matrix (matrix.py) says which programs a known fault makes fail, and how their
transcripts look then; a fault that would make programs fail which the engine passes is no
explanation for the others.

Causes are chosen one after the other, each time the one that explains most of what is left,
and a program counts for one cause only. Those of one kind, or of one call, are put together.
"""

from __future__ import annotations

import json
import re
import shlex
from collections import defaultdict
from dataclasses import dataclass, field

from ..results import comparison
from ..running.verdict import UNJUDGED
from ..suite.layout import NATIVE
from ..suite.program import reported_calls
from . import kinds
from .candidates import Candidate, cover, of_mutants, of_symptoms, of_topics
from .differences import own_words
from .matrix import BEHAVIOUR, Matrix, class_of
from .symptoms import Reader
from .wording import count

# So many causes are told where a reader looks first; `diagnose` tells them all.
SHOWN = 10

_EXAMPLES = 3


@dataclass
class Cause:
    """One cause and the programs that it explains, by id.

    `says` is a sentence, `do` what to do about it, `calls` what it is of. `mutants` are faults
    of the embedded engine that show the same, `others` those that explain it as well. `same` are
    programs whose transcripts agree with such a fault's exactly, `waiting` those that got no
    further than their set-up; `against` those that a mutant would make fail and that pass.
    `seen` counts all failures that show it, those that have another cause too.
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
            whole = "all fail" if waiting == len(self.programs) > 1 else f"{waiting} fail{'s' * (waiting == 1)}"
            notes.append(f"{whole} in set-up because of it")
        if more := self.seen - len(self.programs):
            notes.append(f"{more} more {'shows it but has' if more == 1 else 'show it but have'} another cause")
        if self.same:
            whole = "all" if len(self.same) == len(self.programs) > 1 else str(len(self.same))
            first, *others = [*self.mutants, *self.others]
            also = f" and {count(len(others), 'other mutant')}" if others else ""
            notes.append(f"{whole} with exactly the same transcript as {first}{also}")
        if self.against:
            passes = "passes" if len(self.against) == 1 else "pass"
            notes.append(f"but {count(len(self.against), 'program')} that it would break {passes}")
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
    option: str = ""  # how the user named the runner, if the results say it
    old: int = 0  # failures of programs of which the matrix knows other versions
    new: int = 0  # failures of programs that the matrix does not know
    covered: int = 0  # calls of which the matrix has mutants
    called: str = ""  # what tells its run apart from the others of the results, if there are any

    @property
    def name(self) -> str:
        return self.called or f"{self.runner} {self.abi}"

    @property
    def rerun(self) -> str:
        """The command that shows one program at length."""
        runner = shlex.quote(self.option or self.runner)
        return f"harness/wali-cts run --runner {runner} --abi {self.abi} -v PROGRAM"

    @property
    def first(self) -> list[Cause]:
        """The causes that a reader is shown first."""
        return self.causes[:SHOWN]

    @property
    def rest(self) -> str:
        """How many failures those leave unexplained or to minor causes; empty if none."""
        later = sum(len(cause.programs) for cause in self.causes[SHOWN:])
        parts = [f"{count(later, 'failure')} by {count(len(self.causes) - SHOWN, 'minor cause')}"] if later else []
        parts += [f"{count(len(self.unexplained), 'unexplained failure')}"] if self.unexplained else []
        return " and ".join(parts)

    def to_json(self) -> dict:
        return vars(self) | {"causes": [cause.to_json() for cause in self.causes]}


def of_content(content: dict, matrix: Matrix, tree=None) -> list[Diagnosis]:
    """The causes of each run of an engine in a results.json, in its order. Several runs of one engine
    are told apart as everywhere else."""
    runs = content["runs"]
    return [explain(run, matrix, tree, name) for run, name in zip(runs, comparison.names(runs)) if run["abi"] != NATIVE]


def explain(run: dict, matrix: Matrix = Matrix(), tree=None, called: str = "") -> Diagnosis:
    """The causes of one run's failures; `tree` helps to tell whether the matrix is old and which call a line is of,
    and `called` is what tells the run apart from others."""
    tests = {test["id"]: test for test in run["tests"]}
    left = {i: t for i, t in tests.items() if t["status"] not in ("pass", *UNJUDGED)}
    passed = {i for i, t in tests.items() if t["status"] == "pass"}
    runner = run["runner"]
    diagnosis = Diagnosis(runner["name"], run["abi"], len(left), [], [], runner.get("option", ""), called=called)
    if not left:
        return diagnosis
    if matrix.mutants:
        diagnosis.old = sum(i in left for i in matrix.old(run, tree))
        diagnosis.new = sum(i in left for i in matrix.unknown(run))
        diagnosis.covered = len(matrix.calls())
    reader = Reader(run["tests"], reported=lambda i: reported_calls(tree.source(i)) if tree else {})
    certain = [*of_symptoms(left, reader), *of_mutants(left, passed, reader, matrix)]
    unexplained = set(left)
    picked = cover(certain, unexplained)
    guesses = [*of_mutants(left, passed, reader, matrix, guess=True), *of_topics(left)]
    picked += cover(guesses, unexplained)
    diagnosis.causes = _put_together(picked, left)
    diagnosis.unexplained = sorted(unexplained)
    return diagnosis


def _put_together(picked: list[Candidate], failures: dict[str, dict]) -> list[Cause]:
    """The causes, those that explain most programs first; of as many, those that do so most surely. Last comes what
    is only known not to share a cause."""
    groups: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for candidate in picked:
        common = kinds.is_common(candidate.kind) and candidate.kind not in ("message", "dies", "missing")
        kind = candidate.kind
        key = (kind, "") if common and kind != "refused" else (kind, candidate.subject)
        if kind == "refused":
            key = "refused", candidate.subject.split(" = ")[0]
        elif not common and candidate.mutant and candidate.subject:
            of_behaviour = class_of(candidate.mutant["operator"]) == BEHAVIOUR
            key = BEHAVIOUR if of_behaviour else "call", candidate.subject
        groups[key].append(candidate)
    causes = (_cause(key, group, failures) for key, group in groups.items())
    return sorted(causes, key=lambda c: (c.kind == "topic", -len(c.programs), -c.weight))


def _cause(key: tuple[str, str], group: list[Candidate], failures: dict[str, dict]) -> Cause:
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


def _sentence(kind: str, subjects: list[str], group: list[Candidate]) -> str:
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


def _advice(kind: str, group: list[Candidate], mutants: list[str], failures: dict[str, dict]) -> str:
    if hint := next((kinds.HINTS[c.subject] for c in group if c.subject in kinds.HINTS), ""):
        return hint
    if found := next((kinds.SYSTEMIC[m] for m in mutants if m in kinds.SYSTEMIC), ""):
        return found
    if kind in kinds.KINDS:
        return kinds.KINDS[kind].do.replace("{own}", _patterns(failures))
    return (
        f"the embedded engine fails in the same way with `--mutant '{mutants[0]}'`: add `--trace` to it, and compare "
        "with a trace without the mutant"
    )


def _patterns(failures: dict[str, dict]) -> str:
    """The engine's own lines as patterns for an adapter, the most frequent beginnings."""
    words = sorted(own_words(list(failures.values())))
    heads = dict.fromkeys(re.escape(re.split(r"[N\"\[(]", word)[0].strip()).replace("\\ ", " ") for word in words)
    return ", ".join(json.dumps(f"^{head}")[1:-1].join("''") for head in list(heads)[:4] if len(head) > 3)
