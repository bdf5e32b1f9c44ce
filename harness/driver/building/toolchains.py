"""Other compilers for the modules than the one that the build found.

A toolchain is a directory laid out as wasi-sdk's releases are. Those made here consist of
Debian's packages of one version of LLVM: its headers of libc++ for wasm32 cannot be installed
beside another version's, so the packages are unpacked into a directory of their own.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from ..basics.errors import UserError
from ..basics.files import users_cache
from ..suite.layout import Tree
from ..suite.program import Program
from . import build

# What wasi-sdk's releases were made with: the oldest that builds the suite, and one in between.
DEFAULT_VERSIONS = (16, 19)

_PACKAGES = ("clang-{}", "libclang-common-{}-dev", "libclang-cpp{}", "libllvm{}", "lld-{}", "libc++-{}-dev-wasm32")
_TOOLS = ("clang", "clang++", "wasm-ld")
_REVISIONS = ("libc", "spec2026")


@dataclass(frozen=True)
class Toolchain:
    """A toolchain's name, such as clang-16, and where it lies."""

    name: str
    prefix: Path

    def tree_of(self, tree: Tree) -> Tree:
        """The build tree of the modules that it compiles."""
        return Tree(tree.source_dir, tree.build_dir / "toolchains" / self.name)

    def build(self, tree: Tree, programs: list[Program]) -> Tree:
        """The tree with the modules of these programs. The oracles are the main tree's: another
        compiler makes them. Throws UserError."""
        made = self.tree_of(tree)
        modules = [
            made.module(program.id, abi) for program in programs for abi in _REVISIONS if tree.has_module(program, abi)
        ]
        options = [f"-DWASI_SDK_PATH={self.prefix}", *_host_options(tree)]
        build.ensure(made, ["wali-launch", "abi-table", *(str(m.relative_to(made.build_dir)) for m in modules)], options)
        for program in programs:
            if program.oracle is None:
                _link(tree.module(program.id, "native"), made.module(program.id, "native"))
        return made


def _host_options(tree: Tree) -> list[str]:
    """The Wasmtime that the main tree has."""
    try:
        cache = (tree.build_dir / "CMakeCache.txt").read_text(errors="replace")
    except OSError:
        return []
    found = re.search(r"^WASMTIME_C_API:PATH=(.+)$", cache, re.MULTILINE)
    return [f"-DWASMTIME_C_API={found[1]}"] if found else []


def _link(target: Path, name: Path) -> None:
    name.unlink(missing_ok=True)
    name.symlink_to(target)


def directory() -> Path:
    """Where unpacked toolchains are kept, for all build trees."""
    return users_cache() / "toolchains"


def available() -> list[Toolchain]:
    """The toolchains that are there already, without looking elsewhere."""
    return [Toolchain(p.parent.name, p) for p in sorted(directory().glob("*/wasi-sdk")) if (p / "VERSION").exists()]


def fetch(version: int) -> Toolchain:
    """A toolchain of Debian's packages, unpacked now if it was not before. Throws UserError."""
    made = Toolchain(f"clang-{version}", directory() / f"clang-{version}" / "wasi-sdk")
    if (made.prefix / "VERSION").exists():
        return made
    if not shutil.which("apt-get") or not shutil.which("dpkg"):
        raise UserError(f"clang {version} is not here, and without apt-get it cannot be fetched: give --wasi-sdk DIR")
    made.prefix.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="wali-toolchain-") as work:
        print(f"fetching clang {version} …", flush=True)
        _run(["apt-get", "download", *(package.format(version) for package in _PACKAGES)], work)
        for package in sorted(Path(work).glob("*.deb")):
            _run(["dpkg", "-x", str(package), str(made.prefix.parent)], work)
    root = made.prefix.parent / "usr" / "lib"
    llvm = root / f"llvm-{version}"
    lay_out(made.prefix, llvm / "bin", llvm / "include/wasm32-wasi/c++/v1", f"{version}.0", sorted(root.glob("*-linux-gnu")))
    return made


def _run(words: list[str], work: str) -> None:
    ran = subprocess.run(words, cwd=work, capture_output=True, text=True, errors="replace")
    if ran.returncode:
        last = (ran.stderr.strip() or ran.stdout.strip() or "no message").splitlines()[-1]
        raise UserError(f"`{' '.join(words)}` failed: {last}")


def lay_out(prefix: Path, tools: Path, libcxx: Path, version: str, libraries: list[Path] = ()) -> None:
    """Makes a directory like a release of wasi-sdk of what lies elsewhere: compiler and linker
    in `tools`, which find their shared objects in `libraries`, and libc++'s headers."""
    (prefix / "bin").mkdir(parents=True, exist_ok=True)
    for tool in _TOOLS:
        script = prefix / "bin" / tool
        path = f"LD_LIBRARY_PATH={':'.join(map(str, libraries))} " if libraries else ""
        script.write_text(f'#!/bin/sh\n{path}exec {tools}/{tool} "$@"\n')
        script.chmod(0o755)
    headers = prefix / "share/wasi-sysroot/include/wasm32-wasi/c++/v1"
    headers.parent.mkdir(parents=True, exist_ok=True)
    _link(libcxx, headers)
    (prefix / "share/cmake").mkdir(parents=True, exist_ok=True)
    (prefix / "share/cmake/wasi-sdk.cmake").write_text(
        "set(CMAKE_SYSTEM_NAME WASI)\nset(CMAKE_SYSTEM_PROCESSOR wasm32)\n"
        f"set(CMAKE_C_COMPILER {prefix}/bin/clang)\nset(CMAKE_CXX_COMPILER {prefix}/bin/clang++)\n"
    )
    (prefix / "VERSION").write_text(f"{version}\n")
