"""The source tree, the build tree, and the programs in them."""

from __future__ import annotations

import functools
import json
import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from ..basics.errors import UserError
from ..basics.files import users_cache
from . import manifest
from .program import Program, read_program

SOURCE_DIR = Path(__file__).resolve().parents[3]

# The ABI revisions, and the word that stands for the oracle's builds beside them.
REVISIONS = ("libc", "spec2026")
NATIVE = "native"

# Groups that are not in the table of calls: their directories name topics.
TOPIC_GROUPS = ("abi", "containment", "scenario")

# The programs that link one call each, named after it.
NAMES = "abi/names/"


@dataclass(frozen=True)
class Call:
    """One call of the table: its group and the revisions that have it."""

    name: str
    group: str
    revisions: tuple[str, ...]


@dataclass(frozen=True)
class Tree:
    """Where the sources and what was built of them lie. Paths are absolute."""

    source_dir: Path
    build_dir: Path

    @staticmethod
    def at(build_dir: str | Path | None = None) -> Tree:
        """The build tree and the sources it was made from."""
        build = Path(build_dir or SOURCE_DIR / "build").resolve()
        try:
            source = json.loads((build / "build-info.json").read_text())["source_dir"]
        except (OSError, ValueError, KeyError):  # not built yet
            source = SOURCE_DIR
        return Tree(Path(source).resolve(), build)

    @property
    def suite_dir(self) -> Path:
        return self.source_dir / "suite"

    @property
    def expected_dir(self) -> Path:
        return self.source_dir / "expected"

    @property
    def is_bundle(self) -> bool:
        """Whether this is what `wali-cts bundle` made: nothing in it is built, and nothing may differ."""
        return (self.source_dir / manifest.NAME).exists()

    @property
    def is_installed(self) -> bool:
        """Whether this is the bundle in an installed wheel, to which nothing may be written."""
        return self.is_bundle and (self.source_dir.parent / "__init__.py").exists()

    @property
    def output_dir(self) -> Path:
        """Beneath which directory commands write what they found, unless told otherwise."""
        return Path("wali-cts-output").absolute() if self.is_installed else self.build_dir

    @property
    def cache_dir(self) -> Path:
        """Beneath which directory engines keep files between runs."""
        if not self.is_installed:
            return self.build_dir / "cache"
        return users_cache() / "engines"

    @property
    def lit_dir(self) -> Path:
        """Where lit keeps what it learns, such as how long programs take: with the build, unless the user
        may not write there."""
        beside = self.build_dir / "suite"
        return beside if not self.is_installed and os.access(beside, os.W_OK) else users_cache() / "lit"

    @property
    def launcher(self) -> Path:
        return self.build_dir / "bin" / "wali-launch"

    def source(self, program_id: str) -> Path:
        return self.suite_dir / f"{program_id}.cpp"

    def expectation(self, program_id: str) -> Path:
        return self.expected_dir / f"{program_id}.check"

    def module(self, program_id: str, abi: str) -> Path:
        """What runs: the module of that revision, or the oracle's executable for "native"."""
        suffix = ".native" if abi == NATIVE else f".{abi}.wasm"
        return self.build_dir / "suite" / f"{program_id}{suffix}"

    @functools.cache
    def build_info(self) -> dict:
        """build-info.json, which CMake writes."""
        return self._json("build-info.json")

    @functools.cache
    def provenance(self) -> dict[str, str]:
        """What the programs are built from and with: `commit` of the suite, with "+changes" if
        files differ from it, and `toolchain`, the compiler of the modules. What is not known
        is left out."""
        info = self.build_info()
        commit = info.get("commit") or _commit(self.source_dir)
        toolchain = info.get("guest_toolchain", "").partition(" (")[0]
        return {k: v for k, v in (("commit", commit), ("toolchain", toolchain)) if v}

    def foreign(self) -> str | None:
        """Why the build tree is not this source tree's own, or None. A tree that was copied or
        moved would have its builds go where it came from."""
        try:
            cache = (self.build_dir / "CMakeCache.txt").read_text(errors="replace")
        except OSError:
            return None  # not configured yet, or a bundle
        entries = dict(re.findall(r"^(CMAKE_(?:CACHEFILE_DIR|HOME_DIRECTORY)):INTERNAL=(.*)$", cache, re.MULTILINE))
        made_as, made_of = (entries.get(f"CMAKE_{key}") for key in ("CACHEFILE_DIR", "HOME_DIRECTORY"))
        if made_as and not _same(made_as, self.build_dir):
            return (
                f"{self.build_dir} is a copy of {made_as}, and its builds would go there: "
                f"remove it (rm -r {self.build_dir}) and it is built anew"
            )
        if made_of and not _same(made_of, SOURCE_DIR):
            return (
                f"{self.build_dir} is built from {made_of}, not from {SOURCE_DIR}: "
                f"use {made_of}/harness/wali-cts, or name another directory with --build-dir"
            )
        return None

    def require_own(self) -> None:
        """Throws UserError if the build tree is another source tree's."""
        if reason := self.foreign():
            raise UserError(reason)

    @functools.cache
    def abi(self) -> dict:
        """abi.json, the table of calls."""
        return self._json("abi.json")

    def _json(self, name: str) -> dict:
        path = self.build_dir / name
        try:
            return json.loads(path.read_text())
        except FileNotFoundError:
            raise UserError(
                f"{path} does not exist: build first, with `harness/wali-cts run` "
                f"or `cmake -G Ninja -S {self.source_dir} -B {self.build_dir} && ninja -C {self.build_dir}`"
            ) from None
        except json.JSONDecodeError as error:
            raise UserError(f"{path} is damaged ({error}): remove it and build again") from None

    @functools.cache
    def calls(self) -> dict[str, Call]:
        """The table's calls by the name of their directory.

        libc's fstatat and spec2026's newfstatat are one call under two names, and share
        the directory `fstatat`.
        """
        calls: dict[str, Call] = {}
        for entry in self.abi()["calls"]:
            name = {"newfstatat": "fstatat"}.get(entry["name"], entry["name"])
            known = calls[name].revisions if name in calls else ()
            revisions = tuple(r for r in REVISIONS if r in known or r in entry["revisions"])
            calls[name] = Call(name, entry["group"], revisions)
        return calls

    def errors(self) -> dict[str, int]:
        """The table's errno values by name."""
        return self.abi()["constants"]["errors"]

    def is_constant(self, name: str) -> bool:
        """Whether the interface has an error, a flag or another constant of that name."""
        return any(name in names for names in self.abi()["constants"].values())

    def programs(self) -> list[Program]:
        """All programs of the suite, in the order of their ids."""
        sources = sorted(self.suite_dir.glob("*/*/*.cpp"))
        return [read_program(s, s.relative_to(self.suite_dir).with_suffix("").as_posix()) for s in sources]

    def has_module(self, program: Program, abi: str) -> bool:
        """Whether a program belongs to a revision: not if that revision lacks its call, or, of the
        programs of abi/names, the call that they link."""
        if abi == NATIVE:
            return True
        name = program.call if program.group not in TOPIC_GROUPS else ""
        if program.id.startswith(NAMES):
            name = program.case.replace("-", "_")
        return name not in self.calls() or abi in self.calls()[name].revisions

    def may_be_refused(self, program: Program) -> tuple[str, ...]:
        """The imports of a program that an engine may refuse (ABI.md, Imports that this
        interface does not define)."""
        names = {f"SYS_{entry['name']}" for entry in self.abi()["calls"]}
        declared = (declaration.partition(" ")[0] for declaration in program.imports)
        return tuple(name for name in declared if name.startswith("SYS_") and name not in names)

    def stale(self, program: Program, abi: str) -> str | None:
        """Why what was built of a program must not be judged, or None."""
        if abi == NATIVE and program.oracle is not None:
            return None  # it has no Linux equivalent
        module = self.module(program.id, abi)
        if self.is_bundle:
            return self._altered(program.source, self.expectation(program.id), module)
        try:
            if module.stat().st_mtime_ns >= program.source.stat().st_mtime_ns:
                return None
        except FileNotFoundError:
            return f"{module} is missing: build it with `ninja -C {self.build_dir}`"
        return f"{module} is older than {program.source}: build it with `ninja -C {self.build_dir}`"

    def _altered(self, *paths: Path) -> str | None:
        """Which of these files is not what the bundle was made with, or None."""
        names = (path.relative_to(self.source_dir).as_posix() for path in paths)
        return next(filter(None, (manifest.difference(self.source_dir, name) for name in names)), None)


def version() -> str:
    """The version of wali-cts: CMake and the bundle read it of the same file."""
    return (SOURCE_DIR / "harness" / "VERSION").read_text().strip()


def _same(name: str, path: Path) -> bool:
    """Whether a path is this file or directory, under whatever name."""
    try:
        return os.path.samefile(name, path)
    except OSError:
        return False


def _commit(directory: Path) -> str | None:
    """The commit that a checkout is at, with "+changes" if files of it differ; None if the
    directory is no checkout of its own."""

    def git(*words: str) -> str:
        ran = subprocess.run(["git", "--no-optional-locks", "-C", directory, *words], capture_output=True, text=True, check=True, timeout=20)
        return ran.stdout.strip()

    try:
        if not _same(git("rev-parse", "--show-toplevel"), directory):
            return None
        changed = git("status", "--porcelain", "--untracked-files=no")
        return git("rev-parse", "HEAD") + ("+changes" if changed else "")
    except (OSError, subprocess.SubprocessError):
        return None
