"""A program's script: its RUN lines, or else the one line `%run | %check`, made commands of a shell.

    %launch  wali-launch with all options of this run; more options may follow
    %engine  `-- COMMAND --`: the engine on this program; the program's arguments follow
    %run     `%launch %engine`
    %check   FileCheck on the transcript, with the program's expectation

Each RUN line ends in `| %check`. Whoever runs a line says what takes the place of these words: the
transcript is kept, or printed, and judged afterwards (judging.py). Only in the command line that
reproduces a run by hand it is FileCheck itself.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass

from ..suite.adapters import Adapter
from ..suite.program import Program
from . import own
from .launching import shell
from .session import Session

DEFAULT_RUN = "%run | %check"

_PATTERNS = {"check": r"\|\s*%check\b", "run": r"%run\b", "launch": r"%launch\b", "engine": r"%engine\b"}
_ANY = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _PATTERNS.items()))

# The parts of a line that a shell treats alike: quoted by one character or another, and what it would expand.
_QUOTED = re.compile(r"'[^']*'|\"(?:\\.|[^\"\\])*\"|\\.|[$`]")
_EXPANDED = re.compile(r"(?<!\\)[$`]")


@dataclass(frozen=True)
class Script:
    """What the words of RUN lines stand for on one engine, as a shell reads it. `check` takes the
    place of `| %check`."""

    program: Program
    launch: str
    engine: str
    check: str

    @staticmethod
    def of(
        session: Session,
        program: Program,
        adapter: Adapter,
        abi: str,
        identity: str,
        *,
        check: str,
        record: str | None = None,
        limit: float | None = None,
    ) -> Script:
        """`record` is the file for the launcher's record, if one is wanted; `limit` is in seconds,
        the most unless said."""
        launch = session.launch_words(adapter, identity, record, limit)
        return Script(program, shell(launch), shell(session.engine_words(adapter, program, abi)), check)

    @property
    def substitutions(self) -> list[tuple[str, str]]:
        """Regular expressions, and the text in place of each."""
        texts = {"run": f"{self.launch} {self.engine}", "launch": self.launch, "engine": self.engine}
        return [(pattern, (texts | {"check": self.check})[name]) for name, pattern in _PATTERNS.items()]

    @property
    def commands(self) -> list[str]:
        """The script's lines as commands of a shell that does as lit's own, which expands neither
        variables nor commands."""
        texts = dict(zip(_PATTERNS, (text for _, text in self.substitutions)))
        lines = self.program.run_lines or (DEFAULT_RUN,)
        return [_ANY.sub(lambda match: texts[match.lastgroup], _literal(line)).rstrip() for line in lines]


def _literal(line: str) -> str:
    """A line in which a shell expands nothing."""
    return _QUOTED.sub(lambda match: match[0] if match[0][0] in "'\\" else _EXPANDED.sub(r"\\\g<0>", match[0]), line)


def reproduce(session: Session, program: Program, adapter: Adapter, abi: str, identity: str, limit: float) -> str:
    """The command line that does by hand what the run did, within `limit` seconds."""
    check = shell(_without_own(adapter, program) + session.check_words(program))
    script = Script.of(session, program, adapter, abi, identity, check=f"| {check}", limit=limit)
    return "\n".join(script.commands)


def _without_own(adapter: Adapter, program: Program) -> list[str]:
    """What stands before a command to keep the engine's own lines from it."""
    if program.is_raw or not adapter.own:
        return []
    patterns = [word for pattern in adapter.own for word in ("--own", pattern.pattern)]
    return [sys.executable, own.__file__, *patterns, "--"]
