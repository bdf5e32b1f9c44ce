"""The suite as one archive, for a machine with Python and nothing else.

Beneath one directory lie the parts of the source tree that a run reads, at their places,
and a build tree: modules, oracles, launcher, the embedded engine, lit and FileCheck with
its libraries. MANIFEST.sha256 names each file; `Tree.stale` holds programs against it.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import platform
import tarfile
from collections.abc import Iterator
from pathlib import Path

from ..basics.errors import UserError
from ..suite import manifest, tools
from ..suite.layout import NATIVE, REVISIONS, Tree
from . import licenses, linked_program
from .build import JSON_HEADER, header

ENGINE = "wali-wasmtime"

# What a run reads of the source tree: files, and directories with patterns.
_SOURCES = ("LICENSE", "README.md", "lit.cfg.py", "harness/VERSION", "harness/wali-cts")
_SOURCE_TREES = {
    "suite": ("*.cpp", "*.h", "*.toml", "*.md"),
    "expected": ("*",),
    "harness/driver": ("*.py", "*.css", "*.js"),
    "runners": ("*.toml", "*.py"),
}
_NOT_RUN = ("tests",)  # directories of which nothing goes along

_SITE = """import os

config.build_dir = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
lit_config.load_config(config, os.path.join(os.path.dirname(config.build_dir), "lit.cfg.py"))
"""
_LIT = """#!/usr/bin/env python3
import os
import sys

sys.path.insert(1, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "utils", "lit"))

from lit.main import main

if __name__ == "__main__":
    main()
"""

# The time that each file gets: none of theirs means anything to who unpacks them.
_EPOCH = 315532800  # 1980-01-01


def collect(tree: Tree, with_engine: bool = True) -> dict[str, bytes]:
    """Every file of the bundle, the manifest included, by its path. Throws UserError."""
    files = {name: (tree.source_dir / name).read_bytes() for name in _SOURCES}
    for directory, patterns in _SOURCE_TREES.items():
        for path in _matching(tree.source_dir / directory, patterns):
            files[path.relative_to(tree.source_dir).as_posix()] = path.read_bytes()
    files |= _programs(tree)
    filecheck = linked_program.take(Path(tools.filecheck(tree)), "FileCheck")
    built = {"abi.json": (tree.build_dir / "abi.json").read_bytes(), "build-info.json": _build_info(tree)}
    built |= {"suite/lit.site.cfg.py": _SITE.encode()}
    built |= {"bin/wali-launch": tree.launcher.read_bytes(), "bin/lit": _LIT.encode()}
    built |= filecheck.files | _lit(tree)
    json_library = Path(header(JSON_HEADER) or JSON_HEADER)  # linked into wali-launch
    texts = licenses.of_files((*filecheck.sources, Path(tools.lit(tree)).resolve(), json_library))
    if with_engine:
        built[f"bin/{ENGINE}"] = _read(tree.build_dir / "bin" / ENGINE)
        texts |= licenses.of_engine(tree)
    files |= {f"build/{name}": content for name, content in built.items()}
    files |= {f"licenses/{name}": content for name, content in texts.items()}
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    return files | {manifest.NAME: manifest.render(hashes).encode()}


def _matching(directory: Path, patterns: tuple[str, ...]) -> Iterator[Path]:
    for pattern in patterns:
        for path in directory.rglob(pattern):
            if path.is_file() and not set(path.relative_to(directory).parts) & {*_NOT_RUN, "__pycache__"}:
                yield path


def _programs(tree: Tree) -> dict[str, bytes]:
    """The modules and oracles, none of them older than its source."""
    files = {}
    for program in tree.programs():
        for abi in (NATIVE, *REVISIONS):
            if not tree.has_module(program, abi) or (abi == NATIVE and program.oracle is not None):
                continue
            if reason := tree.stale(program, abi):
                raise UserError(reason)
            module = tree.module(program.id, abi)
            files["build/" + module.relative_to(tree.build_dir).as_posix()] = module.read_bytes()
    return files


def _build_info(tree: Tree) -> bytes:
    """What the driver reads of a build; its paths are relative to the build directory."""
    info = {"version": tree.build_info()["version"], "filecheck": "bin/FileCheck", "lit": "bin/lit"}
    made = tree.provenance()
    info |= {
        key: made[name] for key, name in (("commit", "commit"), ("guest_toolchain", "toolchain")) if name in made
    }
    return json.dumps(info | {"architecture": platform.machine()}, indent=2).encode() + b"\n"


def _lit(tree: Tree) -> dict[str, bytes]:
    """lit's package, where LLVM too puts it: utils/lit beside bin."""
    package = tools.lit_package(tree)
    return {
        f"utils/lit/{path.relative_to(package.parent).as_posix()}": path.read_bytes()
        for path in _matching(package, ("*.py",))
    }


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(f"{path}: {error.strerror}: build it, or leave it out with --without-engine") from None


def archive(files: dict[str, bytes], directory: str) -> bytes:
    """A gzipped tar file that depends on nothing but its contents: sorted, and without
    times and owners."""
    packed = io.BytesIO()
    with (
        gzip.GzipFile(filename="", fileobj=packed, mode="wb", compresslevel=6, mtime=0) as zipped,
        tarfile.open(fileobj=zipped, mode="w", format=tarfile.GNU_FORMAT) as tar,
    ):
        for name in sorted(files):
            entry = tarfile.TarInfo(f"{directory}/{name}")
            entry.size, entry.mtime = len(files[name]), _EPOCH
            entry.mode = 0o755 if is_program(files[name]) else 0o644
            tar.addfile(entry, io.BytesIO(files[name]))
    return packed.getvalue()


def is_program(content: bytes) -> bool:
    """Whether a file is one to execute."""
    return content.startswith((b"#!", b"\x7fELF"))
