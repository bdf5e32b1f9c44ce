"""`wali-cts diagnose`: which mutants explain an engine's failures.

The matrix of `mutate --matrix` says for each mutant which programs notice it, and with
what transcript. A mutant explains a failure if it makes the same program fail; if the
transcripts agree too, hardly anything else can be the cause. A mutant that would make
programs fail which the engine passes is no explanation for the others.

Mutants are chosen one after the other, each time the one that explains most of what is
left: the few that are named are what to look at first.
"""

from __future__ import annotations

from argparse import Namespace
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from . import mutate, results
from .errors import UserError
from .tree import NATIVE, Tree
from .trials import signature
from .verdict import UNJUDGED

SCHEMA = 1

# What a failure counts for a mutant: with the same transcript, with another one, and what
# a program counts against it that it would make fail and the engine passes.
_SAME, _SIMILAR, _AGAINST = 1.0, 0.4, 0.5

# A mutant that explains less is a guess, and is not named: one failure with another
# transcript says nothing.
_LEAST = 0.5

_SHOWN_PROGRAMS = 5
_SHOWN_UNEXPLAINED = 20


@dataclass
class Finding:
    """One cause and the programs that it explains, by id.

    `same` are those whose transcripts agree with it exactly; `against` those that it would
    have made fail and that pass. `others` are causes that explain the same as well.
    """

    title: str
    sentence: str
    programs: list[str]
    same: list[str] = field(default_factory=list)
    against: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)

    def words(self) -> str:
        """What the finding says, in a line."""
        look = "looks" if len(self.programs) == 1 else "look"
        text = f"{count(len(self.programs), 'failure')} {look} like {self.title}"
        details = []
        if self.same:
            details.append(f"{len(self.same)} with the very same transcript")
        if self.against:
            passes = "passes" if len(self.against) == 1 else "pass"
            details.append(f"though {count(len(self.against), 'program')} it would break {passes}")
        return text + (f" ({', '.join(details)})" if details else "")


@dataclass
class Diagnosis:
    """What is said of one run: causes, the most telling first, and what has none."""

    runner: str
    abi: str
    failures: int
    findings: list[Finding]
    unexplained: list[str]

    def to_json(self) -> dict:
        findings = [vars(f) | {"words": f.words()} for f in self.findings]
        return vars(self) | {"findings": findings}


def command(options: Namespace) -> int:
    """Prints the diagnosis of each run that has failures; exit status 0."""
    content = results.load(Path(options.results))
    matrix = load_matrix(Path(options.mutation or mutate.default_file(Tree.at(options.build_dir))))
    runs = [run for run in content["runs"] if run["abi"] != NATIVE]
    if not runs:
        raise UserError(f"{options.results}: no run of an engine is in it")
    made = [diagnose(run, matrix) for run in runs]
    for diagnosis in made:
        print(describe(diagnosis))
    if options.json:
        write(Path(options.json), made)
    return 0


def load_matrix(path: Path) -> list[dict]:
    """The mutants of a matrix. Throws UserError if the file holds none."""
    if not path.exists():
        raise UserError(
            f"{path} does not exist: make it with `harness/wali-cts mutate --matrix`, or name one with --mutation"
        )
    content = mutate.load(path)
    if not content.get("matrix"):
        raise UserError(f"{path} holds first kills only: make it with `harness/wali-cts mutate --matrix`")
    return [mutant for mutant in content["mutants"] if mutant["status"] == "killed"]


def write(path: Path, diagnoses: list[Diagnosis]) -> None:
    """Writes diagnoses for `report --diagnosis`."""
    results.write_json(path, {"schema": SCHEMA, "runs": [d.to_json() for d in diagnoses]})


def diagnose(run: dict, matrix: list[dict]) -> Diagnosis:
    """The causes of one run's failures."""
    tests = {test["id"]: test for test in run["tests"]}
    left = {i: t for i, t in tests.items() if t["status"] not in ("pass", *UNJUDGED)}
    failures = len(left)
    findings = []
    for finding in _lacking(left):
        findings.append(finding)
        for program in finding.programs:
            del left[program]
    passed = {i for i, t in tests.items() if t["status"] == "pass"}
    findings += _explain(left, passed, matrix)
    return Diagnosis(run["runner"]["name"], run["abi"], failures, findings, sorted(left))


def _lacking(failures: dict[str, dict]) -> list[Finding]:
    """What the verdict `missing` says by itself: a cause for each import that is lacking."""
    programs = defaultdict(list)
    for program, test in sorted(failures.items()):
        if test["status"] == "missing":
            programs[test["detail"]].append(program)
    ordered = sorted(programs.items(), key=lambda pair: -len(pair[1]))
    return [Finding(f"what it says itself: {detail}", "An import is missing.", ids) for detail, ids in ordered]


@dataclass
class _Match:
    """How far one mutant explains what is left."""

    mutant: dict
    programs: list[str]
    same: list[str]
    against: list[str]

    @property
    def name(self) -> str:
        return f"{self.mutant['call']}:{self.mutant['operator']}"

    @property
    def weight(self) -> float:
        similar = len(self.programs) - len(self.same)
        return _SAME * len(self.same) + _SIMILAR * similar - _AGAINST * len(self.against)


def _explain(left: dict[str, dict], passed: set[str], matrix: list[dict]) -> list[Finding]:
    """Takes out of `left` what the findings explain."""
    findings = []
    signatures = {i: signature(t["transcript"]) for i, t in left.items() if "transcript" in t}
    while left:
        matches = [_match(mutant, left, passed, signatures) for mutant in matrix]
        best = max(matches, key=lambda match: (match.weight, len(match.programs)), default=None)
        if not best or best.weight < _LEAST:
            break
        equal = [m.name for m in matches if m is not best and m.weight == best.weight and m.programs == best.programs]
        findings.append(Finding(best.name, best.mutant["sentence"], best.programs, best.same, best.against, equal))
        for program in best.programs:
            del left[program]
    return findings


def _match(mutant: dict, left: dict[str, dict], passed: set[str], signatures: dict[str, str]) -> _Match:
    verdicts = mutant["verdicts"]
    programs = sorted(i for i in verdicts if i in left)
    same = [i for i in programs if signatures.get(i) == verdicts[i][1]]
    return _Match(mutant, programs, same, sorted(i for i in verdicts if i in passed))


def describe(diagnosis: Diagnosis) -> str:
    """The diagnosis as it is printed."""
    head = f"{diagnosis.runner} {diagnosis.abi}: {count(diagnosis.failures, 'failure')}"
    if not diagnosis.failures:
        return head
    lines = [f"{head}, {count(len(diagnosis.findings), 'likely cause')}"]
    for number, finding in enumerate(diagnosis.findings, 1):
        lines.append(f"\n{number}. {finding.words()}\n   {finding.sentence}")
        lines.append(f"   {_some(finding.programs, _SHOWN_PROGRAMS)}")
        if finding.others:
            lines.append(f"   or, just as well: {_some(finding.others, _SHOWN_PROGRAMS)}")
        if finding.against:
            lines.append(f"   against it: {_some(finding.against, _SHOWN_PROGRAMS)}")
    if diagnosis.unexplained:
        lines.append(f"\nnothing explains: {_some(diagnosis.unexplained, _SHOWN_UNEXPLAINED)}")
    return "\n".join(lines)


def count(number: int, what: str) -> str:
    return f"{number} {what}" + ("" if number == 1 else "s")


def _some(names: list[str], shown: int) -> str:
    more = f", and {len(names) - shown} more" if len(names) > shown else ""
    return ", ".join(names[:shown]) + more
