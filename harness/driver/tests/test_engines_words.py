"""The embedded engine, broken in one call and made to talk, hang, flood or die beside it: what
only needs that call to be set up is blocked, what does not need it passes.

This needs the project's build tree.
"""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

from driver.suite.layout import NATIVE
from driver.tests.support import built_tree, has_limit, has_lit_and_filecheck, run_cli

TREE = built_tree()

WAITS, NAMES = "file/fcntl/getlk-shows-the-holder", "system/uname/names"

# Runs a module with a broken fork. STARTS and ENDS are shell; $status is the engine's.
ENGINE = """#!/bin/sh
STARTS
{engine} --mutant fork:enosys "$@"
status=$?
ENDS
exit $status
"""

ADAPTER = """name = "talker"
command = ["{engine}", "{{module}}", "{{args}}"]
abi = ["libc"]
expose = ["{shown}"]
trap = ['^engine: trap:']
{own}
"""


def ready() -> bool:
    programs = [p for p in TREE.programs() if p.id in (WAITS, NAMES)] if TREE else []
    return len(programs) == 2 and not any(TREE.stale(p, abi) for p in programs for abi in ("libc", NATIVE))


@unittest.skipUnless(has_lit_and_filecheck() and ready(), "needs lit, FileCheck and a build tree")
class EnginesWords(unittest.TestCase):
    def setUp(self) -> None:
        directory = tempfile.TemporaryDirectory(prefix="wali-cts-words-")
        self.addCleanup(directory.cleanup)
        self.directory = Path(directory.name)
        self.directory.chmod(0o755)

    def run_suite(self, starts: str = ":", ends: str = ":", own: str = "", programs=(WAITS, NAMES)) -> dict:
        """The results of a run by id, of an engine that does more before and after."""
        script = self.directory / "engine"
        text, engine = ENGINE.replace("STARTS", starts).replace("ENDS", ends), TREE.build_dir / "bin" / "wali-wasmtime"
        script.write_text(text.format(engine=engine))
        script.chmod(0o755)
        adapter = self.directory / "talker.toml"
        adapter.write_text(ADAPTER.format(engine=script, shown=engine, own=own))
        output = self.directory / "results"
        words = ["run", "--build-dir", str(TREE.build_dir), "--no-build", "--runner", str(adapter)]
        _, self.shown, _ = run_cli(*words, "--output", str(output), "--timeout", "2", "-v", *programs)
        content = json.loads((output / "results.json").read_text())
        return {test["id"]: test for run in content["runs"] if run["abi"] != NATIVE for test in run["tests"]}

    def test_blocked_whatever_follows(self):
        after = "[ $status = 75 ] && "
        cases = {
            "another status": after + "status=0",
            "a trap": after + "{{ echo 'engine: trap: unreachable' >&2; exit 134; }}",
            "a signal": after + "kill -SEGV $$",
            "words": after + "{{ echo 'Exit code Fail: 75'; echo; echo '    in _start'; printf unfinished; status=1; }}",
            "a hang": after + "exec sleep 600",
            "a flood": after + "exec yes 'the engine is lost'",
        }
        for name, ends in cases.items():
            with self.subTest(name):
                results = self.run_suite(ends=ends)
                self.assertEqual((results[WAITS]["status"], results[WAITS]["detail"]), ("blocked", "fork = -ENOSYS"))
                self.assertEqual(results[NAMES]["status"], "pass")

    def test_own_lines_are_set_aside_kept_and_shown(self):
        talk = "echo 'WARN: starting'; echo; echo WARN: again"
        own = r"own = ['^WARN: .*(\n$)?']"
        results = self.run_suite(talk, talk, own)
        self.assertEqual([results[i]["status"] for i in (WAITS, NAMES)], ["blocked", "pass"])
        self.assertEqual(results[NAMES]["own"], "WARN: starting\n\nWARN: again\n" * 2)
        results = self.run_suite(talk, talk)
        self.assertEqual([results[i]["status"] for i in (WAITS, NAMES)], ["blocked", "fail"])
        self.assertNotIn("own", results[NAMES])

    def test_a_reproduction_gives_the_verdict(self):
        # Patterns that shells, lit and regular expressions read in ways of their own.
        own = r"""own = ["^WARN: it's 5%s", '^\d\t\$s %\w+$']"""
        talk = "echo \"WARN: it's 5%s done\"; printf '5\\t$s %%run\\n'"
        for ends, verdict in ((":", "pass"), ("echo 'another word'", "fail")):
            status = self.run_suite(talk, ends, own, programs=[NAMES])[NAMES]["status"]
            self.assertEqual(status, verdict)
            command = re.findall(r"^reproduce:\n  (.*)", self.shown, re.MULTILINE)[-1]
            self.assertIn("own.py --own", command)
            ran = subprocess.run(command, shell=True, capture_output=True, text=True)
            self.assertEqual(ran.returncode == 0, verdict == "pass", ran.stderr)
            self.assertIn("set aside:\n  WARN: it's 5%s done\n  5\t$s %run\n", self.shown)

    def test_words_without_newline_cost_the_programs_next_line(self):
        unfinished = "printf 'WARN: the engine forgot its newline'"
        self.assertEqual(self.run_suite(unfinished, own="own = '^WARN'", programs=[NAMES])[NAMES]["status"], "fail")

    def test_the_longest_limit_is_the_options(self):
        results = self.run_suite(programs=[NAMES], ends="exec sleep 600")
        self.assertEqual(results[NAMES]["status"], "timeout")
        self.assertTrue(has_limit(results[NAMES]["command"], 2), results[NAMES]["command"])


if __name__ == "__main__":
    unittest.main()
