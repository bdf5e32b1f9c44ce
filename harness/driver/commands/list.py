"""`wali-cts list`: the programs and what they say, the index of behaviour, and which calls have no program."""

from __future__ import annotations

import json
from argparse import Namespace
from collections import Counter

from ..basics.errors import UserError
from ..suite import behaviours
from ..suite.layout import TOPIC_GROUPS, Tree
from ..suite.program import Program
from ..suite.selection import matches, select


def command(options: Namespace) -> int:
    """Exit status 1 only for --require-all where a call has no program."""
    tree = Tree.at(options.build_dir)
    tree.require_own()
    programs = tree.programs()
    if options.calls or options.require_all:
        return _list_calls(tree, programs, options.json, options.require_all)
    if options.behaviour:
        return _list_behaviour(behaviours.read_all(tree), options.patterns, options.json)
    programs = select(programs, options.patterns)
    if options.json:
        print(json.dumps([_entry(p) for p in programs], indent=1))
        return 0
    width = max((len(p.id) for p in programs), default=0)
    for program in programs:
        print(f"{program.id:{width}}  {program.title}")
    return 0


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

    Throws UserError if a pattern matches no call.
    """
    names = {f"{clause.group}/{clause.call}" for clause in clauses}
    for pattern in patterns:
        if not any(matches(name, pattern) for name in names):
            groups = ", ".join(sorted({clause.group for clause in clauses})) or "no group"
            raise UserError(
                f"no call of the index of behaviour matches '{pattern}': the index covers calls of {groups} "
                "(`harness/wali-cts list PATTERN` lists the programs of any group)"
            )
    chosen = [c for c in clauses if not patterns or any(matches(f"{c.group}/{c.call}", p) for p in patterns)]
    if as_json:
        print(json.dumps([_clause(clause) for clause in chosen], indent=1))
        return 0
    before = None
    for clause in chosen:
        if clause.call != before:
            print(f"{clause.group}/{clause.call}")
            before = clause.call
        print(f"  {clause.says} ({clause.page})")
        print(f"      {', '.join(clause.shown) or (f'none: {clause.none}' if clause.none else 'no program yet')}")
    shown, holes = sum(bool(c.shown) for c in chosen), sum(c.is_hole for c in chosen)
    reasons = len(chosen) - shown - holes
    print(
        f"{len(chosen)} behaviours: {shown} shown, {reasons} that no program can show, {holes} without a program yet"
    )
    return 0


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
