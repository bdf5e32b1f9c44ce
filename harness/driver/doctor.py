"""`wali-cts doctor`: what this machine, or an engine, has and lacks."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
from argparse import Namespace
from pathlib import Path

from . import adapters, build, features
from .adapters import Adapter
from .errors import UserError
from .results import filesystem
from .session import default_identity
from .tree import NATIVE, Tree

# A module whose _start returns at once, in the shape that WALI's modules have: one shared
# memory that it defines and exports.
TRIVIAL_MODULE = bytes.fromhex(
    "0061736d01000000"  # magic, version
    "010401600000"  # type 0: () -> ()
    "03020100"  # function 0 has type 0
    "05050103018002"  # memory 0: shared, 1 to 256 pages
    "071302066d656d6f72790200065f73746172740000"  # exports memory and _start
    "0a040102000b"  # its body: end
)


def command(options: Namespace) -> int:
    """Exit status 1 if something is lacking."""
    tree = Tree.at(options.build_dir)
    complete = _machine(tree)
    for spec in options.runner or []:
        for adapter in adapters.find(spec, tree):
            complete = _runner(adapter, tree, options) and complete
    return 0 if complete else 1


def _line(good: bool, name: str, text: str) -> bool:
    print(f"{'ok  ' if good else 'LACK'}  {name:20} {text}")
    return good


def _machine(tree: Tree) -> bool:
    complete = _line(sys.version_info >= (3, 11), "python", f"{platform.python_version()} ({sys.executable})")
    for need in build.NEEDS:
        path = need.find()
        remedy = f"apt-get install {build.package_of(need)}" if need.package else need.otherwise
        good = _line(path is not None, need.name, _with_version(path) if path else f"missing: {remedy}")
        complete &= good or not need.package
    scratch = os.environ.get("TMPDIR") or "/tmp"
    _line(True, "kernel", f"{platform.system()} {platform.release()} {platform.machine()}")
    _line(True, "file system", f"{filesystem(scratch)} at {scratch}")
    if not tree.launcher.exists():
        return _line(False, "build", f"{tree.launcher} is missing: run `harness/wali-cts run`")
    _line(True, "build", str(tree.build_dir))
    found = features.probe(tree.launcher, "auto", scratch)
    for feature, meaning in features.FEATURES.items():
        print(f"{'has ' if feature in found else 'none'}  {feature:20} {meaning}")
    return complete


def _with_version(path: str) -> str:
    """A path and, if the file is a program that says so, its version."""
    if not os.access(path, os.X_OK) or os.path.isdir(path):
        return path
    try:
        ran = subprocess.run([path, "--version"], capture_output=True, text=True, errors="replace", timeout=10)
    except (OSError, subprocess.TimeoutExpired):
        return path
    lines = [line.strip() for line in (ran.stdout or ran.stderr).splitlines() if any(c.isdigit() for c in line)]
    return f"{path} ({lines[0]})" if lines else path


def _runner(adapter: Adapter, tree: Tree, options: Namespace) -> bool:
    """Whether an engine is found, says its version and starts a trivial program."""
    print(f"runner {adapter.name}")
    override = dict(pair.partition("=")[::2] for pair in options.engine).get(adapter.name)
    try:
        resolved = adapter.resolve(tree, override)
    except UserError as error:
        return _line(False, "engine", str(error))
    _line(True, "engine", resolved.command[0])
    version = resolved.query_version()
    _line(version != "unknown", "version", version)
    _line(True, "revisions", ", ".join(resolved.abi))
    if resolved.abi == (NATIVE,):
        return True
    if not tree.launcher.exists():
        return False
    return _starts(resolved, tree)


def _starts(adapter: Adapter, tree: Tree) -> bool:
    with tempfile.TemporaryDirectory(prefix="wali-doctor-") as directory:
        Path(directory).chmod(0o755)
        module, record = Path(directory) / "trivial.wasm", Path(directory) / "record"
        module.write_bytes(TRIVIAL_MODULE)
        values = {"module": str(module), "prepared": str(module)}
        command = [adapters.fill(word, values) for word in adapter.command]
        launch = [str(tree.launcher), "--record", str(record), "--timeout", "10", "--identity", default_identity()]
        for exposed in dict.fromkeys([directory, str(Path(adapter.command[0]).parent)]):
            launch += ["--expose", exposed] if exposed.startswith("/tmp/") else []
        for name, value in adapter.environment.items():
            launch += ["--engine-env", f"{name}={value}"]
        ran = subprocess.run([*launch, "--", *command, "--"], capture_output=True, text=True, errors="replace")
        if not record.exists():
            return _line(False, "starts", ran.stderr.strip() or "the launcher made no record")
        made = json.loads(record.read_text().splitlines()[0])
    if made["ended"] == "exited" and made["status"] == 0:
        return _line(True, "starts", f"a trivial program, in {made['seconds'] * 1000:.0f} ms")
    said = (made.get("error") or made.get("stderr") or ran.stdout).strip().splitlines()
    how = {"exited": f"exit status {made.get('status')}", "killed": f"killed by {made.get('signal')}"}
    return _line(False, "starts", f"{how.get(made['ended'], made['ended'])}: {said[-1] if said else 'no message'}")
