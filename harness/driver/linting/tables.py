"""What lint refuses in tables.

suite/<group>/errors.toml names, for each call, its man page's errors: a program's id that
covers the error, a list of them, or { none = "why no program can" }.

suite/<group>/behaviour.toml is as `suite/behaviours.py` says. A program that it names covers
the call; and each program of a call that it has clauses of shows one of them, or an error.

expected/known-failures/RUNNER.ABI.toml are baselines, of programs that there are.
expected/kernels.toml is as `suite/unjudged.py` says, and expected/mutants/ as `mutation/mutants.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..basics.errors import UserError
from ..basics.text import did_you_mean
from ..mutation import mutants
from ..running import baseline
from ..suite import behaviours, error_tables, unjudged
from ..suite.layout import Tree
from ..suite.program import Program
from .refusal import Refusal


def lint_errors_tables(tree: Tree, programs: list[Program]) -> Iterator[Refusal]:
    by_id = {p.id: p for p in programs}
    for path in error_tables.files(tree):
        try:
            tables = error_tables.load(path)
        except UserError as error:
            yield _refusal(path, error)
            continue
        text = path.read_text(encoding="utf-8")
        for call, errors in tables.items():
            yield from _errors_of_call(path, text, call, errors, by_id, tree)


def _errors_of_call(
    path: Path, text: str, call: str, errors: object, by_id: dict[str, Program], tree: Tree
) -> Iterator[Refusal]:
    header = _line_of(text, rf"^\[{re.escape(call)}\]")
    known = tree.calls().get(call)
    if not known or known.group != path.parent.name:
        yield Refusal(path, header, f"'{call}' is not a call of group {path.parent.name}{_meant(call, path, tree)}")
        return
    if not isinstance(errors, dict):
        yield Refusal(path, header, f"'{call}' must be a table: [{call}]")
        return
    for error, value in errors.items():
        line = _line_of(text, rf"^\s*{re.escape(error)}\s*=", header)
        if error not in tree.errors():
            yield Refusal(path, line, f"{error} is not an error{did_you_mean(error, tree.errors())}")
            continue
        for message in _error_entry(call, error, value, by_id):
            yield Refusal(path, line, message)


def _error_entry(call: str, error: str, value: object, by_id: dict[str, Program]) -> Iterable[str]:
    if isinstance(value, dict):
        reason = value.get("none")
        if set(value) != {"none"} or not isinstance(reason, str) or not reason.strip():
            yield f'{error}: write {{ none = "why no program can show it" }}'
        return
    ids = [value] if isinstance(value, str) else value
    if not isinstance(ids, list) or not ids or not all(isinstance(i, str) for i in ids):
        yield f"{error}: a program's id, a list of them, or {{ none = … }}"
        return
    for program_id in ids:
        program = by_id.get(program_id)
        if not program:
            yield f"{error}: there is no program '{program_id}'"
        elif not any((c, cell) == (call, error) for c, cell, _ in program.covers):
            yield f"{error}: {program_id} does not say `Covers: {call} {error}`"


def lint_behaviours(tree: Tree, programs: list[Program]) -> Iterator[Refusal]:
    by_id = {p.id: p for p in programs}
    for path in behaviours.files(tree):
        try:
            clauses = behaviours.read(path)
        except UserError as error:
            yield _refusal(path, error)
            continue
        for clause in clauses:
            yield from _clause(clause, by_id, tree)
        shown = {i for clause in clauses for i in clause.shown} | _showing_errors(path.with_name(error_tables.NAME))
        calls = {clause.call for clause in clauses}
        # A call whose clauses name what is not there has been refused already.
        calls -= {clause.call for clause in clauses if not by_id.keys() >= set(clause.shown)}
        for program in programs:
            if program.group == path.parent.name and program.call in calls and program.id not in shown:
                yield Refusal(
                    path, 1, f"{program.id} is under no clause of {program.call}: which behaviour does it show?"
                )


def _clause(clause: behaviours.Clause, by_id: dict[str, Program], tree: Tree) -> Iterator[Refusal]:
    known = tree.calls().get(clause.call)
    if not known or known.group != clause.group:
        hint = _meant(clause.call, clause.path, tree)
        yield Refusal(clause.path, clause.line, f"'{clause.call}' is not a call of group {clause.group}{hint}")
        return
    for program_id in clause.shown:
        program = by_id.get(program_id)
        if not program:
            yield Refusal(clause.path, clause.line, f"there is no program '{program_id}'")
        elif all(call != clause.call for call, *_ in program.covers):
            yield Refusal(clause.path, clause.line, f"{program_id} does not say `Covers: {clause.call} …`")


def _meant(call: str, path: Path, tree: Tree) -> str:
    """Which call of a table's group a misspelt one may be meant for."""
    return did_you_mean(call, (known.name for known in tree.calls().values() if known.group == path.parent.name))


def _showing_errors(path: Path) -> set[str]:
    """The programs that an errors.toml names. One that cannot be read names none: `lint_errors_tables` says so."""
    try:
        tables = error_tables.read(path)
    except UserError:
        return set()
    return {i for errors in tables.values() for shown in errors.values() if isinstance(shown, list) for i in shown}


def _refusal(path: Path, error: UserError) -> Refusal:
    """What a reader of tables says, "FILE:LINE: MESSAGE", as a refusal."""
    line, _, message = str(error).removeprefix(f"{path}:").partition(": ")
    return Refusal(path, int(line), message)


def lint_baselines(tree: Tree, programs: list[Program]) -> Iterator[Refusal]:
    """Known failures: readable, named for the gate, of programs that there are, each with a reason."""
    ids = {p.id for p in programs}
    for path in sorted((tree.expected_dir / "known-failures").glob("*")):
        if not baseline.NAME.fullmatch(path.name):
            yield Refusal(path, 1, "a baseline is called RUNNER.ABI.toml")
            continue
        try:
            known = baseline.load(path)
        except UserError as error:
            yield Refusal(path, 1, str(error).removeprefix(f"{path}: "))
            continue
        text = path.read_text()
        for program_id, entry in known.items():
            line = _line_of(text, rf'"{re.escape(program_id)}"')
            if program_id not in ids:
                yield Refusal(path, line, f"there is no program '{program_id}'")
            elif not entry.reason.strip():
                yield Refusal(path, line, f"'{program_id}' has no reason: say why it fails")


def lint_unjudged(tree: Tree, programs: list[Program]) -> Iterator[Refusal]:
    """Programs that do not hold on some kernels: a list that can be read, of programs that there are."""
    path = tree.expected_dir / unjudged.NAME
    if not path.exists():
        return
    try:
        entries = unjudged.load(path)
    except UserError as error:
        yield Refusal(path, 1, str(error).removeprefix(f"{path}: "))
        return
    ids, text = {p.id for p in programs}, path.read_text()
    for entry in entries:
        if entry.id not in ids:
            yield Refusal(path, _line_of(text, rf'"{re.escape(entry.id)}"'), f"there is no program '{entry.id}'")


def lint_mutants(tree: Tree) -> Iterator[Refusal]:
    """The mutants' files: readable, and of mutants that are listed and programs that exist."""
    if not mutants.directory(tree).exists():
        return
    try:
        listed = mutants.read_list(tree)
        equivalents = mutants.read_equivalents(tree)
        survivors = mutants.read_survivors(tree)
        mutants.read_kept(tree)
    except UserError as error:
        yield Refusal(mutants.directory(tree), 1, str(error))
        return
    for name in sorted(survivors.union(equivalents) - set(listed.names)):
        yield Refusal(mutants.directory(tree), 1, f"there is no mutant '{name}' in list.txt")


def _line_of(text: str, pattern: str, after: int = 1) -> int:
    """The number of the first line from `after` on that matches; `after` if none does."""
    for number, line in enumerate(text.splitlines(), 1):
        if number >= after and re.search(pattern, line):
            return number
    return after
