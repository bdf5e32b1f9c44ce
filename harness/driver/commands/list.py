"""`wali-cts list`: the programs and what they say, and which calls have none."""

from __future__ import annotations

import json
from argparse import Namespace
from collections import Counter

from ..suite.layout import TOPIC_GROUPS, Tree
from ..suite.program import Program
from ..suite.selection import select


def command(options: Namespace) -> int:
    """Exit status 1 only for --require-all where a call has no program."""
    tree = Tree.at(options.build_dir)
    tree.require_own()
    programs = tree.programs()
    if options.calls or options.require_all:
        return _list_calls(tree, programs, options.json, options.require_all)
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
