"""`wali-cts export`: the suite as modules with JSON descriptions, for wasi-testsuite's runner and others."""

from __future__ import annotations

import re
import tempfile
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from ..basics import locking
from ..basics.errors import UserError
from ..building import build
from ..building.described import LEFT_OUT, Export, export
from ..suite.expectation import Kernel, running_kernel
from ..suite.layout import REVISIONS, Tree


def command(options: Namespace) -> int:
    """Builds, and writes a directory for each revision; exit status 0."""
    tree, directory = Tree.at(options.build_dir), Path(options.directory)
    tree.require_own()
    kernel = _kernel(options.kernel)
    revisions = (options.abi,) if options.abi else REVISIONS
    with locking.alone(directory, "exports", "name another directory"):
        for abi in revisions:
            if (directory / abi).exists():
                raise UserError(f"{directory / abi} exists: remove it, or name another directory")
        if not options.no_build:
            build.ensure(tree, build.SUITE_TARGETS)
        _export(tree, directory, revisions, kernel)
    print(f"what depends on the kernel is as on Linux {kernel[0]}.{kernel[1]}")
    return 0


def _export(tree: Tree, directory: Path, revisions: Sequence[str], kernel: Kernel) -> None:
    programs = tree.programs()
    for program in programs:
        for abi in revisions:
            if tree.has_module(program, abi) and (reason := tree.stale(program, abi)):
                raise UserError(reason)
    for abi in revisions:
        made = export(tree, programs, abi, kernel)
        _write(directory / abi, made.files)
        _say(directory / abi, made)


def _kernel(text: str | None) -> Kernel:
    if text is None:
        return running_kernel()
    if not (match := re.fullmatch(r"(\d+)\.(\d+)", text)):
        raise UserError(f"--kernel takes a version such as 6.12, not '{text}'")
    return int(match[1]), int(match[2])


def _write(directory: Path, files: dict[str, bytes]) -> None:
    """Writes a directory whole, or nothing. Throws UserError."""
    try:
        with tempfile.TemporaryDirectory(prefix=".wali-export-", dir=directory.parent) as made:
            whole = Path(made) / directory.name
            whole.mkdir()
            for name, content in files.items():
                (whole / name).write_bytes(content)
            whole.rename(directory)
    except OSError as error:
        raise UserError(f"{error.filename or directory}: {error.strerror}") from None


def _say(directory: Path, made: Export) -> None:
    print(f"{directory}: {made.programs} programs, {len(made.left_out)} left out ({directory / LEFT_OUT} says why)")
    for kind, count in made.kinds():
        print(f"  {count:5}  {kind}")
