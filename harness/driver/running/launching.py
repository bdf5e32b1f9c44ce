"""Command lines of the launcher: what it shows an engine, the program, and the engine's command."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from ..basics.errors import MachineError
from ..suite.adapters import Adapter, fill
from ..suite.layout import Tree
from .observation import read_records, required


def shell(words: list[str]) -> str:
    """Words as a shell, and lit's own, read them."""
    return " ".join(shlex.quote(word) for word in words)


def view_words(tree: Tree, adapter: Adapter) -> list[str]:
    """The launcher's options for what an engine sees of the machine: not the source tree nor the
    build tree, but its own files, and what the adapter says that it needs."""
    words: list[str] = []
    for directory in dict.fromkeys((tree.source_dir, tree.build_dir)):
        words += ["--hide", str(directory)]
    for path in dict.fromkeys((*_own_files(tree, adapter), *adapter.expose)):
        words += ["--expose", path]
    return words


def _own_files(tree: Tree, adapter: Adapter) -> list[str]:
    """The directories in which the engine lies, and other files that its command names by their
    absolute paths; where that is the project's own directory, only the file."""
    shown = []
    for word in adapter.command:
        if os.path.isabs(word) and os.path.exists(word):
            for path in (Path(word), Path(word).resolve()):
                own = any(path.is_relative_to(d) for d in (tree.source_dir, tree.build_dir))
                shown.append(
                    str(path if own or path.is_dir() or path.parent == path.parent.parent else path.parent)
                )
    return shown


def module_options(adapter: Adapter, module: Path, cache: Path) -> list[str]:
    """The launcher's options that depend on the module."""
    words = ["--module", str(module)]
    for name, value in adapter.environment.items():
        words += ["--engine-env", f"{name}={fill(value, _places(cache))}"]
    return words


def command_words(words: tuple[str, ...], cache: Path) -> list[str]:
    return ["--", *(fill(word, _places(cache)) for word in words), "--"]


def _places(cache: Path) -> dict[str, str]:
    return {"cache_dir": str(cache), "prepared": str(cache / "prepared")}


def run_launcher(words: list[str]) -> dict:
    """The launcher's record of a command whose output is of no interest. Throws MachineError if it cannot do its
    part."""
    with tempfile.NamedTemporaryFile(prefix="wali-record-") as record:
        command = [words[0], "--record", record.name, *words[1:]]
        streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        try:
            subprocess.run(command, **streams)
        except OSError as error:
            raise MachineError(f"{words[0]}: {error.strerror}") from None
        [made] = required(read_records(Path(record.name)), 1, Path(words[0]))
        return made
