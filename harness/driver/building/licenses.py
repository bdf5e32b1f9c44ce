"""The licences of what a bundle takes along from elsewhere."""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import subprocess
from pathlib import Path

from ..basics.errors import UserError
from ..suite.layout import Tree
from .build import configured

_TEXTS = re.compile(r"(LICEN[CS]E|COPYING|COPYRIGHT|NOTICE)([-.].*)?", re.IGNORECASE)
_ENGINE = "runners/wasmtime/engine"


def of_files(paths: tuple[Path, ...]) -> dict[str, bytes]:
    """The texts for files of this system's packages, by package. Throws UserError."""
    texts: dict[str, bytes] = {}
    for path in paths:
        package = _package(path)
        found = _package_text(package) if package else None
        if not found:
            raise UserError(f"no licence is found for {path}: install it from a package of this system")
        texts[f"{package}.txt"] = found.read_bytes()
    return texts


def _package(path: Path) -> str | None:
    """The package that a file is from, in whichever spelling of its path the system knows."""
    spellings = [str(path), str(path.resolve())]
    spellings += [s.removeprefix("/usr") if s.startswith("/usr/lib") else f"/usr{s}" for s in spellings]
    for spelling in spellings:
        for query in (["dpkg", "-S", spelling], ["rpm", "-qf", "--qf", "%{NAME}: ", spelling]):
            if not shutil.which(query[0]):
                continue
            ran = subprocess.run(query, capture_output=True, text=True, errors="replace")
            if ran.returncode == 0:
                return re.split(r"[:,]", ran.stdout)[0].strip()
    return None


def _package_text(package: str) -> Path | None:
    candidates = [Path("/usr/share/doc", package, "copyright")]
    candidates += sorted(path for path in Path("/usr/share/licenses", package).glob("*") if path.is_file())
    return next((path for path in candidates if path.is_file()), None)


def of_engine(tree: Tree) -> dict[str, bytes]:
    """The texts for what is linked into the embedded engine. Throws UserError."""
    prebuilt = _prebuilt(tree)
    if prebuilt:
        found = {f"wasmtime/{path.name}": path.read_bytes() for path in _texts(prebuilt)}
    else:
        found = _of_crates(tree)
    if not found:
        raise UserError("no licence of Wasmtime is found; leave it out with --without-engine")
    return found


def _prebuilt(tree: Tree) -> Path | None:
    """The directory that -DWASMTIME_C_API named."""
    named = configured(tree, "WASMTIME_C_API")
    return Path(named) if named else None


def _texts(directory: Path) -> list[Path]:
    return sorted(p for p in directory.iterdir() if _TEXTS.fullmatch(p.name) and p.is_file())


def _of_crates(tree: Tree) -> dict[str, bytes]:
    """A list of Wasmtime's crates with their licences, and each text that they carry."""
    command = [configured(tree, "CARGO") or "cargo", "metadata", "--locked", "--format-version", "1"]
    command += ["--filter-platform", f"{platform.machine()}-unknown-linux-gnu"]
    rustup = configured(tree, "WALI_CTS_RUSTUP_HOME")
    environment = os.environ | ({"RUSTUP_HOME": rustup} if rustup else {})
    try:
        ran = subprocess.run(
            command, cwd=tree.source_dir / _ENGINE, capture_output=True, text=True, env=environment
        )
    except OSError as error:
        raise UserError(f"`cargo metadata`: {error.strerror}; leave the engine out with --without-engine") from None
    if ran.returncode != 0:
        words = ran.stderr.strip().splitlines() or ["no message"]
        error = next((line for line in words if line.startswith("error")), words[-1])
        raise UserError(f"`{' '.join(command)}`: {error}; leave the engine out with --without-engine")
    packages = sorted((p for p in json.loads(ran.stdout)["packages"] if p["source"]), key=lambda p: p["id"])
    lines, found = [], {}
    for package in packages:
        lines.append(f"{package['name']} {package['version']}: {package['license'] or 'see its text'}\n")
        for path in _texts(Path(package["manifest_path"]).parent):
            found[f"wasmtime/{package['name']}-{package['version']}/{path.name}"] = path.read_bytes()
    return {"wasmtime/crates.txt": "".join(lines).encode()} | found
