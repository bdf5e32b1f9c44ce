"""The host and the embedded engine under AddressSanitizer and UndefinedBehaviorSanitizer, as a
part of `wali-cts test`.

They are built a second time, in `build/sanitized`; the unit tests, the fuzz targets and the
programs that hand over wrong pointers run with that build. Any finding ends the process that
has it, and so fails a test. A build with -DWALI_CTS_SANITIZE=thread is made by hand.
"""

from __future__ import annotations

import os
import platform
import subprocess
from pathlib import Path

from ..suite import tools
from ..suite.layout import Tree
from . import build

TARGETS = ("wali-host-tests", "wali-wasmtime-tests", "fuzz-targets", "wali-wasmtime")
# The tests of those targets, as ctest calls them.
TESTS = "^(host|wasmtime-runner|fuzz-.*)$"
# The programs that run on that engine: parts of their ids.
PROGRAMS = ("abi/pointers", "containment/", "abi/threads", "scenario/")


def _runtime() -> str | None:
    """clang's library for AddressSanitizer, which Debian does not install with clang."""
    compiler = tools.newest("clang++")
    names = ("libclang_rt.asan.a", f"libclang_rt.asan-{platform.machine()}.a")
    for name in names if compiler else ():
        asked = subprocess.run([compiler, f"-print-file-name={name}"], capture_output=True, text=True)
        if os.path.isabs(found := asked.stdout.strip()):
            return found
    return None


RUNTIME = build.Need("clang's sanitizers", _runtime, "libclang-rt-{llvm}-dev")


def tree_of(tree: Tree) -> Tree:
    """The build tree of what runs here."""
    return Tree(tree.source_dir, tree.build_dir / "sanitized")


def engine(tree: Tree) -> Path:
    """The embedded engine of that build."""
    return tree_of(tree).build_dir / "bin" / "wali-wasmtime"


def ensure(tree: Tree) -> None:
    """Builds what runs here. Throws UserError if it cannot."""
    # What takes time here is compiling: clang is twice as fast at it as gcc.
    flags = ["-DWALI_CTS_SANITIZE=address,undefined", "-DCMAKE_BUILD_TYPE=None", "-DCMAKE_CXX_FLAGS=-O0 -g1"]
    if compiler := tools.newest("clang++"):
        build.install_missing([RUNTIME])
        flags += [f"-DCMAKE_CXX_COMPILER={compiler}"]
    build.ensure(tree_of(tree), TARGETS, flags)
