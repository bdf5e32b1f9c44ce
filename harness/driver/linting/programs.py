"""What lint refuses in a program, suite/<group>/<call>/<case>.cpp.

Each opens with a sentence, has a `Covers:` line
whose first word is a call of the table (or, in abi, containment and scenario, the topic)
and whose errors exist, and has an expectation; each expectation has a program. Its
directory is a call of its group, its name in kebab case. `REQUIRES:` names features that
`suite/features.py` lists; a `RUN:` line ends in `| %check`; `Oracle:` stands in abi and
containment only, `Output: raw` in abi/start only. `Imports:` stands in abi only, and gives
one import that no revision has so, with its type: `SYS_exit (i32) -> ()`. A program includes
`wali/test.h`, and headers of its folder and of those above it by their path from the root,
`suite/file/locks.h`: of these alone the build knows. A program reports,
the expectation judges: no `report` stands under `if`, `else`, `switch`, `while` or behind
`&&` and `||`; none of its arguments holds `? :`, `==`, `!=`, `&&`, `||` or `!`; `compared`
takes nothing that a system call returned; and several values are not packed into the digits
of one number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..basics.text import did_you_mean
from ..suite.features import FEATURES, unknown
from ..suite.layout import TOPIC_GROUPS, Tree
from ..suite.program import Program, misspelt_directive
from .cpp import chosen_reports, compared_results, conditional_reports, packed_digits
from .refusal import Refusal, relative

_ERRNO = re.compile(r"E[A-Z0-9]{2,}")
_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DIRECTORY = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")
_HEADER_FIELD = re.compile(r"//\s*([A-Za-z][A-Za-z_-]*)\s*:")
_IMPORT = re.compile(r"\w+ \(((i32|i64)(, (i32|i64))*)?\) -> (i32|i64|\(\))")
_INCLUDE = re.compile(r'\s*#\s*include\s+["<]([^">]*)[">]')
_FORBIDDEN_FIELDS = ("XFAIL", "UNSUPPORTED", "ALLOW_RETRIES", "DEFINE", "REDEFINE", "END")
# How a program judges where it should print, by the function that finds the lines.
_JUDGING = {
    conditional_reports: "a report depends on a condition: report always, and let the expectation judge",
    chosen_reports: "an operator chooses what is reported: print the value, and let the expectation judge",
    compared_results: "compared is used on a call's result: print the result, and capture it in the expectation",
    packed_digits: "several values are packed into one number: print each",
}


def lint_program(program: Program, tree: Tree) -> Iterator[Refusal]:
    """What is refused in a program's source."""
    source, text = program.source, program.source.read_text(encoding="utf-8", errors="replace")
    if not re.search(r"\w+.*\.$", program.title):
        yield Refusal(
            source, 1, "no sentence: begin with a comment that says the behaviour and ends with a full stop"
        )
    if not program.covers and "Covers" not in map(_misspelt, text.splitlines()):
        yield Refusal(source, 1, "no Covers line: name the call, then its errors, flags or modes")
    if not tree.expectation(program.id).exists():
        yield Refusal(source, 1, f"no expectation: {relative(tree.expectation(program.id), tree)}")
    if not _KEBAB.fullmatch(program.case):
        yield Refusal(source, 1, f"'{program.case}' is not kebab-case")
    yield from _place(program, tree)
    yield from _covers(program, tree)
    yield from _fields(program, text, tree)
    yield from _includes(program, tree)
    for find, message in _JUDGING.items():
        for line in find(text):
            yield Refusal(source, line, message)


def _misspelt(line: str) -> str:
    """The directive that a line of the source misspells, or ""."""
    stripped = line.strip()
    return misspelt_directive(stripped[2:]) if stripped.startswith("//") else ""


def _place(program: Program, tree: Tree) -> Iterator[Refusal]:
    if program.group in TOPIC_GROUPS:
        if not _DIRECTORY.fullmatch(program.call):
            yield Refusal(program.source, 1, f"directory '{program.call}' is not in lower case")
        return
    call = tree.calls().get(program.call)
    if not call:
        hint = did_you_mean(program.call, _calls_of(program.group, tree))
        yield Refusal(program.source, 1, f"directory '{program.call}' is not a call of group {program.group}{hint}")
    elif call.group != program.group:
        yield Refusal(program.source, 1, f"{program.call} is of group {call.group}, not {program.group}")


def _calls_of(group: str, tree: Tree) -> list[str]:
    return sorted(call.name for call in tree.calls().values() if call.group == group)


def _covers(program: Program, tree: Tree) -> Iterator[Refusal]:
    """What it covers; that its directory is a topic or a call `_place` sees to."""
    for call, cell, line in program.covers:
        if not call:
            yield Refusal(program.source, line, "Covers names nothing: name the call, then its errors, flags or modes")
        elif call not in (*tree.calls(), program.call):
            hint = did_you_mean(call, [*tree.calls(), program.call])
            yield Refusal(program.source, line, f"Covers '{call}', which is not a call of the table{hint}")
        elif not cell:
            yield Refusal(program.source, line, f"Covers nothing of {call}: name errors, flags or modes")
        elif _ERRNO.fullmatch(cell) and not tree.is_constant(cell):
            hint = did_you_mean(cell, tree.errors())
            yield Refusal(program.source, line, f"Covers {cell}, which is not an error{hint}")


def _fields(program: Program, text: str, tree: Tree) -> Iterator[Refusal]:
    """The directives in comments: known ones only, and well formed."""
    for number, line in enumerate(text.splitlines(), 1):
        field = _HEADER_FIELD.match(line.strip())
        if field and field[1] in _FORBIDDEN_FIELDS:
            yield Refusal(program.source, number, f"{field[1]} is not allowed: verdicts come from expectations")
        elif meant := _misspelt(line):
            word = line.strip()[2:].split()[0].rstrip(":")
            yield Refusal(program.source, number, f"'{word}' is not a directive: did you mean '{meant}:'?")
    yield from _requires_and_run(program, text)
    yield from _imports(program, text)
    if program.output is not None:
        line = 1 + text[: text.index("Output:")].count("\n")
        if not program.is_raw:
            yield Refusal(program.source, line, f"Output is raw, not '{program.output}'")
        elif (program.group, program.call) != ("abi", "start"):
            yield Refusal(
                program.source,
                line,
                "Output: raw is allowed in abi/start only: an engine's own lines must fail no other program",
            )
    if program.oracle is not None:
        line = 1 + text[: text.index("Oracle:")].count("\n")
        if program.group not in ("abi", "containment"):
            yield Refusal(
                program.source, line, "Oracle is allowed in abi and containment only: here Linux is the oracle"
            )
        named = re.fullmatch(r"ABI\.md, (.+)", program.oracle)
        if not named:
            yield Refusal(program.source, line, "Oracle names a heading: `ABI.md, HEADING`")
        elif named[1] not in _headings(tree):
            yield Refusal(program.source, line, f"suite/ABI.md has no heading '{named[1]}'")


def includes(program: Program) -> Iterator[tuple[int, str]]:
    """The lines with `#include`, and what they name."""
    text = program.source.read_text(encoding="utf-8", errors="replace")
    for number, line in enumerate(text.splitlines(), 1):
        if include := _INCLUDE.match(line):
            yield number, include[1]


def _includes(program: Program, tree: Tree) -> Iterator[Refusal]:
    """Of what else is included the build does not know, and a change would rebuild nothing."""
    for number, name in includes(program):
        header = tree.source_dir / name
        in_suite = tree.suite_dir in header.parents and header.parent in program.source.parents
        if name != "wali/test.h" and not (in_suite and header.is_file()):
            message = f"includes {name}: a program includes wali/test.h and headers of its folder or one above"
            yield Refusal(program.source, number, f"{message}, `suite/GROUP/…`")


def _headings(tree: Tree) -> list[str]:
    """The headings of ABI.md."""
    page = tree.suite_dir / "ABI.md"
    return re.findall(r"^## (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE) if page.exists() else []


def _requires_and_run(program: Program, text: str) -> Iterator[Refusal]:
    for number, line in enumerate(text.splitlines(), 1):
        directive = re.match(r"\s*//\s*(REQUIRES|RUN):(.*)", line)
        if directive and directive[1] == "REQUIRES":
            for word in unknown(directive[2]):
                hint = did_you_mean(word, FEATURES) or f"; there are {', '.join(FEATURES)}"
                yield Refusal(program.source, number, f"REQUIRES '{word}', which is not a feature{hint}")
        elif directive and not re.search(r"%(run|engine)\b.*\|\s*%check\s*$", directive[2]):
            yield Refusal(program.source, number, "RUN has no %run or %engine, or does not end in `| %check`")


def _imports(program: Program, text: str) -> Iterator[Refusal]:
    for number, line in enumerate(text.splitlines(), 1):
        if not (directive := re.match(r"\s*//\s*Imports:(.*)", line)):
            continue
        if program.group != "abi":
            yield Refusal(
                program.source, number, "Imports is allowed in abi only: other programs import what the table has"
            )
        if not _IMPORT.fullmatch(directive[1].strip()):
            yield Refusal(program.source, number, "Imports needs one import and its type: `SYS_exit (i32) -> ()`")
