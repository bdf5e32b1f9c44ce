"""The mutation matrix: which programs notice which mutant, and with what transcript.

`mutate --matrix` makes it; the sources and the bundle carry it as expected/mutants/matrix.gz,
so that causes are found without making it again. That file is gzipped text (the same bytes
from the same matrix) in three parts:

    wali-cts matrix 1
    PROGRAM SOURCE LIBC SPEC2026 OUTCOME OUTCOME…      a line for each program, by id
                                                       an empty line
    CALL:OPERATOR<tab>ABI<tab>SENTENCE<tab>N.K N.K…    a line for each mutant that is noticed

SOURCE is a hash of the program's source and expectation, LIBC and SPEC2026 are of its modules
("-" if it has none): by them a matrix is known to be old. An OUTCOME is a letter for the way of noticing, four
characters for the transcript and three for the place where it parts from the expectation. N is how
many programs further on than the last one, K the outcome among that program's.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from ..basics import files
from ..basics.errors import UserError
from ..basics.files import sha256
from ..suite.layout import REVISIONS, Tree
from ..suite.program import Program

# Of mutation.json, which `mutate` writes.
MUTATION_SCHEMA = 1

_HEAD = "wali-cts matrix 1"
_HASH = 8

# The ways of noticing, the best first. A mutant's `by` is the best that was seen.
WAYS = ("fail", "blocked", "crash", "timeout")

# The classes of faults, whose scores are told apart: in what calls take and give, and in what they do.
INTERFACE, BEHAVIOUR = CLASSES = ("interface", "behaviour")

_LETTERS = {way[0]: way for way in WAYS}

# Of both hashes of an outcome so many hexadecimal digits are kept: they are compared only with others of one program.
SIGNATURE, OPENING = 6, 4


@dataclass
class Matrix:
    """`mutants` are entries as in mutation.json, only those that are noticed: `verdicts` says for
    each program the way, a hash of the transcript and one of its opening. `programs` has for each
    program its hashes: of the source, and of the module of each revision."""

    mutants: list[dict] = field(default_factory=list)
    programs: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def calls(self) -> set[str]:
        """The calls that it has mutants of."""
        return {mutant["call"] for mutant in self.mutants}

    def old(self, run: dict, tree: Tree | None = None) -> list[str]:
        """The programs of a run of which the matrix knows another version: neither is the module
        the same, nor, where there is a source tree, the source."""
        known = [test for test in run["tests"] if test["id"] in self.programs]
        return [test["id"] for test in known if not self._is_same(test, run["abi"], tree)]

    def unknown(self, run: dict) -> list[str]:
        """The programs of a run that the matrix does not know. They explain nothing, and mislead nobody."""
        return [test["id"] for test in run["tests"] if test["id"] not in self.programs]

    def _is_same(self, test: dict, abi: str, tree: Tree | None) -> bool:
        known = self.programs[test["id"]]
        place = 1 + REVISIONS.index(abi) if abi in REVISIONS else 0
        module = test.get("module_sha256", "")[:_HASH]
        return module == known[place] or bool(tree) and source_hash(tree, test["id"]) == known[0]


def shipped_file(tree: Tree) -> Path:
    """Where the matrix lies that the sources and the bundle carry."""
    return tree.expected_dir / "mutants" / "matrix.gz"


def load(path: Path) -> Matrix:
    """Reads a mutation.json of `mutate --matrix`, or a shipped matrix. Throws UserError."""
    if not path.exists():
        raise UserError(
            f"{path} does not exist: make it with `harness/wali-cts mutate --matrix`, or name another file"
        )
    if path.suffix == ".gz":
        return read(path)
    content = read_whole(path)
    if not content.get("matrix"):
        raise UserError(
            f"{path} holds only the first program that noticed each mutant: make it with `harness/wali-cts mutate --matrix`"
        )
    killed = [mutant for mutant in content["mutants"] if mutant["status"] == "killed"]
    return Matrix(killed, {i: tuple(hashes) for i, hashes in content.get("hashes", {}).items()})


def read_whole(path: Path) -> dict:
    """A mutation.json. Throws UserError if it is none, or one of several shards."""
    content = files.read_schema(path, MUTATION_SCHEMA, "mutants", "mutate")
    if part := content.get("part"):
        raise UserError(f"{path} is shard {part['shard']} only: put all together with `harness/wali-cts mutate --merge`")
    return content


def shipped(tree: Tree) -> Matrix:
    """The matrix that the sources carry; an empty one if there is none."""
    path = shipped_file(tree)
    return read(path) if path.exists() else Matrix()


def source_hash(tree: Tree, program_id: str) -> str:
    """A hash of a program's source and expectation; "" if one of them is not there."""
    try:
        both = tree.source(program_id).read_bytes() + b"\0" + tree.expectation(program_id).read_bytes()
    except OSError:
        return ""
    return hashlib.sha256(both).hexdigest()[:_HASH]


def hashes(tree: Tree, program: Program) -> tuple[str, ...]:
    """What `Matrix.programs` says of a program as it is now."""
    modules = (tree.module(program.id, abi) for abi in REVISIONS)
    return source_hash(tree, program.id), *(sha256(m)[:_HASH] if m.exists() else "-" for m in modules)


def update(old: Matrix, made: Matrix, tried: set[str]) -> Matrix:
    """`old` with the mutants named by `tried` as in `made`. Where mutants of `old` stay, so do the
    hashes of programs that it was made with: the older ones are those that may have to be said old."""
    stay = [mutant for mutant in old.mutants if f"{mutant['call']}:{mutant['operator']}" not in tried]
    kept = {i: h for i, h in old.programs.items() if i in made.programs} if stay else {}
    return Matrix(
        [m for m in stay if any(i in made.programs for i in m["verdicts"])] + made.mutants, made.programs | kept
    )


# ---- the file


def write(path: Path, matrix: Matrix) -> int:
    """Writes a shipped matrix, and returns its size in bytes."""
    data = gzip.compress(_text(matrix).encode(), compresslevel=9, mtime=0)
    files.replace(path, data)
    return len(data)


def _text(matrix: Matrix) -> str:
    ids = sorted(matrix.programs)
    place = {program_id: number for number, program_id in enumerate(ids)}
    outcomes: dict[str, dict[str, int]] = {program_id: {} for program_id in ids}
    lines = []
    for mutant in sorted(matrix.mutants, key=lambda m: (m["call"], m["operator"])):
        words, before = [], 0
        for program_id in sorted(i for i in mutant["verdicts"] if i in place):
            of_program = outcomes[program_id]
            number = of_program.setdefault(_outcome(*mutant["verdicts"][program_id]), len(of_program))
            words.append(f"{place[program_id] - before}.{number}")
            before = place[program_id]
        name, sentence = f"{mutant['call']}:{mutant['operator']}", mutant["sentence"].replace("\t", " ")
        lines.append("\t".join((name, mutant.get("abi", REVISIONS[0]), sentence, " ".join(words))))
    head = [" ".join((i, *matrix.programs[i], *outcomes[i])) for i in ids]
    return "\n".join([_HEAD, *head, "", *lines]) + "\n"


def _outcome(way: str, signature: str, opening: str = "") -> str:
    return way[0] + _pack(signature[:SIGNATURE]) + _pack(opening[:OPENING])


def _pack(digits: str) -> str:
    return base64.urlsafe_b64encode(bytes.fromhex(digits)).decode().rstrip("=")


def _unpack(text: str) -> str:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).hex()


def read(path: Path) -> Matrix:
    """Reads a shipped matrix. Throws UserError if the file is damaged."""
    try:
        lines = gzip.decompress(path.read_bytes()).decode().split("\n")
        if lines[0] != _HEAD:
            raise ValueError(f"it does not begin with '{_HEAD}'")
        end = lines.index("")
        programs = [line.split(" ") for line in lines[1:end]]
        outcomes = [[_read_outcome(word) for word in words[4:]] for words in programs]
        ids = [words[0] for words in programs]
        mutants = [_read_mutant(line, ids, outcomes) for line in lines[end + 1 :] if line]
    except (OSError, EOFError, ValueError, IndexError, KeyError) as error:
        raise UserError(f"{path}: damaged: {error}: restore it from the sources") from None
    return Matrix(mutants, {words[0]: tuple(words[1:4]) for words in programs})


def _read_outcome(word: str) -> list[str]:
    return [_LETTERS[word[0]], _unpack(word[1:5]), _unpack(word[5:])]


def _read_mutant(line: str, ids: list[str], outcomes: list[list[list[str]]]) -> dict:
    name, abi, sentence, words = line.split("\t")
    call, _, operator = name.partition(":")
    verdicts, place = {}, 0
    for word in words.split():
        step, _, number = word.partition(".")
        place += int(step)
        verdicts[ids[place]] = outcomes[place][int(number)]
    return {
        "call": call, "operator": operator, "sentence": sentence, "abi": abi, "status": "killed",
        "programs": list(verdicts), "verdicts": verdicts,
    }  # fmt: skip


def class_of(operator: str) -> str:
    """The class of a mutant, one of CLASSES, by its operator."""
    return BEHAVIOUR if operator.startswith(f"{BEHAVIOUR}(") else INTERFACE


def signature(transcript: str) -> str:
    """A short hash by which transcripts are compared."""
    return hashlib.sha256(transcript.encode()).hexdigest()[:8]
