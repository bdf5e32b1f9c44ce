"""What lint refuses, in all of the source tree: what would let a program pass, or fail, by accident.

Programs, expectations and tables have modules of their own beside this one. Besides, runners/ names no
test: no program's id, no `call/case`, and no case of three words or more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..mutation import mutants
from ..suite import unjudged
from ..suite.layout import Tree
from ..suite.program import Program
from .expectations import lint_expectation
from .programs import includes, lint_program
from .refusal import Refusal
from .tables import lint_baselines, lint_behaviours, lint_errors_tables, lint_mutants, lint_unjudged

_TOKEN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_./-]*")


def lint(tree: Tree) -> list[Refusal]:
    """All refusals, in the order of files and lines."""
    programs = tree.programs()
    found: list[Refusal] = []
    for program in programs:
        found += lint_program(program, tree)
        expectation = tree.expectation(program.id)
        if expectation.exists():
            found += lint_expectation(expectation)
    found += _stray_files(tree, programs)
    found += _names_in_runners(tree, programs)
    found += lint_errors_tables(tree, programs)
    found += lint_behaviours(tree, programs)
    found += lint_baselines(tree, programs)
    found += lint_unjudged(tree, programs)
    found += lint_mutants(tree)
    return sorted(found)


def _stray_files(tree: Tree, programs: list[Program]) -> Iterator[Refusal]:
    """Expectations without a program, and files that nothing reads."""
    wanted = {tree.expectation(p.id) for p in programs} | {tree.expected_dir / "README.md", tree.expected_dir / unjudged.NAME}
    others = {tree.expected_dir / "known-failures", mutants.directory(tree)}
    for path in sorted(tree.expected_dir.rglob("*")):
        if path.is_file() and path not in wanted and others.isdisjoint(path.parents):
            yield Refusal(path, 1, "no program has this expectation")
    known = {p.source for p in programs}
    for path in sorted(tree.suite_dir.rglob("*.cpp")):
        if path not in known:
            yield Refusal(path, 1, "a program lies at suite/<group>/<call>/<case>.cpp")
    included = {tree.source_dir / name for p in programs for _, name in includes(p)}
    for path in sorted(tree.suite_dir.rglob("*.h")):
        if path not in included:
            yield Refusal(path, 1, "no program includes this header")


def _names_in_runners(tree: Tree, programs: list[Program]) -> Iterator[Refusal]:
    """A runner that knows the tests could behave for them alone."""
    places = {f"{p.call}/{p.case}" for p in programs}
    cases = {p.case for p in programs if p.case.count("-") >= 2}
    for path in _text_files(tree.source_dir / "runners"):
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1):
            for token in _TOKEN.findall(line):
                name = _test_name(token, places, cases)
                if name:
                    yield Refusal(path, number, f"names the test '{name}': a runner must not know the tests")


def _test_name(token: str, places: set[str], cases: set[str]) -> str | None:
    parts = [part.partition(".")[0] for part in token.split("/")]
    for left, right in zip(parts, parts[1:]):
        if f"{left}/{right}" in places:
            return f"{left}/{right}"
    return next((part for part in parts if part in cases), None)


def _text_files(directory: Path) -> Iterator[Path]:
    """The sources beneath a directory; what a build left there is passed over."""
    for path in sorted(directory.rglob("*")):
        built = {"target", "build", "__pycache__"} & set(path.relative_to(directory).parts)
        if path.is_file() and not built and b"\0" not in path.read_bytes()[:4096]:
            yield path
