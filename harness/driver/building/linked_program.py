"""Taking a dynamically linked program along to a machine that lacks its libraries."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from ..basics.errors import UserError

_LIBRARY = re.compile(r"\s*(?:(?P<soname>\S+) => )?(?P<path>/\S+) \(0x")
_UNUSED = re.compile(r"\s+(/\S+)$")

# Finds the program and its libraries from where it lies itself, and needs no PATH for it.
_START = """#!/bin/sh
here=${{0%/*}}
exec "$here/../lib/{name}/{loader}" --library-path "$here/../lib/{name}" "$here/../lib/{name}/{name}" "$@"
"""


@dataclass(frozen=True)
class Portable:
    """A program and all it loads, by their paths in the bundle's build directory.

    `sources` are the files of this machine that went into it.
    """

    files: dict[str, bytes]
    sources: tuple[Path, ...]


def take(program: Path, name: str) -> Portable:
    """A program under bin/NAME with the C library, loader and libraries that it has here.

    A library of which it uses nothing, as `ldd -u` tells, goes along empty: it is loaded
    all the same. Throws UserError.
    """
    program = program.resolve()
    libraries = _libraries(program)
    if not libraries:  # statically linked
        return Portable({f"bin/{name}": program.read_bytes()}, (program,))
    loader = next((soname for soname in libraries if soname.startswith("ld-")), None)
    if not loader:
        raise UserError(f"{program}: `ldd` names no loader among {', '.join(libraries)}")
    unused = _unused(program) - {libraries[loader]}
    files = {f"bin/{name}": _START.format(name=name, loader=loader).encode()}
    files[f"lib/{name}/{name}"] = program.read_bytes()
    for soname, path in libraries.items():
        files[f"lib/{name}/{soname}"] = _empty(soname) if path in unused else path.resolve().read_bytes()
    taken = (path for path in libraries.values() if path not in unused)
    return Portable(files, (program, *taken))


def _libraries(program: Path) -> dict[str, Path]:
    """What the loader loads for a program, itself included, by the names that are asked for."""
    ran = subprocess.run(["ldd", program], capture_output=True, text=True, errors="replace")
    if "not found" in ran.stdout:
        raise UserError(f"{program}: one of its libraries is missing; see `ldd {program}`")
    found = [match for match in map(_LIBRARY.match, ran.stdout.splitlines()) if match]
    return {match["soname"] or Path(match["path"]).name: Path(match["path"]) for match in found}


def _unused(program: Path) -> set[Path]:
    ran = subprocess.run(["ldd", "-u", program], capture_output=True, text=True, errors="replace")
    return {Path(match[1]) for match in map(_UNUSED.match, ran.stdout.splitlines()) if match}


def _empty(soname: str) -> bytes:
    """A shared library of that name with nothing in it."""
    compiler = shutil.which("cc") or shutil.which("c++")
    if not compiler:
        raise UserError("no C compiler: the bundle needs the one that built the suite")
    with tempfile.TemporaryDirectory() as directory:
        library = Path(directory) / "empty.so"
        options = ["-shared", "-nostdlib", f"-Wl,-soname,{soname}", "-Wl,--build-id=none"]
        command = [compiler, *options, "-x", "c", "/dev/null", "-o", str(library)]
        ran = subprocess.run(command, capture_output=True, text=True, errors="replace")
        if ran.returncode != 0:
            raise UserError(f"`{' '.join(command)}` failed: {ran.stderr.strip()}")
        return library.read_bytes()
