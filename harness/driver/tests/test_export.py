"""The suite as modules with JSON descriptions: what is written, and that a harness can run it."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from driver.basics import locking
from driver.building import described
from driver.building.described import ENVIRONMENT, LEFT_OUT
from driver.suite.expectation import running_kernel
from driver.suite.layout import SOURCE_DIR
from driver.tests.support import FakeTree, built_tree

# Of the exported programs, each so many-th is run here, and all that have arguments, variables or an exit code.
EVERY = 12
SECONDS = 120


class Exported(unittest.TestCase):
    def setUp(self):
        self.fake = FakeTree(self)
        self.to = self.fake.root / "exported"

    def program(self, name: str, expectation: str, header: str = "") -> None:
        self.fake.program(f"path/openat/{name}", expectation=expectation, header=header)

    def export(self, *more: str) -> tuple[str, dict[str, dict], dict[str, str]]:
        """What the command says, the descriptions by name, and the reasons by id, of libc."""
        status, out, err = self.fake.run("export", str(self.to), "--abi", "libc", "--no-build", *more)
        self.assertEqual((status, err), (0, ""))
        files = {p.name: p for p in (self.to / "libc").iterdir()}
        left_out = dict(
            line.split(": ", 1) for line in files[LEFT_OUT].read_text().splitlines() if not line.startswith("#")
        )
        names = {name.removesuffix(".wasm") for name in files if name.endswith(".wasm")}
        return out, {name: json.loads(files[f"{name}.json"].read_text()) for name in names}, left_out

    def test_what_is_written(self):
        self.program("plain", 'CHECK: one = 1\nCHECK: two   = "a \\x20b"\n# comment\n')
        self.program("status", "CHECK: one\nCHECK: exit 7\n")
        runs = '// RUN: %launch --env A=1 --env "B=two  words" %engine x "y z" "" | %check\n'
        self.program("given", "CHECK: one\n", runs)
        out, written, left_out = self.export()
        self.assertEqual(left_out, {})
        self.assertIn(f"{self.to}/libc: 3 programs, 0 left out", out)
        self.assertEqual(
            written,
            {
                "path.openat.plain": {
                    "args": [], "env": {}, "exit_code": 0, "stdout": 'one = 1\ntwo = "a \\x20b"\n',
                },
                "path.openat.status": {"args": [], "env": {}, "exit_code": 7, "stdout": "one\n"},
                "path.openat.given": {
                    "args": ["x", "y z", ""], "env": ENVIRONMENT | {"A": "1", "B": "two  words"},
                    "exit_code": 0, "stdout": "one\n",
                },
            },
        )  # fmt: skip
        manifest = json.loads((self.to / "libc/manifest.json").read_text())
        self.assertEqual(manifest, {"name": "wali-cts 0.0.1 libc"})
        module = self.fake.tree.module("path/openat/plain", "libc")
        self.assertEqual((self.to / "libc/path.openat.plain.wasm").read_bytes(), module.read_bytes())

    def test_what_is_left_out_and_why(self):
        self.program("captures", "CHECK: fd = [[#FD:]]\nCHECK: again = [[#FD]]\n")
        self.program("names", "CHECK: path = [[PATH:/.*]]\n")
        self.program("matches", "CHECK: inode = {{[1-9][0-9]*}}\n")
        self.program("requires", "CHECK: one\n", "// REQUIRES: root\n")
        self.program("refusable", "CHECK: one\n", "// Imports: SYS_none () -> i64\n")
        self.program("killed", "CHECK: one\nCHECK: killed SIGTERM\n")
        self.program("bytes", "CHECK: one\\c\n")
        self.program("steps", "CHECK: one\n", "// RUN: %run | %check\n// RUN: %run | %check\n")
        self.program("script", "CHECK: one\n", "// RUN: echo hi | %launch --stdin %engine | %check\n")
        out, written, left_out = self.export()
        self.assertEqual(written, {})
        self.assertEqual(
            {i.removeprefix("path/openat/"): reason for i, reason in left_out.items()},
            {
                "captures": "captures a value that varies: fd = [[#FD:]]",
                "names": "captures a value that varies: path = [[PATH:/.*]]",
                "matches": "matches a pattern: inode = {{[1-9][0-9]*}}",
                "requires": "needs something that not every machine has: root",
                "refusable": "an engine may refuse an import of it: SYS_none",
                "killed": "ends by a signal: killed SIGTERM",
                "bytes": "prints bytes that only a transcript can show: one\\c",
                "steps": "runs in several steps: 2 RUN lines",
                "script": "has a script of its own: echo hi | %launch --stdin %engine | %check",
            },
        )
        self.assertIn("0 programs, 9 left out", out)
        self.assertIn("      2  captures a value that varies\n", out)

    def test_lines_that_depend_on_the_kernel(self):
        lines = "SINCE-6-10: new = 1\nUNTIL-6-10: new = -EINVAL\n"
        self.program("literal", lines)
        self.program("captured", "SINCE-6-10: new = [[#NEW:]]\nUNTIL-6-10: new = -EINVAL\n")
        for kernel, stdout, left in (("6.9", "new = -EINVAL\n", False), ("6.10", "new = 1\n", True)):
            self.to = self.fake.root / kernel
            out, written, left_out = self.export("--kernel", kernel)
            self.assertEqual(written["path.openat.literal"]["stdout"], stdout)
            self.assertEqual(bool(left_out), left)
            self.assertIn(f"as on Linux {kernel}\n", out)

    def test_same_bytes_each_time(self):
        self.program("plain", "CHECK: one\n")
        self.program("captures", "CHECK: fd = [[#FD:]]\n")
        made = []
        for name in ("first", "second"):
            self.to = self.fake.root / name
            self.export("--kernel", "6.12")
            made.append({p.name: p.read_bytes() for p in (self.to / "libc").iterdir()})
        self.assertEqual(*made)

    def test_both_revisions(self):
        self.program("one", "CHECK: one\n")
        self.fake.program("time/alarm/three", expectation="CHECK: one\n")  # spec2026 has no alarm
        status, *_ = self.fake.run("export", str(self.to), "--no-build")
        self.assertEqual(status, 0)
        names = {abi: sorted(p.stem for p in (self.to / abi).glob("*.wasm")) for abi in ("libc", "spec2026")}
        self.assertEqual(names, {"libc": ["path.openat.one", "time.alarm.three"], "spec2026": ["path.openat.one"]})

    def test_mistakes_are_one_line(self):
        self.program("one", "CHECK: one\n")
        (self.to / "spec2026").mkdir(parents=True)
        self.fake.write("file", "")
        for words, why in (
            ([str(self.to)], "spec2026 exists: remove it, or name another directory"),
            ([str(self.to / "new"), "--kernel", "new"], "--kernel takes a version such as 6.12, not 'new'"),
            ([str(self.fake.root / "file")], "file"),
        ):
            with self.subTest(why):
                status, out, err = self.fake.run("export", *words, "--no-build")
                self.assertEqual((status, out, err.count("\n")), (2, "", 1))
                self.assertIn(why, err)
        self.assertEqual([p.name for p in self.to.iterdir()], ["spec2026"])  # nothing half done

    def test_a_second_export_is_refused(self):
        self.program("one", "CHECK: one\n")
        self.to.mkdir()
        with locking.held(self.to):
            status, out, err = self.fake.run("export", str(self.to), "--no-build")
        self.assertEqual((status, out, err.count("\n")), (2, "", 1))
        self.assertIn(f"another command exports to {self.to}: wait for its end, or name another directory", err)
        self.assertEqual(list(self.to.iterdir()), [])
        self.export()

    def test_an_old_module_is_not_exported(self):
        self.program("one", "CHECK: one\n")
        os.utime(self.fake.source / "suite/path/openat/one.cpp")
        status, _, err = self.fake.run("export", str(self.to), "--no-build")
        self.assertEqual(status, 2)
        self.assertIn("is older than", err)
        self.assertFalse(self.to.exists())


def adapter():
    """The embedded engine's adapter, as wasi-testsuite's runner loads it."""
    spec = importlib.util.spec_from_file_location("wasmtime.py", SOURCE_DIR / "runners" / "wasmtime.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def is_built() -> bool:
    tree = built_tree()
    return bool(tree and (tree.build_dir / "bin" / "wali-wasmtime").exists())


@unittest.skipUnless(is_built(), "needs a build with the embedded engine")
class Run(unittest.TestCase):
    """wasi-testsuite's protocol over the exported directory: each program as its description says, and then its
    exit code and its output as it says. Nothing isolates the programs, so they never run as root."""

    @classmethod
    def setUpClass(cls):
        directory = tempfile.TemporaryDirectory(prefix="wali-cts-test-")
        cls.addClassCleanup(directory.cleanup)
        cls.root = Path(directory.name)
        cls.root.chmod(0o755)
        tree = built_tree()
        made = described.export(tree, tree.programs(), "libc", running_kernel())
        cls.tests = sorted(name.removesuffix(".wasm") for name in made.files if name.endswith(".wasm"))
        for name, content in made.files.items():
            (cls.root / name).write_bytes(content)
        with mock.patch.dict(os.environ, {"WALI_WASMTIME": str(tree.build_dir / "bin" / "wali-wasmtime")}):
            cls.adapter = adapter()
        cls.addClassCleanup(cls.adapter.DIRECTORIES.cleanup)
        cls.work = Path(cls.adapter.DIRECTORIES.name)
        cls.work.chmod(0o755)

    def description(self, name: str) -> dict:
        return json.loads((self.root / f"{name}.json").read_text())

    def run_one(self, name: str) -> tuple[int, str]:
        test = self.description(name)
        taken = test["args"], test["env"], None
        module = str(self.root / f"{name}.wasm")
        engine = self.adapter.compute_argv(module, taken, [], "wasi:cli/command", "wasm32-wasip1")
        # The tests may run with signals ignored, as a shell's job in the background does.
        command = ["env", "--default-signal", *engine]
        (self.work / name).chmod(0o777)
        user = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
        ran = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            timeout=SECONDS, **user,
        )  # fmt: skip
        return ran.returncode, ran.stdout.decode("latin-1")

    def chosen(self) -> list[str]:
        special = [n for n in self.tests if (t := self.description(n))["args"] or t["env"] or t["exit_code"]]
        return sorted({*self.tests[::EVERY], *special})

    def test_every_program_is_as_described(self):
        self.assertGreater(len(self.chosen()), 60)
        for name in self.chosen():
            test = self.description(name)
            with self.subTest(name):
                self.assertEqual(self.run_one(name), (test["exit_code"], test["stdout"]))

    def test_a_description_that_is_wrong_is_noticed(self):
        name = "path.openat.errors"
        described_ = self.description(name)
        self.assertNotEqual(self.run_one(name)[1], described_["stdout"].replace("-ENOENT", "-EACCES"))


@unittest.skipUnless(built_tree(), "needs the launcher")
class Environment(unittest.TestCase):
    def test_it_is_the_launchers(self):
        tree = built_tree()
        ran = subprocess.run(
            [tree.launcher, "--isolation", "namespaces", "--identity", "user", "--", "/usr/bin/env"],
            capture_output=True, text=True,
        )  # fmt: skip
        if ran.returncode:
            self.skipTest(f"no namespaces: {ran.stderr.strip()}")
        self.assertEqual(dict(line.split("=", 1) for line in ran.stdout.splitlines()), ENVIRONMENT)
