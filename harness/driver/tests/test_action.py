"""The action for an engine's CI: its steps, typed as GitHub's runner types them."""

import os
import re
import subprocess
import sys
import textwrap
import unittest
from pathlib import Path

from driver.tests.support import SOURCE_DIR, FakeTree, has_lit_and_filecheck

ACTION = SOURCE_DIR / ".github/actions/wali-cts/action.yml"


def steps() -> dict[str, str]:
    """The shell text of each step by its name."""
    text = ACTION.read_text()
    found = re.findall(r"^    - name: (\w+)\n(?:      .*\n)*?      run: \|\n((?: {8}.*\n)+)", text, re.MULTILINE)
    return {name: textwrap.dedent(script) for name, script in found}


@unittest.skipUnless(has_lit_and_filecheck() and ACTION.exists(), "needs lit, FileCheck and the source tree")
class Action(unittest.TestCase):
    def setUp(self):
        self.fake = FakeTree(self)
        self.fake.program("path/openat/fails", "echo two", native="echo one")
        self.fake.program("path/openat/passes")
        bin = self.fake.root / "temp/wali-cts/bin"
        # What the first step installs; test_release.py installs the wheel itself.
        script = (
            f'#!/bin/sh\nname=$1; shift\n[ "$name" != run ] || set -- --build-dir {self.fake.build} --no-build "$@"\n'
            f'exec {sys.executable} {SOURCE_DIR}/harness/wali-cts "$name" "$@"\n'
        )
        self.fake.write("temp/wali-cts/bin/wali-cts", script, 0o755)
        (bin / "python").symlink_to(sys.executable)
        self.summary = self.fake.root / "summary.md"

    def step(self, name, **inputs):
        environment = os.environ | {
            "RUNNER_TEMP": str(self.fake.root / "temp"),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "RUNNER_FILE": "engine",
            "ABI": "libc",
            "BASELINE": "",
            "OUTPUT": str(self.fake.root / "out"),
        }
        words = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", steps()[name]]
        return subprocess.run(words, capture_output=True, text=True, env=environment | inputs)

    def test_a_failure_fails_the_job_unless_it_is_known(self):
        ran = self.step("Run")
        self.assertEqual(ran.returncode, 0, ran.stderr)
        self.assertIn("| engine libc | **50.0%** |", self.summary.read_text())
        gated = self.step("Gate")
        self.assertEqual(gated.returncode, 1)
        self.assertIn("new failure: path/openat/fails", gated.stdout)
        known = "version = 1\n[[test]]\nid = 'path/openat/fails'\nexpected = 'fail'\n"
        path = self.fake.write("engine.libc.toml", known)
        self.assertEqual(self.step("Gate", BASELINE=str(path)).returncode, 0)

    def test_what_cannot_be_run_fails_the_job(self):
        ran = self.step("Run", RUNNER_FILE="/nonexistent.toml")
        self.assertEqual(ran.returncode, 1)
        self.assertIn("no such file", ran.stderr)
        self.assertFalse(Path(self.fake.root / "out").exists() and self.summary.exists())

    def test_each_input_is_used(self):
        text = ACTION.read_text()
        declared = re.findall(r"^  (\w+):\n    description:", text, re.MULTILINE)
        self.assertEqual(sorted(declared), sorted(set(re.findall(r"\$\{\{ inputs\.(\w+) \}\}", text))))
        self.assertEqual(list(steps()), ["Install", "Run", "Gate"])


if __name__ == "__main__":
    unittest.main()
