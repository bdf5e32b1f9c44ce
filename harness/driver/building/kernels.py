"""Kernels to boot: the distribution's, which apt fetches, or the user's own.

apt is asked with a configuration of its own: a list of sources that names one suite on the mirror
that this machine's own list names, and lists, cache and state beneath the build tree. Nothing of
the machine's apt changes, and signatures are checked as ever.
"""

from __future__ import annotations

import os
import pwd
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..basics.errors import UserError, require
from ..suite.layout import Tree

# Debian's releases from the one with the oldest kernel that the suite is for, and what becomes the next.
SUITES = ("bullseye", "bookworm", "trixie", "sid")

_KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
_PACKAGE = "linux-image-amd64"  # depends on the newest kernel of its suite

# What a simulated installation says of a package that holds a part of a kernel.
_PART = re.compile(r"Inst (linux-(?:image|binary|modules)-\S+) \((\S+) ", re.MULTILINE)
_IMAGES = ("boot/vmlinuz-*", "lib/modules/*/vmlinuz", "usr/lib/modules/*/vmlinuz")
_MODULES = ("lib/modules/*/kernel", "usr/lib/modules/*/kernel")


@dataclass(frozen=True)
class Kernel:
    """A kernel's name, such as bookworm, its image, and the directory of its modules, if it has one."""

    name: str
    image: Path
    modules: Path | None = None


def own(given: str) -> Kernel:
    """What --kernel names: a directory as a package is unpacked to, or an image, after which a comma and the
    directory of its modules may follow. Throws UserError."""
    path, _, modules = given.partition(",")
    require(os.path.exists(path), f"--kernel {path}: there is no such file: name an image, or IMAGE,MODULES")
    if os.path.isdir(path):
        require(not modules, f"--kernel {path}: modules are looked for in this directory: leave out {modules}")
        return _within(Path(path).resolve(), _name(path))
    require(not modules or os.path.isdir(modules), f"--kernel: the modules' directory {modules} does not exist")
    return Kernel(_name(path), Path(path).resolve(), Path(modules).resolve() if modules else None)


def _name(path: str) -> str:
    return Path(path).resolve().name or "root"


def _within(directory: Path, name: str) -> Kernel:
    """The one kernel in a directory. Throws UserError."""
    images = sorted({path for pattern in _IMAGES for path in directory.glob(pattern)})
    modules = sorted(path.parent for pattern in _MODULES for path in directory.glob(pattern))
    require(bool(images), f"{directory} holds no kernel, such as boot/vmlinuz-6.1: name another, or an image")
    require(len(images) == 1 and len(modules) <= 1, f"{directory} holds several kernels: name IMAGE,MODULES")
    return Kernel(name, images[0], modules[0] if modules else None)


def fetch(tree: Tree, suite: str, update: bool) -> Kernel:
    """The newest kernel of a suite, or the one that was fetched before unless `update`. Throws UserError."""
    home = tree.build_dir / "kernels" / suite
    unpacked = home / "unpacked"
    if update or not unpacked.exists():
        for tool in ("apt-get", "dpkg-deb"):
            require(bool(shutil.which(tool)), f"without {tool} no kernel can be fetched: give --kernel PATH")
        apt = _configured(home, suite)
        _run([*apt, "update"])
        parts = list(_parts(_run([*apt, "--simulate", "--no-install-recommends", "install", _PACKAGE])))
        require(bool(parts), f"apt-get names no package of {_PACKAGE}'s that holds a kernel: give --kernel PATH")
        _unpack(apt, parts, home, unpacked)
    return _within(unpacked, suite)


def _unpack(apt: list[str], parts: list[str], home: Path, unpacked: Path) -> None:
    """Replaces what was unpacked before by these packages."""
    print(f"fetching {' '.join(parts)} …", flush=True)
    packages, fresh = home / "packages", home / "fresh"
    for directory in (packages, fresh):
        shutil.rmtree(directory, ignore_errors=True)
        directory.mkdir()
    _run([*apt, "download", *parts], packages)
    for package in sorted(packages.glob("*.deb")):
        _run(["dpkg-deb", "--extract", str(package), str(fresh)])
    shutil.rmtree(packages)
    shutil.rmtree(unpacked, ignore_errors=True)
    fresh.rename(unpacked)


def _parts(simulated: str) -> Iterator[str]:
    """The packages, as NAME=VERSION, that hold a kernel, among those that an installation would bring."""
    for name, version in _PART.findall(simulated):
        if name != _PACKAGE:
            yield f"{name}={version}"


def _configured(home: Path, suite: str) -> list[str]:
    """apt-get with a configuration of its own in `home`, for one suite."""
    for directory in ("lists/partial", "cache/archives/partial", "state"):
        (home / directory).mkdir(parents=True, exist_ok=True)
    signed = f"[signed-by={_KEYRING}] " if _KEYRING.exists() else ""
    (home / "sources.list").write_text(f"deb {signed}{mirror(_targets())} {suite} main\n")
    (home / "status").write_text("")
    settings = {
        "Dir::Etc::SourceList": home / "sources.list",
        "Dir::Etc::SourceParts": "-",
        "Dir::State": home / "state",
        "Dir::State::Lists": home / "lists",
        "Dir::State::Status": home / "status",
        "Dir::Cache": home / "cache",
        "APT::Architecture": "amd64",
        "APT::Sandbox::User": pwd.getpwuid(os.geteuid()).pw_name,  # who may write there
    }
    return ["apt-get", "-q", *(word for key, value in settings.items() for word in ("-o", f"{key}={value}"))]


def _targets() -> str:
    """What this machine's apt has lists of."""
    return _run(["apt-get", "indextargets", "--format", "$(CREATED_BY)|$(ORIGIN)|$(LABEL)|$(REPO_URI)"])


def mirror(targets: str) -> str:
    """Where this machine gets Debian's main archive from. Throws UserError if it does not."""
    for line in targets.splitlines():
        if line.startswith("Packages|Debian|Debian|"):
            return line.rpartition("|")[2]
    raise UserError("apt has no lists of Debian's archive here: run `apt-get update` on Debian, or give --kernel PATH")


def _run(words: list[str], directory: Path | None = None) -> str:
    """What a program prints. Throws UserError if it fails."""
    environment = os.environ | {"LC_ALL": "C", "DEBIAN_FRONTEND": "noninteractive"}
    ran = subprocess.run(words, cwd=directory, capture_output=True, text=True, errors="replace", env=environment)
    if ran.returncode:
        said = (ran.stderr.strip() or ran.stdout.strip() or "no message").splitlines()
        errors = [line for line in said if line.startswith("E:")]
        raise UserError(f"`{words[0]} … {words[-1]}` failed: {(errors or said)[-1]}")
    return ran.stdout
