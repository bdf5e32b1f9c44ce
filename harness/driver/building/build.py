"""What the build needs, installing it where that is possible, and the build itself."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..basics import interrupts, locking
from ..basics.errors import UserError
from ..basics.files import users_cache
from ..basics.progress import Progress
from ..suite.layout import Tree
from ..suite.tools import newest

# LLVM's versions that will do, the preferred first.
_LLVM_VERSIONS = (22, 23, 24, *range(21, 15, -1))


# How compilers, linkers and CMake head an error, and how much of one is shown.
_ERROR = re.compile(r"\berror:|^CMake Error|undefined reference|No such file or directory")
_SHOWN_LINES = 12
_SHOWN_WORDS = 12  # of a command that failed


@dataclass(frozen=True)
class Need:
    """Something the build needs: how to find it, and Debian's package for it.

    `find` yields a path, or None. `{llvm}` in the package is LLVM's version. What has no
    package is for the user to get: CMake knows whether this build needs it, `otherwise`
    says how. What is `guest` comes from the wasi-sdk that WASI_SDK_PATH names, if it does.
    `spared` says why a tree can do without, or None if it cannot.
    """

    name: str
    find: Callable[[], str | None]
    package: str | None
    otherwise: str = ""
    guest: bool = False
    spared: Callable[[Tree], str | None] = lambda tree: None


# The library that wali-launch is compiled with: its licence goes into the bundle.
JSON_HEADER = "nlohmann/json.hpp"


def _guest_tool(tool: str) -> str | None:
    """A tool of the wasi-sdk that WASI_SDK_PATH names, or else the distribution's."""
    root = os.environ.get("WASI_SDK_PATH")
    return shutil.which(tool, path=f"{root}/bin") if root else newest(tool)


def _libcxx() -> str | None:
    """libc++'s headers for wasm32, in wasi-sdk or the distribution's."""
    root = os.environ.get("WASI_SDK_PATH")
    if root:
        found = sorted(Path(root).glob("share/wasi-sysroot/include/**/c++/v1/type_traits"))
    else:
        found = sorted(Path("/usr/lib").glob("llvm-*/include/wasm32-wasi/c++/v1/type_traits"))
        found += sorted(Path("/usr/include").glob("wasm32-wasi/c++/v1/type_traits"))
    return str(found[-1].parent) if found else None


def header(name: str) -> str | None:
    """A header of a library that the project's own C++ is compiled with."""
    found = [path for root in ("/usr/include", "/usr/local/include") if (path := Path(root, name)).exists()]
    return str(found[0]) if found else None


def configured(tree: Tree, variable: str) -> str | None:
    """What CMake was told or has found; None also where it has not run."""
    cache = tree.build_dir / "CMakeCache.txt"
    text = cache.read_text(errors="replace") if cache.exists() else ""
    match = re.search(rf"^{variable}:\w+=(.+)$", text, re.MULTILINE)
    return match[1] if match else None


def _cargo() -> str | None:
    """Where CMake finds it: rustup's directory need not be on PATH."""
    home = os.environ.get("CARGO_HOME") or Path.home() / ".cargo"
    return shutil.which("cargo", path=f"{home}/bin") or shutil.which("cargo")


def _built_engine(tree: Tree) -> str | None:
    """Which Wasmtime is built already, or was given to CMake, as a reason not to need cargo."""
    given = configured(tree, "WASMTIME_C_API")
    built = [given] if given else []
    built += sorted(users_cache().glob("wasmtime-*/lib/libwasmtime.a"))
    return f"only building Wasmtime needs it, and {built[0]} is built" if built else None


NEEDS = (
    Need("cmake", lambda: shutil.which("cmake"), "cmake"),
    Need("ninja", lambda: shutil.which("ninja"), "ninja-build"),
    Need("host compiler", lambda: shutil.which("c++") or newest("clang++"), "g++"),
    Need("guest compiler", lambda: _guest_tool("clang++"), "clang-{llvm}", guest=True),
    Need("guest linker", lambda: _guest_tool("wasm-ld"), "lld-{llvm}", guest=True),
    Need("libc++ for wasm32", _libcxx, "libc++-{llvm}-dev-wasm32", guest=True),
    Need("FileCheck", lambda: newest("FileCheck"), "llvm-{llvm}-tools"),
    Need("lit", lambda: newest("lit") or shutil.which("llvm-lit"), "llvm-{llvm}-tools"),
    Need("GoogleTest", lambda: header("gtest/gtest.h"), "libgtest-dev"),
    Need("nlohmann-json", lambda: header(JSON_HEADER), "nlohmann-json3-dev"),
    Need(
        "cargo",
        _cargo,
        None,
        "install Rust with rustup, or give cmake -DWASMTIME_C_API=DIR",
        spared=_built_engine,
    ),
)


# What every run needs of the build tree.
SUITE_TARGETS = ("programs", "wali-launch", "abi-table")


def ensure(tree: Tree, targets: Sequence[str] = (), options: Sequence[str] = ()) -> None:
    """Makes the build tree, or these targets of it, agree with the sources. A tree that is not
    there yet is configured with these options of CMake's.

    A bundle is built already. Throws UserError if it cannot.
    """
    if tree.is_bundle:
        return
    tree.require_own()
    install_missing()
    try:
        tree.build_dir.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=tree.build_dir):
            pass
    except OSError as error:
        advice = "use what is built there with --no-build, or name another build tree with --build-dir DIR"
        raise UserError(f"{tree.build_dir}: {error.strerror}: {advice}") from None
    with locking.held(tree.build_dir) as free:
        if free:
            return _build(tree, targets, options)
    print(f"waiting: another command is building in {tree.build_dir}", file=sys.stderr, flush=True)
    with locking.held(tree.build_dir, wait=True):
        _build(tree, targets, options)


def _build(tree: Tree, targets: Sequence[str], options: Sequence[str]) -> None:
    named = any(option.startswith("-DWASI_SDK_PATH=") for option in options)
    other = [] if named else _wasi_sdk_option(tree)
    if other or not (tree.build_dir / "build.ninja").exists():
        words = ["cmake", "-G", "Ninja", "-S", str(tree.source_dir), "-B", str(tree.build_dir), *options, *other]
        _step(words, tree, "configuring")
    _step(["ninja", "-C", str(tree.build_dir), *targets], tree, "building")
    Tree.build_info.cache_clear()
    Tree.abi.cache_clear()
    Tree.calls.cache_clear()


def _wasi_sdk_option(tree: Tree) -> list[str]:
    """CMake's option for the wasi-sdk that the environment names, unless the tree has it already."""
    wanted = os.environ.get("WASI_SDK_PATH")
    if not wanted:
        return []
    try:
        cache = (tree.build_dir / "CMakeCache.txt").read_text(errors="replace")
    except OSError:
        cache = ""
    wanted = os.path.abspath(wanted)
    return [] if f"WASI_SDK_PATH:PATH={wanted}\n" in cache else [f"-DWASI_SDK_PATH={wanted}"]


def install_missing(needs: Sequence[Need] = ()) -> None:
    """Installs what is missing of these, or else of NEEDS, with apt where that is possible;
    where it is not, says the command."""
    missing = [need for need in needs or NEEDS if need.package and not need.find()]
    if not missing:
        return
    apt = shutil.which("apt-get")
    if not apt or os.geteuid() != 0 or any(_is_of_wasi_sdk(need) for need in missing):
        raise UserError(f"missing: {', '.join(need.name for need in missing)}; {'; '.join(remedies(missing))}")
    _quietly([apt, "update"], "updating the package lists")
    packages = _packages(missing)
    _quietly([apt, "install", "-y", "--no-install-recommends", *packages], f"installing {' '.join(packages)}")


def _is_of_wasi_sdk(need: Need) -> bool:
    return need.guest and bool(os.environ.get("WASI_SDK_PATH"))


def remedies(missing: Sequence[Need]) -> list[str]:
    """What to do where these are missing, each thing once."""
    said = []
    if any(_is_of_wasi_sdk(need) for need in missing):
        said.append(f"WASI_SDK_PATH={os.environ['WASI_SDK_PATH']} is no whole wasi-sdk: name another, or unset it")
    if packaged := [need for need in missing if need.package and not _is_of_wasi_sdk(need)]:
        sudo = "" if os.geteuid() == 0 else "sudo "
        if shutil.which("apt-get"):
            said.append(f"run: {sudo}apt-get install -y {' '.join(_packages(packaged))}")
        else:
            said.append("install them with this system's package manager")
    return said + [need.otherwise for need in missing if not need.package]


def _packages(missing: list[Need]) -> list[str]:
    llvm = _llvm_version()
    return list(dict.fromkeys(need.package.format(llvm=llvm) for need in missing))


def _llvm_version() -> int:
    """The version of LLVM that is here already, or else the best that apt offers."""
    compiler = newest("clang++") or ""
    if match := re.search(r"clang\+\+-(\d+)$", compiler):
        return int(match[1])
    for version in _LLVM_VERSIONS:
        shown = subprocess.run(["apt-cache", "show", f"libc++-{version}-dev-wasm32"], capture_output=True)
        if shown.returncode == 0 and shown.stdout:
            return version
    return _LLVM_VERSIONS[0]


def _quietly(command: list[str], label: str) -> None:
    print(f"{label} …", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    ran = subprocess.run(command, capture_output=True, text=True, errors="replace", env=environment)
    if ran.returncode != 0:
        last = (ran.stderr.strip() or ran.stdout.strip()).splitlines()[-1:]
        raise UserError(f"`{' '.join(command)}` failed: {last[0] if last else 'no message'}")


def _telling(lines: list[str]) -> list[str]:
    """The first error of a build and what follows it, or nothing: what comes later is often
    made by it, and notes would hide it."""
    first = next((n for n, line in enumerate(lines) if _ERROR.search(line)), None)
    return [] if first is None else lines[first : first + _SHOWN_LINES]


def _step(command: list[str], tree: Tree, label: str) -> None:
    """Runs one step of the build; what it prints goes to build.log, its progress to the user."""
    tree.build_dir.mkdir(parents=True, exist_ok=True)
    log_path, progress, tail = tree.build_dir / "build.log", Progress(), []
    environment = os.environ | {"NINJA_STATUS": "[%f/%t] "}
    with open(log_path, "w", errors="replace") as log:
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", env=environment
        )
        with interrupts.ends(process):  # whoever builds here next has the tree for itself
            for line in process.stdout:
                log.write(line)
                tail = (tail + [line.rstrip()])[-40:]
                progress.update(f"{label}: {line.strip()}")
    progress.done()
    if process.wait() != 0:
        print("\n".join(_telling(log_path.read_text(errors="replace").splitlines()) or tail))
        shown = " ".join(command[:_SHOWN_WORDS]) + (" …" if len(command) > _SHOWN_WORDS else "")
        raise UserError(f"{label} failed: `{shown}`; its output is in {log_path}")
