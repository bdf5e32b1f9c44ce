"""The mutants of the embedded engine, and what is written down of them.

A mutant breaks one call in one way; its name is `CALL:OPERATOR`. A systemic one,
`all:OPERATOR`, breaks many. `CALL:behaviour(NAME)` is a fault of behaviour, written by
hand; all others are of the interface: arguments, results and what pointers lead to. The engine makes them (runners/host/mutants) and lists
them. expected/mutants/ keeps four files:

    list.txt          each mutant, a line each: what the engine must list. A mutant that
                      is taken away on purpose stays here as `# CALL:OPERATOR: reason`
    equivalents.toml  mutants that no program can tell from the right host, by hand:
                      version = 1
                      [[equivalent]]
                      mutant = "CALL:OPERATOR"
                      reason = "what in the kernel makes it so"
                      tried = "the id of the program that tried"
    survivors.txt     mutants that live though they should not: work that is left
    kept.toml         programs that `lint --redundant` would name, and why they stay:
                      version = 1
                      [kept]
                      "PROGRAM" = "what it shows that no other program does"
"""

from __future__ import annotations

import re
import subprocess
import tomllib
from dataclasses import dataclass
from pathlib import Path

from ..basics.errors import UserError
from ..diagnosis.matrix import class_of
from ..suite.layout import REVISIONS, Tree

_MUTANT = re.compile(r"[^\s:]+:\S+")
_REMOVED = re.compile(r"#\s*([^\s:]+:\S+): (.+)")
_EVERYWHERE = "all"  # what systemic mutants have for a call
_EQUIVALENT_KEYS = {"mutant", "reason", "tried"}


@dataclass(frozen=True)
class Mutant:
    """One way of breaking one call, or many. `abi` is the revision in which it is run; `rule`
    says why no program can notice it, where that follows from the table of calls."""

    call: str
    operator: str
    sentence: str
    abi: str
    rule: str = ""

    @property
    def name(self) -> str:
        return f"{self.call}:{self.operator}"

    @property
    def fault_class(self) -> str:
        """One of matrix.CLASSES."""
        return class_of(self.operator)

    @property
    def is_systemic(self) -> bool:
        """Whether it breaks many calls, so that every program may be about it."""
        return is_systemic(self.name)

    def is_imported(self, names: frozenset[str]) -> bool:
        """Whether a module that imports these names can meet it."""
        if self.is_systemic:
            return True
        here = {self.call, f"SYS_{self.call}"}
        return bool(names & (here | {"SYS_newfstatat"} if self.call == "fstatat" else here))


def is_systemic(name: str) -> bool:
    """Whether the mutant of this name breaks many calls."""
    return name.startswith(f"{_EVERYWHERE}:")


def from_engine(engine: str) -> list[Mutant]:
    """All mutants that the engine makes: each in the first revision that has it."""
    found: dict[str, Mutant] = {}
    for abi in REVISIONS:
        for line in _ask(engine, abi):
            name, _, rest = line.partition("\t")
            sentence, _, rule = rest.partition("\t")
            call, _, operator = name.partition(":")
            if not _MUTANT.fullmatch(name) or not sentence:
                raise UserError(
                    f"{engine} --list-mutants printed a line that is not `CALL:OPERATOR<tab>SENTENCE`: {line[:80]}"
                )
            found.setdefault(name, Mutant(call, operator, sentence, abi, rule))
    return list(found.values())


def _ask(engine: str, abi: str) -> list[str]:
    words = [engine, "--abi", abi, "--list-mutants"]
    try:
        ran = subprocess.run(words, capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise UserError(f"`{' '.join(words)}`: {error}") from None
    if ran.returncode != 0:
        message = ran.stderr.strip().splitlines()[-1:] or ["no message"]
        raise UserError(f"`{' '.join(words)}` failed: {message[0]}; only the embedded engine has mutants")
    return ran.stdout.splitlines()


def directory(tree: Tree) -> Path:
    """Where the files of this module's docstring lie."""
    return tree.expected_dir / "mutants"


@dataclass(frozen=True)
class Listed:
    """What list.txt says: the mutants, and those taken away with the reason."""

    names: tuple[str, ...]
    removed: dict[str, str]


def read_list(tree: Tree) -> Listed:
    """Reads list.txt. Throws UserError for a line of another form."""
    path, names, removed = directory(tree) / "list.txt", [], {}
    for number, line in _lines(path):
        if match := _REMOVED.fullmatch(line):
            removed[match[1]] = match[2]
        elif _MUTANT.fullmatch(line):
            names.append(line)
        else:
            raise UserError(f"{path}:{number}: neither `CALL:OPERATOR` nor `# CALL:OPERATOR: reason`")
    return Listed(tuple(names), removed)


def compare_list(listed: Listed, mutants: list[Mutant]) -> list[str]:
    """How the committed list and the engine's differ; empty if they agree."""
    made = {mutant.name for mutant in mutants}
    lines = [
        f"{name} is gone: write `# {name}: reason` in its place in list.txt"
        for name in listed.names
        if name not in made
    ]
    lines += [f"{name} is new: `mutate --update-list` adds it" for name in made - set(listed.names)]
    return sorted(lines)


def update_list(tree: Tree, mutants: list[Mutant]) -> None:
    """Writes list.txt anew; nothing that stood in it is lost without a word."""
    path = directory(tree) / "list.txt"
    listed = read_list(tree) if path.exists() else Listed((), {})
    made = {mutant.name for mutant in mutants}
    gone = [name for name in listed.names if name not in made]
    if gone:
        raise UserError(f"{path}: {compare_list(listed, mutants)[0]}")
    lines = [mutant.name for mutant in mutants]
    lines += [f"# {name}: {reason}" for name, reason in listed.removed.items() if name not in made]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n")


def read_equivalents(tree: Tree) -> dict[str, str]:
    """The reasons of equivalents.toml by mutant. Throws UserError if the file is damaged."""
    path = directory(tree) / "equivalents.toml"
    reasons: dict[str, str] = {}
    for entry in _toml(path).get("equivalent", []):
        if set(entry) != _EQUIVALENT_KEYS or not all(entry.values()):
            raise UserError(f"{path}: each [[equivalent]] needs {', '.join(sorted(_EQUIVALENT_KEYS))}")
        if not tree.source(entry["tried"]).exists():
            raise UserError(f"{path}: {entry['mutant']}: no program '{entry['tried']}'")
        reasons[entry["mutant"]] = entry["reason"]
    return reasons


def read_kept(tree: Tree) -> dict[str, str]:
    """The reasons of kept.toml by program. Throws UserError if the file is damaged."""
    path = directory(tree) / "kept.toml"
    kept = _toml(path).get("kept", {})
    for program, reason in kept.items():
        if not isinstance(reason, str) or not reason:
            raise UserError(f"{path}: {program}: give the reason why it stays")
        if not tree.source(program).exists():
            raise UserError(f"{path}: no program '{program}'")
    return kept


def read_survivors(tree: Tree) -> frozenset[str]:
    """The names of survivors.txt."""
    path = directory(tree) / "survivors.txt"
    return frozenset(line for _, line in _lines(path)) if path.exists() else frozenset()


def _toml(path: Path) -> dict:
    """What a file holds; nothing if there is none."""
    try:
        return tomllib.loads(path.read_text())
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UserError(f"{path}: {error}") from None


def _lines(path: Path) -> list[tuple[int, str]]:
    """The lines that are not empty, with their numbers."""
    try:
        text = path.read_text()
    except OSError as error:
        raise UserError(f"{path}: {error}") from None
    return [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
