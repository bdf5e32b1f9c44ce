"""A source tree and a build tree made for one test, whose programs are shell scripts."""

from __future__ import annotations

import contextlib
import io
import json
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path
from unittest import mock

from driver import cli
from driver.basics.progress import Progress
from driver.suite import tools
from driver.suite.layout import SOURCE_DIR, Tree

HERE = Path(__file__).resolve().parent

ABI = {
    "calls": [
        {"name": "openat", "group": "path", "revisions": ["libc", "spec2026"]},
        {"name": "fstatat", "group": "path", "revisions": ["libc"]},
        {"name": "newfstatat", "group": "path", "revisions": ["spec2026"]},
        {"name": "read", "group": "file", "revisions": ["libc", "spec2026"]},
        {"name": "alarm", "group": "time", "revisions": ["libc"]},
    ],
    "constants": {"errors": {"EPERM": 1, "ENOENT": 2, "EEXIST": 17}},
}

NATIVE_ADAPTER = 'name = "native"\ncommand = ["{module}", "{args}"]\nabi = ["native"]\nversion = ["uname", "-s"]\n'
ENGINE_ADAPTER = """name = "engine"
command = ["/bin/sh", "{module}", "{args}"]
version = ["echo", "1.0"]
missing = ['^engine: missing import']
trap = ['^engine: trap']
"""


# What a command says while it works, every few seconds.
_PROGRESS = re.compile(r": \d+ of \d+: ")


def without_progress(said: str) -> str:
    """What a command of a process of its own said on standard error, but for its progress: a slow machine sees that,
    a fast one does not."""
    return "".join(line for line in said.splitlines(keepends=True) if not _PROGRESS.search(line))


def built_tree() -> Tree | None:
    """The project's own build tree, if it is built."""
    tree = Tree.at(os.environ.get("WALI_CTS_BUILD_DIR"))
    return tree if tree.launcher.exists() and (tree.build_dir / "build-info.json").exists() else None


class FakeTree:
    """The trees lie in a temporary directory that is removed after the test."""

    def __init__(self, test: unittest.TestCase, real_launcher: bool = False) -> None:
        self.root = Path(tempfile.mkdtemp(prefix="wali-cts-test-"))
        self.root.chmod(0o755)
        test.addCleanup(shutil.rmtree, self.root, ignore_errors=True)
        self.source, self.build = self.root / "source", self.root / "build"
        self.write("source/runners/native.toml", NATIVE_ADAPTER)
        self.write("source/runners/engine.toml", ENGINE_ADAPTER)
        self.write("build/abi.json", json.dumps(ABI))
        info = {"version": "0.0.1", "source_dir": str(self.source), "build_dir": str(self.build)}
        self.write("build/build-info.json", json.dumps(info))
        site = f'config.build_dir = "{self.build}"\nlit_config.load_config(config, "{SOURCE_DIR}/lit.cfg.py")\n'
        self.write("build/suite/lit.site.cfg.py", site)
        launcher = f'#!/bin/sh\nexec {sys.executable} -I -S {HERE / "fake_launch.py"} "$@"\n'
        built = built_tree()
        if real_launcher and built:
            (self.build / "bin").mkdir(parents=True)
            (self.build / "bin" / "wali-launch").symlink_to(built.launcher)
        else:
            self.write("build/bin/wali-launch", launcher, 0o755)
        self.tree = Tree(self.source, self.build)

    def write(self, path: str, text: str, mode: int = 0o644) -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        file.chmod(mode)
        return file

    def program(
        self,
        program_id: str,
        output: str = "echo one",
        expectation: str = "CHECK: one\n",
        native: str | None = None,
        header: str = "",
    ) -> None:
        """A program: `output` is the script that the engine runs, and native too unless given."""
        call = program_id.split("/")[1]
        source = f"// It does something.\n// Covers: {call} something\n{header}void test() {{}}\n"
        path = self.write(f"source/suite/{program_id}.cpp", source)
        past = time.time() - 100
        os.utime(path, (past, past))
        self.write(f"source/expected/{program_id}.check", expectation)
        self.write(
            f"build/suite/{program_id}.native", f"#!/bin/sh\n{output if native is None else native}\n", 0o755
        )
        for abi in ("libc", "spec2026"):
            self.write(f"build/suite/{program_id}.{abi}.wasm", output + "\n")

    def run(self, *arguments: str) -> tuple[int, str, str]:
        """Runs wali-cts on these trees: exit status, standard output, standard error."""
        words = [arguments[0], "--build-dir", str(self.build), *arguments[1:]]
        if arguments[0] == "run":
            words += ["--no-build", "--output", str(self.root / "results")]
            words += [] if "--runner" in arguments else ["--runner", "engine", "--abi", "libc"]
        return run_cli(*words)

    def results(self) -> dict:
        """What the last run wrote: verdicts and details by run and id."""
        content = json.loads((self.root / "results" / "results.json").read_text())
        return {(run["runner"]["name"], run["abi"]): {t["id"]: t for t in run["tests"]} for run in content["runs"]}

    def verdicts(self, runner: str = "engine", abi: str = "libc") -> dict[str, str]:
        return {program_id: test["status"] for program_id, test in self.results()[runner, abi].items()}


def run_cli(*arguments: str) -> tuple[int, str, str]:
    """Runs wali-cts in this process: exit status, standard output, standard error. The latter is without
    progress, which a command only shows where it takes seconds, as everything does on a busy machine."""
    out, err = io.StringIO(), io.StringIO()
    quiet = mock.patch.object(Progress, "INTERVAL", math.inf)
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), quiet:
        try:
            status = cli.main(list(arguments))
        except SystemExit as exit_:
            status = exit_.code
    return status, out.getvalue(), err.getvalue()


# The seconds of a sleep that must not outlive its test: as good as for ever, and others in each process of
# tests, since several may run on one machine.
FOREVER = f"86399.{os.getpid()}"


def running(*words: str) -> list[int]:
    """The processes that have these arguments, by id."""
    wanted = "\0".join((*words, "")).encode()
    found = []
    for pid in filter(str.isdecimal, os.listdir("/proc")):  # glob trips over one that ends meanwhile
        with contextlib.suppress(OSError):  # it has ended
            if Path("/proc", pid, "cmdline").read_bytes() == wanted:
                found.append(int(pid))
    return found


# Runs a command where it can mount.
UNSHARE = ["unshare", "-m"] if os.geteuid() == 0 else ["unshare", "-rm"]


def has_limit(command: str, seconds: float) -> bool:
    """Whether a command gives its program so many seconds, or longer if this machine is busy."""
    given = float(re.search(r" --timeout (\S+) ", command)[1])
    is_busy = os.getloadavg()[0] > len(os.sched_getaffinity(0))
    return given == seconds or (is_busy and given > seconds)


def can_mount() -> bool:
    """Whether a tmpfs can be mounted, in a mount namespace."""
    mount = [*UNSHARE, "mount", "-t", "tmpfs", "disk", "/mnt"]
    return subprocess.run(mount, capture_output=True).returncode == 0


def has_lit_and_filecheck() -> bool:
    return bool(tools.newest("FileCheck") and tools.newest("lit"))
