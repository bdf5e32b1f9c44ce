"""Random sequences of calls, made natively and on an engine, compared result by result: what
`wali-cts fuzz` makes.

The program is harness/fuzz/sequence.cpp; a sequence is a string of operations of eight bytes
each, all of which mean something. One whose transcripts differ is made again, to see that they
always do, and then as short as it can be made with the transcripts still different.
"""

from __future__ import annotations

import difflib
import random
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from ..basics.errors import UserError
from ..basics.progress import Progress
from ..running.session import Session, default_identity
from ..suite.adapters import Adapter
from ..suite.layout import NATIVE

OPERATION = 8  # bytes
_LONGEST = 30  # operations of a sequence
_BATCH = 40  # sequences for one start of the program
_FINDINGS = 5  # after so many nothing more is looked for
_TRIES = 400  # runs to shorten one sequence

Sequence = list[bytes]


@dataclass
class Pair:
    """The program natively and on the engine."""

    session: Session
    directory: Path
    _commands: list[list[str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        session = self.session
        for adapter, abi in ((session.oracle, NATIVE), (session.adapter, session.abi)):
            self._commands.append(self._command(adapter, abi))

    def _command(self, adapter: Adapter, abi: str) -> list[str]:
        tree = self.session.tree
        suffix = ".native" if abi == NATIVE else f".{abi}.wasm"
        module = tree.build_dir / "harness" / "fuzz" / f"sequence{suffix}"
        if not module.exists():
            raise UserError(f"{module} is missing: build it with `ninja -C {tree.build_dir} fuzz-programs`")
        self.session.prepare_module(adapter, module)
        words = self.session.launch_words(adapter, default_identity(), str(self.directory / "record"))
        return [*words, "--stdin", *self.session.module_words(adapter, module)]

    def run(self, sequences: list[Sequence]) -> tuple[list[list[str]], list[list[str]]]:
        """The transcript of each sequence, natively and on the engine. Where the program
        ended early, those of the sequences that it did not come to are empty."""
        data = b"".join(bytes([len(s)]) + b"".join(s) for s in sequences)
        native, engine = (self._transcripts(command, data, len(sequences)) for command in self._commands)
        return native, engine

    def _transcripts(self, command: list[str], data: bytes, count: int) -> list[list[str]]:
        ran = subprocess.run(command, input=data, capture_output=True)
        if ran.returncode != 0:
            raise UserError(f"the launcher failed: {ran.stderr.decode(errors='replace').strip()}")
        transcripts: list[list[str]] = []
        for line in ran.stdout.decode(errors="replace").splitlines():
            if line.startswith("sequence = "):
                transcripts.append([])
            elif transcripts:
                transcripts[-1].append(line)
        return transcripts + [[] for _ in range(count - len(transcripts))]


@dataclass
class Search:
    """Sequences made from a seed, until the time has passed or enough is found."""

    pair: Pair
    seed: int
    seconds: float
    sequences: int = 0
    operations: int = 0
    findings: list[Sequence] = field(default_factory=list)

    def execute(self) -> None:
        progress, numbers, end = Progress(), random.Random(self.seed), time.monotonic() + self.seconds
        while time.monotonic() < end and len(self.findings) < _FINDINGS:
            batch = [_random_sequence(numbers) for _ in range(_BATCH)]
            native, engine = self.pair.run(batch)
            self.sequences += len(batch)
            self.operations += sum(map(len, batch))
            for sequence, ours, theirs in zip(batch, native, engine):
                if ours != theirs and len(self.findings) < _FINDINGS:
                    progress.update("a difference: making it again")
                    self._look_into(sequence)
            progress.update(f"{self.sequences} sequences, {len(self.findings)} findings")
        progress.done()

    def _look_into(self, sequence: Sequence) -> None:
        """A finding, if the difference comes each of three times."""
        if not all(self._differs(sequence) for _ in range(3)):
            print("a difference that did not repeat: seed", self.seed, b"".join(sequence).hex())
            return
        shortest = shortened(sequence, self._differs)
        self.findings.append(shortest)
        native, engine = self.pair.run([shortest])
        print(f"finding {len(self.findings)}: --replay {b''.join(shortest).hex()}")
        print(difference(native[0], engine[0]), flush=True)

    def _differs(self, sequence: Sequence) -> bool:
        native, engine = self.pair.run([sequence])
        return native != engine


def _random_sequence(numbers: random.Random) -> Sequence:
    return [numbers.randbytes(OPERATION) for _ in range(numbers.randint(2, _LONGEST))]


def shortened(sequence: Sequence, differs: Callable[[Sequence], bool]) -> Sequence:
    """A sequence that still differs: no operation can be left out of it, no byte made zero,
    as far as so many tries tell."""
    tries = 0

    def still(candidate: Sequence) -> bool:
        nonlocal tries
        tries += 1
        return bool(candidate) and tries <= _TRIES and differs(candidate)

    size = len(sequence) // 2
    while size:
        at = 0
        while at < len(sequence):
            candidate = sequence[:at] + sequence[at + size :]
            if still(candidate):
                sequence = candidate
            else:
                at += size
        size //= 2
    for index in range(len(sequence)):
        for byte in range(1, OPERATION):
            operation = sequence[index]
            if operation[byte]:
                zeroed = operation[:byte] + b"\0" + operation[byte + 1 :]
                candidate = sequence[:index] + [zeroed] + sequence[index + 1 :]
                if still(candidate):
                    sequence = candidate
    return sequence


def difference(native: list[str], engine: list[str]) -> str:
    return "\n".join(difflib.unified_diff(native, engine, "native", "engine", n=50, lineterm=""))
