"""What the report's script reads: the results, packed so that a thousand programs stay small."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from pathlib import Path

from ..basics.errors import UserError
from ..results.comparison import names
from ..running.verdict import VERDICTS
from ..suite import behaviours, error_tables
from ..suite.layout import TOPIC_GROUPS, Tree
from ..suite.program import Program, read_program

_KEPT = 4000  # characters of a transcript's difference and of standard error
_ERRNO = re.compile(r"E[A-Z0-9]{2,}")


class _Strings:
    """Each string once: the places that hold it hold its index."""

    def __init__(self) -> None:
        self.index: dict[str, int] = {}

    def add(self, text: str) -> int:
        return self.index.setdefault(text, len(self.index))


def pack(content: dict, tree: Tree | None) -> dict:
    """`programs` are [id, sentence, man page]; of each run `verdicts` has a letter for each program
    (its place in VERDICTS, "-" if it was not run), `ms` its cost, and `failures` what is known of
    those that did not pass, as indices into `strings`. In them {id} is the program's id.
    """
    tests = [{test["id"]: test for test in run["tests"]} for run in content["runs"]]
    titles = {i: test["title"] for run in tests for i, test in run.items()}
    ids, strings = sorted(titles), _Strings()
    sources = {i: read_program(tree.source(i), i) for i in ids if tree.source(i).exists()} if tree else {}
    calls = {program_id.rpartition("/")[0] for program_id in ids}
    runs = []
    for run, name, by_id in zip(content["runs"], names(content["runs"]), tests):
        failures = {
            number: _failure(by_id[program_id], strings)
            for number, program_id in enumerate(ids)
            if program_id in by_id and _is_shown(by_id[program_id])
        }
        runs.append(
            {
                "name": name,
                "verdicts": "".join(_letter(by_id.get(i)) for i in ids),
                "ms": [round(by_id[i]["seconds"] * 1000) if i in by_id else 0 for i in ids],
                "failures": failures,
            }
        )
    return {
        "verdicts": VERDICTS,
        "programs": [[i, titles[i], strings.add(man_page(sources[i])) if i in sources else -1] for i in ids],
        "runs": runs,
        "errors": errors(tree, calls) if tree else {},
        "behaviours": behaviours_of(tree, calls) if tree else {},
        "strings": list(strings.index),
    }


def _letter(test: dict | None) -> str:
    return str(VERDICTS.index(test["status"])) if test else "-"


def _is_shown(test: dict) -> bool:
    return test["status"] != "pass" or len(set(test.get("verdicts", ()))) > 1


def _failure(test: dict, strings: _Strings) -> list[int]:
    """Detail, difference, standard error, command and the verdicts of the repetitions."""
    verdicts = test.get("verdicts", [])
    texts = (
        test["detail"],
        _cut(test.get("difference", "")),
        _cut(test.get("stderr", "")),
        test.get("command", ""),
        ", ".join(verdicts) if len(set(verdicts)) > 1 else "",
    )
    return [strings.add(text.replace(test["id"], "{id}")) for text in texts]


def _cut(text: str) -> str:
    return text if len(text) <= _KEPT else text[:_KEPT] + "\n…"


def man_page(program: Program) -> str:
    """Where Linux's behaviour is written down: the pages and their sections, by name."""
    if program.oracle:
        return program.oracle
    cells: dict[str, dict[str, list[str]]] = {}
    for call, cell, _ in program.covers:
        section = "ERRORS" if _ERRNO.fullmatch(cell) else "DESCRIPTION"
        if call not in TOPIC_GROUPS:
            cells.setdefault(call, {}).setdefault(section, []).append(cell)
    pages = []
    for call, sections in cells.items():
        pages.append(f"{call}(2) " + ", ".join(f"{s} ({', '.join(c)})" for s, c in sections.items()))
    return "; ".join(pages)


def errors(tree: Tree, calls: Set[str]) -> dict[str, dict[str, list[str] | str]]:
    """Of each of these calls, by "group/call": its errors, with the ids of programs or why there is none."""
    found: dict[str, dict[str, list[str] | str]] = {}
    for path in _of_groups(error_tables.files(tree), calls):
        try:
            tables = error_tables.read(path)
        except UserError:
            continue  # lint says so
        found |= {f"{path.parent.name}/{call}": errors for call, errors in tables.items()}
    return {call: found[call] for call in found if call in calls}


def behaviours_of(tree: Tree, calls: Set[str]) -> dict[str, list[list]]:
    """Of each of these calls, by "group/call": its documented behaviours, each a sentence, the man page, and the
    ids of programs or why there is none ("" for a hole)."""
    found: dict[str, list[list]] = {}
    for path in _of_groups(behaviours.files(tree), calls):
        try:
            clauses = behaviours.read(path)
        except UserError:
            continue  # lint says so
        for clause in clauses:
            shown = list(clause.shown) or clause.none
            found.setdefault(f"{clause.group}/{clause.call}", []).append([clause.says, clause.page, shown])
    return {call: found[call] for call in found if call in calls}


def _of_groups(paths: Iterable[Path], calls: Set[str]) -> list[Path]:
    """The files of the groups that these calls belong to: a report on one program reads one file, not all."""
    groups = {call.partition("/")[0] for call in calls}
    return [path for path in paths if path.parent.name in groups]
