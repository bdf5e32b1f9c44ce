"""The suite as modules with JSON descriptions, as wasi-testsuite and harnesses like it read tests.

A directory for each revision holds NAME.wasm and NAME.json for each program, manifest.json with the suite's
name, and left-out.txt. A description has what such a harness can hold a program to: arguments and
environment, exit code, and the bytes of standard output. Programs of which more is expected, or of which
it depends on the machine, are left out, each with its reason.
"""

from __future__ import annotations

import json
import re
import shlex
from collections import Counter
from dataclasses import dataclass, field

from ..suite.expectation import Kernel, directives
from ..suite.layout import Tree
from ..suite.patterns import parse
from ..suite.program import Program

LEFT_OUT = "left-out.txt"

# What the launcher gives each program, in namespaces (harness/launch/environment.cpp).
ENVIRONMENT = {
    "PATH": "/usr/local/bin:/usr/bin:/bin",
    "HOME": "/",
    "LANG": "C",
    "TZ": "UTC",
    "USER": "wali",
    "TMPDIR": "/tmp",
}

_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_ENDING = re.compile(r"exit (\d+)")


@dataclass(frozen=True)
class Described:
    """A program as a harness can run it: `env` is the whole environment, or empty if it does not matter."""

    args: tuple[str, ...]
    env: dict[str, str]
    exit_code: int
    stdout: str

    def to_json(self) -> bytes:
        content = {"args": list(self.args), "env": self.env, "exit_code": self.exit_code, "stdout": self.stdout}
        return json.dumps(content, indent=2).encode() + b"\n"


@dataclass
class Export:
    """What is exported of one revision: files by name, and why programs are left out, by id."""

    files: dict[str, bytes] = field(default_factory=dict)
    programs: int = 0
    left_out: dict[str, tuple[str, str]] = field(default_factory=dict)

    def kinds(self) -> list[tuple[str, int]]:
        """The kinds of reasons and how many programs each leaves out, the most frequent first."""
        return Counter(kind for kind, _ in self.left_out.values()).most_common()


class _NotExpressible(Exception):
    """A program cannot be described: what kind of reason, and the reason's own words."""

    def __init__(self, kind: str, detail: str) -> None:
        super().__init__(kind)
        self.reason = kind, detail


def export(tree: Tree, programs: list[Program], abi: str, kernel: Kernel) -> Export:
    """One revision of these programs, as they behave on a kernel."""
    made = Export()
    for program in programs:
        if not tree.has_module(program, abi):
            continue
        try:
            described = describe(tree, program, kernel)
        except _NotExpressible as lacking:
            made.left_out[program.id] = lacking.reason
            continue
        name = program.id.replace("/", ".")
        made.files[f"{name}.wasm"] = tree.module(program.id, abi).read_bytes()
        made.files[f"{name}.json"] = described.to_json()
        made.programs += 1
    name = f"wali-cts {tree.build_info()['version']} {abi}"
    made.files["manifest.json"] = json.dumps({"name": name}, indent=2).encode() + b"\n"
    made.files[LEFT_OUT] = _listed(made).encode()
    return made


def _listed(made: Export) -> str:
    """left-out.txt."""
    lines = [f"# {len(made.left_out)} programs cannot be described by literal output and an exit code alone."]
    lines += [f"# {count:5}  {kind}" for kind, count in made.kinds()]
    lines += [f"{i}: {kind}: {detail}" for i, (kind, detail) in sorted(made.left_out.items())]
    return "\n".join(lines) + "\n"


def describe(tree: Tree, program: Program, kernel: Kernel) -> Described:
    """Throws _NotExpressible."""
    if program.requires:
        raise _NotExpressible("needs something that not every machine has", ", ".join(program.requires))
    if refused := tree.may_be_refused(program):
        raise _NotExpressible("an engine may refuse an import of it", ", ".join(refused))
    args, env = _invocation(program)
    lines = [_literal(pattern) for _, pattern in directives(tree.expectation(program.id).read_text(), kernel)]
    exit_code = 0
    if lines and (ending := _ENDING.fullmatch(lines[-1])):
        exit_code = int(ending[1])
        lines.pop()
    if lines and lines[-1].startswith("killed SIG"):
        raise _NotExpressible("ends by a signal", lines[-1])
    return Described(args, env, exit_code, "".join(f"{line}\n" for line in lines))


def _invocation(program: Program) -> tuple[tuple[str, ...], dict[str, str]]:
    """The arguments and the environment that a program's RUN line gives it."""
    if not program.run_lines:
        return (), {}
    if len(program.run_lines) > 1:
        raise _NotExpressible("runs in several steps", f"{len(program.run_lines)} RUN lines")
    line = program.run_lines[0]
    command, _, check = line.rpartition("|")
    words = shlex.split(command)
    if check.strip() != "%check" or "|" in words or words[:1] != ["%launch"] or "%engine" not in words:
        raise _NotExpressible("has a script of its own", line)
    at = words.index("%engine")
    options = words[1:at]
    if options[::2] != ["--env"] * (len(options) // 2) or len(options) % 2:
        raise _NotExpressible("has a script of its own", line)
    given = dict(text.split("=", 1) for text in options[1::2])
    return tuple(words[at + 1 :]), ENVIRONMENT | given if given else {}


def _literal(pattern: str) -> str:
    """The one line that a pattern matches, as the program prints it."""
    parts = list(parse(pattern))
    if other := next((part for part in parts if part.kind != "text"), None):
        kind = "matches a pattern" if other.kind == "regex" else "captures a value that varies"
        raise _NotExpressible(kind, pattern)
    text = " ".join(pattern.split())  # as FileCheck folds blanks; a transcript has no two in a row
    if "\\" in _QUOTED.sub("", text):  # within quotes the program itself has written it
        raise _NotExpressible("prints bytes that only a transcript can show", pattern)
    return text
