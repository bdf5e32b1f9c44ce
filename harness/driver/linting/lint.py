"""`wali-cts lint`: refuses what would let a program pass, or fail, by accident.

Expectations (expected/<group>/<call>/<case>.check). A line is empty, a comment that
starts with `#`, or `PREFIX: PATTERN`. The prefix is `CHECK`, or `SINCE-6-10` for a line that
holds on Linux 6.10 and later, or `UNTIL-6-10` for one that holds on every kernel before 6.10.
Every other directive of FileCheck is refused, and so is a misspelt one, which FileCheck
ignores in silence. There is at least one CHECK line, and what follows holds for the lines of
each kernel. A pattern holds literal text, variables, and regular expressions of these shapes
only:

    {{[1-9][0-9]*}}      a number above 0
    {{[0-9]+}}           a number without a sign
    {{-?[0-9]+}}         a number
    {{0x[0-9a-f]+}}      a number in hexadecimal
    {{[0-9]+\\.[0-9]+}}  seconds and their fraction

The same shapes may follow the name in [[NAME:…]]. A variable is defined once, before its
use, and is used; those that only vary, and may stand unused, are PID, PPID, TID, INODE,
DEVICE, PORT, ADDRESS and TIME. "Before" means an earlier line. No line expects a verdict (`blocked:`, `timeout`, `flood`), and only
the last says how the program ended. No line expects `equal`: the program prints both values,
the expectation captures the first and names it where it appears again.

Programs (suite/<group>/<call>/<case>.cpp). Each opens with a sentence, has a `Covers:` line
whose first word is a call of the table (or, in abi, containment and scenario, the topic)
and whose errors exist, and has an expectation; each expectation has a program. Its
directory is a call of its group, its name in kebab case. `REQUIRES:` names features that
`driver/features.py` lists; a `RUN:` line ends in `| %check`; `Oracle:` stands in abi and
containment only, `Output: raw` in abi/start only. `Imports:` stands in abi only, and gives
one import that no revision has so, with its type: `SYS_exit (i32) -> ()`. A program reports,
the expectation judges: no `report` stands under `if`, `else`, `switch`, `while` or behind
`&&` and `||`; none of its arguments holds `? :`, `==`, `!=`, `&&`, `||` or `!`; `compared`
takes nothing that a system call returned; and several values are not packed into the digits
of one number.

runners/ names no test: no program's id, no `call/case`, and no case of three words or more.

suite/<group>/errors.toml names, for each call, its man page's errors: a program's id that
covers the error, a list of them, or { none = "why no program can" }.

expected/known-failures/RUNNER.ABI.toml are baselines, of programs that there are.
expected/mutants/ is as `driver/mutants.py` says.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from argparse import Namespace
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..basics.errors import UserError
from ..mutation import mutants, redundancy
from ..results import baseline
from ..suite.expectation import DIRECTIVE, Part, directives, misread, numeric_uses, parse, versions
from ..suite.features import FEATURES, unknown
from ..suite.layout import HEADER_DIRECTIVES, TOPIC_GROUPS, Program, Tree
from .cpp import chosen_reports, compared_results, conditional_reports, packed_digits

SHAPES = {
    "number above 0": "[1-9][0-9]*",
    "number without a sign": "[0-9]+",
    "number": "-?[0-9]+",
    "hexadecimal": "0x[0-9a-f]+",
    "seconds": r"[0-9]+\.[0-9]+",
}

# Variables that may be defined and never used: they stand for values that only vary.
VARYING = ("PID", "PPID", "TID", "INODE", "DEVICE", "PORT", "ADDRESS", "TIME")

_ERRNO = re.compile(r"E[A-Z0-9]{2,}")
_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DIRECTORY = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")
_LOOKS_LIKE_DIRECTIVE = re.compile(r"[A-Z][A-Z_]*(-[A-Z]+)?\s*:|\w*CHE?C?K\w*", re.IGNORECASE)
_VERDICT_LINE = re.compile(r"blocked:|timeout$|flood$")
_ENDING_LINE = re.compile(r"(exit (\d+|\[\[.*\]\])|killed \w+)$")
_HEADER_FIELD = re.compile(r"//\s*([A-Za-z][A-Za-z_-]*)\s*:")
_TOKEN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_./-]*")
_IMPORT = re.compile(r"\w+ \(((i32|i64)(, (i32|i64))*)?\) -> (i32|i64|\(\))")
_FORBIDDEN_FIELDS = ("XFAIL", "UNSUPPORTED", "ALLOW_RETRIES", "DEFINE", "REDEFINE", "END")


@dataclass(frozen=True, order=True)
class Refusal:
    """Something that lint refuses: where, and why."""

    path: Path
    line: int
    message: str


def command(options: Namespace) -> int:
    """Prints each refusal as `file:line: message`; exit status 1 if there are any."""
    tree = Tree.at(options.build_dir)
    tree.require_own()
    if options.redundant is not None:
        return redundancy.command(tree, options.redundant)
    refusals = lint(tree)
    for refusal in refusals:
        print(f"{_relative(refusal.path, tree)}:{refusal.line}: {refusal.message}")
    count = len(tree.programs())
    print(f"lint: {count} programs, {len(refusals)} refusal{'s' if len(refusals) != 1 else ''}")
    return 1 if refusals else 0


def _relative(path: Path, tree: Tree) -> Path:
    return path.relative_to(tree.source_dir) if path.is_relative_to(tree.source_dir) else path


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
    found += _errors_tables(tree, programs)
    found += _baselines(tree, programs)
    found += _mutants(tree)
    return sorted(found)


# ---- programs


def lint_program(program: Program, tree: Tree) -> Iterator[Refusal]:
    """What is refused in a program's source."""
    source, text = program.source, program.source.read_text(encoding="utf-8", errors="replace")
    if not re.search(r"\w+.*\.$", program.title):
        yield Refusal(source, 1, "no sentence: the first comment says the behaviour, and ends with a full stop")
    if not program.covers:
        yield Refusal(source, 1, "no Covers: name the call, then its errors, flags or modes")
    if not tree.expectation(program.id).exists():
        yield Refusal(source, 1, f"no expectation: {_relative(tree.expectation(program.id), tree)}")
    if not _KEBAB.fullmatch(program.case):
        yield Refusal(source, 1, f"'{program.case}' is not kebab-case")
    yield from _place(program, tree)
    yield from _covers(program, tree)
    yield from _fields(program, text)
    for find, message in _JUDGING.items():
        for line in find(text):
            yield Refusal(source, line, message)


# How a program judges where it should print, by the function that finds the lines.
_JUDGING = {
    conditional_reports: "report under a condition: a program reports, the expectation judges",
    chosen_reports: "an operator decides what is reported: print the value, the expectation judges",
    compared_results: "compared takes what a call returned: print it, and capture it in the expectation",
    packed_digits: "several values in the digits of one number: print each",
}


def _place(program: Program, tree: Tree) -> Iterator[Refusal]:
    if program.group in TOPIC_GROUPS:
        if not _DIRECTORY.fullmatch(program.call):
            yield Refusal(program.source, 1, f"directory '{program.call}' is not in lower case")
        return
    call = tree.calls().get(program.call)
    if not call:
        yield Refusal(program.source, 1, f"directory '{program.call}' is no call of the table")
    elif call.group != program.group:
        yield Refusal(program.source, 1, f"{program.call} is of group {call.group}, not {program.group}")


def _covers(program: Program, tree: Tree) -> Iterator[Refusal]:
    topics = (program.call,) if program.group in TOPIC_GROUPS else ()
    for call, cell, line in program.covers:
        if call not in tree.calls() and call not in topics:
            yield Refusal(program.source, line, f"Covers '{call}', which is no call of the table")
        if not cell:
            yield Refusal(program.source, line, f"Covers nothing of {call}: name errors, flags or modes")
        if _ERRNO.fullmatch(cell) and not tree.is_constant(cell):
            yield Refusal(program.source, line, f"Covers {cell}, which is no error")


def _fields(program: Program, text: str) -> Iterator[Refusal]:
    """The directives in comments: known ones only, and well formed."""
    for number, line in enumerate(text.splitlines(), 1):
        field = _HEADER_FIELD.match(line.strip())
        if not field or field[1] in HEADER_DIRECTIVES:
            continue
        if field[1] in _FORBIDDEN_FIELDS:
            yield Refusal(program.source, number, f"{field[1]} is not allowed: verdicts come from expectations")
        elif close := difflib.get_close_matches(field[1].lower(), [d.lower() for d in HEADER_DIRECTIVES], 1, 0.75):
            yield Refusal(program.source, number, f"'{field[1]}:' looks like a misspelt {close[0]}")
    yield from _requires_and_run(program, text)
    yield from _imports(program, text)
    if program.output is not None:
        line = 1 + text[: text.index("Output:")].count("\n")
        if not program.is_raw:
            yield Refusal(program.source, line, f"Output is raw, not '{program.output}'")
        elif (program.group, program.call) != ("abi", "start"):
            yield Refusal(program.source, line, "Output: raw stands in abi/start only: an engine's words fail no other")
    if program.oracle is not None:
        line = 1 + text[: text.index("Oracle:")].count("\n")
        if program.group not in ("abi", "containment"):
            yield Refusal(
                program.source, line, "Oracle stands in abi and containment only: here Linux is the oracle"
            )
        if not re.fullmatch(r"wali-abi\.md, .+", program.oracle):
            yield Refusal(program.source, line, "Oracle names a heading: `wali-abi.md, HEADING`")


def _requires_and_run(program: Program, text: str) -> Iterator[Refusal]:
    for number, line in enumerate(text.splitlines(), 1):
        directive = re.match(r"\s*//\s*(REQUIRES|RUN):(.*)", line)
        if directive and directive[1] == "REQUIRES":
            for word in unknown(directive[2]):
                yield Refusal(
                    program.source, number, f"REQUIRES '{word}', which is not one of {', '.join(FEATURES)}"
                )
        elif directive and not re.search(r"%(run|engine)\b.*\|\s*%check\s*$", directive[2]):
            yield Refusal(program.source, number, "RUN has no %run or %engine, or does not end in `| %check`")


def _imports(program: Program, text: str) -> Iterator[Refusal]:
    for number, line in enumerate(text.splitlines(), 1):
        if not (directive := re.match(r"\s*//\s*Imports:(.*)", line)):
            continue
        if program.group != "abi":
            yield Refusal(program.source, number, "Imports stands in abi only: others import what the table has")
        if not _IMPORT.fullmatch(directive[1].strip()):
            yield Refusal(program.source, number, "Imports gives one import and its type: `SYS_exit (i32) -> ()`")


# ---- expectations


def lint_expectation(path: Path) -> Iterator[Refusal]:
    """What is refused in an expectation."""
    text = path.read_text(encoding="utf-8", errors="replace")
    for number, line in enumerate(text.splitlines(), 1):
        yield from _other_line(path, number, line)
    if not re.search(r"^CHECK:", text, re.MULTILINE):
        yield Refusal(path, 1, "no CHECK line: on some kernel it would expect nothing")
    kernels = [(0, 0), *versions(text)]  # one of each span between two versions
    yield from dict.fromkeys(r for kernel in kernels for r in _lines(path, directives(text, kernel)))


def _lines(path: Path, checks: list[tuple[int, str]]) -> Iterator[Refusal]:
    """What is refused in the lines that hold on one kernel."""
    for number, pattern in checks:
        if not pattern:
            yield Refusal(path, number, "empty CHECK: it would match any line")
        if _VERDICT_LINE.match(pattern):
            yield Refusal(path, number, f"'{pattern}' is a verdict, not a behaviour")
        if _ENDING_LINE.match(pattern) and number != checks[-1][0]:
            yield Refusal(path, number, f"'{pattern}' says how the program ended, but more lines follow")
        if re.search(r"  |\t", pattern):
            yield Refusal(path, number, "blanks in a row: FileCheck folds them; the transcript has \x20")
        if pattern.endswith(" = equal"):
            yield Refusal(path, number, "'equal': print both values, capture the first and name it here")
    yield from _patterns(path, checks)


def _other_line(path: Path, number: int, line: str) -> Iterator[Refusal]:
    """Lines that are not CHECK lines: comments, and nothing that looks like a directive."""
    if DIRECTIVE.match(line) or not line.strip():
        return
    reason = misread(line)
    if reason and not line.startswith("#"):
        yield Refusal(path, number, reason)
    elif _LOOKS_LIKE_DIRECTIVE.search(line[1:].strip().split(" ")[0]):
        yield Refusal(path, number, "a comment that looks like a directive")
    elif reason:
        yield Refusal(path, number, reason)


def _patterns(path: Path, checks: list[tuple[int, str]]) -> Iterator[Refusal]:
    """Regular expressions and variables, in the order of the lines."""
    defined: dict[str, int] = {}
    used: set[str] = set()
    for number, pattern in checks:
        try:
            parts = list(parse(pattern))
        except ValueError as error:
            yield Refusal(path, number, str(error))
            continue
        for part in parts:
            yield from _shape(path, number, part)
            for name in _uses(part):
                used.add(name)
                if name not in defined:
                    yield Refusal(path, number, f"{name} is used before it is defined")
        for part in parts:
            if part.defines and part.name in defined:
                yield Refusal(path, number, f"{part.name} is defined a second time: use it without its colon")
            elif part.defines:
                defined[part.name] = number
    for name, number in defined.items():
        if name not in used and name not in VARYING:
            yield Refusal(path, number, f"{name} is never used; only {', '.join(VARYING)} may stand unused")


def _uses(part: Part) -> list[str]:
    if part.kind == "number":
        return numeric_uses(part.text)
    return [part.name] if part.kind == "string" and not part.defines else []


def _shape(path: Path, number: int, part: Part) -> Iterator[Refusal]:
    is_regex = part.kind == "regex" or (part.kind == "string" and part.defines)
    if is_regex and part.text not in SHAPES.values():
        yield Refusal(path, number, f"'{part.text}' is not one of the shapes: {'  '.join(SHAPES.values())}")
    if part.kind == "string" and part.name.startswith("$"):
        yield Refusal(path, number, f"{part.name}: a program's variables need no $")


# ---- the rest of the tree


def _stray_files(tree: Tree, programs: list[Program]) -> Iterator[Refusal]:
    """Expectations without a program, and files that nothing reads."""
    wanted = {tree.expectation(p.id) for p in programs}
    others = {tree.expected_dir / "known-failures", mutants.directory(tree)}
    for path in sorted(tree.expected_dir.rglob("*")):
        if path.is_file() and path not in wanted and others.isdisjoint(path.parents):
            yield Refusal(path, 1, "no program has this expectation")
    known = {p.source for p in programs}
    for path in sorted(tree.suite_dir.rglob("*.cpp")):
        if path not in known:
            yield Refusal(path, 1, "a program lies at suite/<group>/<call>/<case>.cpp")


def _names_in_runners(tree: Tree, programs: list[Program]) -> Iterator[Refusal]:
    """A runner that knows the tests could behave for them alone."""
    places = {f"{p.call}/{p.case}" for p in programs}
    cases = {p.case for p in programs if p.case.count("-") >= 2}
    for path in _text_files(tree.source_dir / "runners"):
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1):
            for token in _TOKEN.findall(line):
                name = _test_name(token, places, cases)
                if name:
                    yield Refusal(path, number, f"names the test '{name}': runners know no test")


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


def _errors_tables(tree: Tree, programs: list[Program]) -> Iterator[Refusal]:
    by_id = {p.id: p for p in programs}
    for path in sorted(tree.suite_dir.glob("*/errors.toml")):
        text = path.read_text()
        try:
            tables = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            yield Refusal(path, 1, f"not TOML: {error}")
            continue
        for call, errors in tables.items():
            yield from _errors_of_call(path, text, call, errors, by_id, tree)


def _errors_of_call(
    path: Path, text: str, call: str, errors: object, by_id: dict[str, Program], tree: Tree
) -> Iterator[Refusal]:
    header = _line_of(text, rf"^\[{re.escape(call)}\]")
    known = tree.calls().get(call)
    if not known or known.group != path.parent.name:
        yield Refusal(path, header, f"'{call}' is no call of group {path.parent.name}")
    if not isinstance(errors, dict):
        yield Refusal(path, header, f"'{call}' must be a table: [{call}]")
        return
    for error, value in errors.items():
        line = _line_of(text, rf"^\s*{re.escape(error)}\s*=", header)
        if error not in tree.errors():
            yield Refusal(path, line, f"{error} is no error")
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


def _baselines(tree: Tree, programs: list[Program]) -> Iterator[Refusal]:
    """Known failures: readable, named for the gate, and of programs that there are."""
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
        for program_id in known.keys() - ids:
            line = _line_of(path.read_text(), re.escape(program_id))
            yield Refusal(path, line, f"there is no program '{program_id}'")


def _mutants(tree: Tree) -> Iterator[Refusal]:
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
