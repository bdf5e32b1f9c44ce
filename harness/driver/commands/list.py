"""`wali-cts list`: the programs and what they say, the index of behaviour, and which calls have no program."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections import Counter

from ..basics.errors import UserError
from ..suite import behaviours
from ..suite.layout import TOPIC_GROUPS, Tree
from ..suite.program import Program
from ..suite.selection import in_vain, matches, matching, require_all_match


def command(options: Namespace) -> int:
    """Exit status 1 only for --require-all where a call has no program. Throws UserError for patterns
    that match nothing, after what the others match is listed."""
    tree = Tree.at(options.build_dir)
    tree.require_own()
    programs = tree.programs()
    if options.calls or options.require_all:
        return _list_calls(tree, programs, options.json, options.require_all)
    if options.behaviour:
        return _list_behaviour(behaviours.read_all(tree), options.patterns, options.json)
    _list_programs(matching(programs, options.patterns), options.json)
    sys.stdout.flush()  # an error comes after it, also where both go to one file
    require_all_match(programs, options.patterns)
    return 0


def _list_programs(programs: list[Program], as_json: bool) -> None:
    if as_json:
        print(json.dumps([_entry(p) for p in programs], indent=1))
        return
    width = max((len(p.id) for p in programs), default=0)
    for program in programs:
        print(f"{program.id:{width}}  {program.title}")


def _entry(program: Program) -> dict:
    return {
        "id": program.id,
        "group": program.group,
        "call": program.call,
        "title": program.title,
        "covers": [f"{call} {cell}".strip() for call, cell, _ in program.covers],
        "requires": list(program.requires),
        "oracle": program.oracle,
    }


def _list_behaviour(clauses: list[behaviours.Clause], patterns: list[str], as_json: bool) -> int:
    """Prints the clauses of the calls whose "group/call" contains a pattern or matches it; all if there is none.

    Throws UserError if a pattern matches no call, after that.
    """
    shown = [c for c in clauses if not patterns or any(matches(_name(c), p) for p in patterns)]
    if as_json:
        print(json.dumps([_clause(clause) for clause in shown], indent=1))
    elif shown:
        _print_clauses(shown)
    sys.stdout.flush()  # as above
    if vain := in_vain({_name(clause) for clause in clauses}, patterns):
        groups = ", ".join(sorted({clause.group for clause in clauses})) or "no group"
        raise UserError(
            f"no call of the index of behaviour matches {vain}: the index covers calls of {groups} "
            "(`harness/wali-cts list PATTERN` lists the programs of any group)"
        )
    return 0


def _name(clause: behaviours.Clause) -> str:
    return f"{clause.group}/{clause.call}"


def _print_clauses(clauses: list[behaviours.Clause]) -> None:
    before = None
    for clause in clauses:
        if clause.call != before:
            print(_name(clause))
            before = clause.call
        print(f"  {clause.says} ({clause.page})")
        print(f"      {', '.join(clause.shown) or (f'none: {clause.none}' if clause.none else 'no program yet')}")
    shown, holes = sum(bool(c.shown) for c in clauses), sum(c.is_hole for c in clauses)
    reasons = len(clauses) - shown - holes
    print(
        f"{len(clauses)} behaviours: {shown} shown, {reasons} that no program can show, {holes} without a program yet"
    )


def _clause(clause: behaviours.Clause) -> dict:
    return {
        "group": clause.group,
        "call": clause.call,
        "page": clause.page,
        "says": clause.says,
        "shown": list(clause.shown),
        "none": clause.none,
    }


def _list_calls(tree: Tree, programs: list[Program], as_json: bool, require_all: bool) -> int:
    counts = Counter(p.call for p in programs if p.group not in TOPIC_GROUPS)
    calls = sorted(tree.calls().values(), key=lambda call: (call.group, call.name))
    bare = [call.name for call in calls if not counts[call.name]]
    if as_json:
        print(json.dumps([{"call": c.name, "group": c.group, "programs": counts[c.name]} for c in calls], indent=1))
    else:
        for call in calls:
            print(f"{call.group:10} {call.name:20} {counts[call.name] or '-':>4}")
        print(f"{len(calls) - len(bare)} of {len(calls)} calls have programs; {len(programs)} programs in all")
    return 1 if bare and require_all else 0
