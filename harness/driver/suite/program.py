"""The programs, as their sources describe them."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from pathlib import Path

_COMMENT = re.compile(r"//[ ]?(.*)")
_DIRECTIVE = re.compile(r"[ ]*//[ ]*(RUN|REQUIRES):(.*)")
# What a program's comments may say besides its sentence.
HEADER_DIRECTIVES = ("Covers", "Imports", "Oracle", "Output", "REQUIRES", "RUN")
# A line that prints the result of a call under a name.
_REPORTED = re.compile(r'\breport\("([^"\\]+)",\s*sys::(\w+)\(')
_FIELD = re.compile(r"([A-Za-z][A-Za-z_-]*)\s*(:)|(Covers) ")
_BY_LOWER = {name.lower(): name for name in HEADER_DIRECTIVES}


@dataclass(frozen=True)
class Program:
    """One program of the suite, as its source describes it.

    `id` is "<group>/<call>/<case>", `title` the sentence it opens with, `covers` the
    (call, cell) pairs of its Covers lines with their line numbers, `requires` the
    REQUIRES expressions (all must hold), `run_lines` the RUN lines as written, `oracle` the
    text after "Oracle:" or None, and `output` that after "Output:": "raw" if whatever stands
    on standard output counts as the program's, also what the engine says there. `imports` are
    the imports that it declares because no revision has them so, as written: "SYS_exit (i32)
    -> ()".
    """

    id: str
    source: Path
    title: str
    covers: tuple[tuple[str, str, int], ...]
    requires: tuple[str, ...]
    run_lines: tuple[str, ...]
    oracle: str | None
    output: str | None = None
    imports: tuple[str, ...] = ()

    @property
    def is_raw(self) -> bool:
        return self.output == "raw"

    @property
    def group(self) -> str:
        return self.id.split("/")[0]

    @property
    def call(self) -> str:
        return self.id.split("/")[1]

    @property
    def case(self) -> str:
        return self.id.split("/")[2]


def parse_covers(text: str, line: int) -> list[tuple[str, str, int]]:
    """The cells of one Covers line: "openat EEXIST, O_EXCL" covers two of openat's."""
    call, _, cells = text.strip().partition(" ")
    names = [cell.strip() for cell in cells.split(",") if cell.strip()]
    return [(call, name, line) for name in names or [""]]


def misspelt_directive(comment: str) -> str:
    """The directive that a comment line is meant for and does not spell: "Cover: read", "Covers read"; or ""."""
    field = _FIELD.match(comment.strip())
    if not field or (field[2] and field[1] in HEADER_DIRECTIVES):
        return ""
    close = difflib.get_close_matches((field[1] or field[3]).lower(), _BY_LOWER, 1, 0.75)
    return _BY_LOWER[close[0]] if close else ""


def read_program(source: Path, program_id: str) -> Program:
    """Reads what the comments of a program's source say.

    The sentence is the first comment up to the first of its directives, or of what is meant for one.
    """
    lines = source.read_text(encoding="utf-8", errors="replace").splitlines()
    title, oracle, output, covers, imports = [], None, None, [], []
    in_title = True
    for number, line in enumerate(lines, 1):
        comment = _COMMENT.match(line)
        if not comment:
            break
        name, _, rest = comment[1].partition(":")
        in_title &= name not in HEADER_DIRECTIVES and not misspelt_directive(comment[1])
        if in_title:
            title.append(comment[1].strip())
        elif name == "Covers":
            covers += parse_covers(rest, number)
        elif name == "Oracle":
            oracle = rest.strip()
        elif name == "Imports":
            imports.append(rest.strip())
        elif name == "Output":
            output = rest.strip()
    directives = [(m[1], m[2].strip()) for m in map(_DIRECTIVE.match, lines) if m]
    requires = [part.strip() for kind, rest in directives if kind == "REQUIRES" for part in rest.split(",")]
    runs = [rest for kind, rest in directives if kind == "RUN"]
    sentence = " ".join(title).strip()
    fixed = (program_id, source, sentence, tuple(covers), tuple(requires), tuple(runs), oracle, output)
    return Program(*fixed, imports=tuple(imports))


def reported_calls(source: Path) -> dict[str, str]:
    """The calls whose results a program prints, by the names under which it does, as far as the source says both
    in one place, and always the same. Empty if there is no such file."""
    if not source.exists():
        return {}
    found: dict[str, set[str]] = {}
    for name, call in _REPORTED.findall(source.read_text(encoding="utf-8", errors="replace")):
        found.setdefault(name, set()).add(call)
    return {name: min(calls) for name, calls in found.items() if len(calls) == 1}
