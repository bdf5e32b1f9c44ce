"""doctor's steps on engines that are shell scripts, each broken in one way."""

from __future__ import annotations

import unittest
from unittest import mock

from driver.building import build
from driver.examining import steps
from driver.examining.steps import STEPS
from driver.tests.support import FakeTree, built_tree, has_lit_and_filecheck, run_cli

# Does nothing for the module that does nothing, and runs the programs, which are scripts.
# BREAK is a line of shell that may end it first; $name is the program's path.
ENGINE = """#!/bin/sh
name=$1
BREAK
case $name in *trivial.wasm) exit 0;; esac
exec /bin/sh "$@"
"""

ADAPTER = """name = "engine"
command = ["{engine}", "{{module}}", "{{args}}"]
version = ["echo", "1"]
abi = ["libc"]
missing = ['^engine: missing import']
trap = ['^engine: trap']
"""


@unittest.skipUnless(has_lit_and_filecheck(), "needs lit and FileCheck")
class BrokenEngineTest(unittest.TestCase):
    def setUp(self) -> None:
        self.fake = FakeTree(self)
        tools = mock.patch.object(build, "NEEDS", ())  # asking each for its version takes long
        tools.start()
        self.addCleanup(tools.stop)
        for step in STEPS:
            if step.program:
                word = step.name.replace(" ", "-")
                self.fake.program(step.program, f"echo {word}", f"CHECK: {word}\n")

    def doctor(self, broken: str = "") -> tuple[int, str]:
        engine = self.fake.write("bin/engine", ENGINE.replace("BREAK", broken), 0o755)
        adapter = self.fake.write("source/runners/engine.toml", ADAPTER.format(engine=engine))
        status, out, errors = self.fake.run("doctor", "--no-build", "--runner", str(adapter))
        self.assertEqual(errors, "")
        return status, out[out.index("runner engine") :]

    def lines(self, out: str, mark: str) -> list[str]:
        names = {step.name for step in STEPS}
        found = [line[6:26].strip() for line in out.splitlines() if line.startswith(mark)]
        return [name for name in found if name in names]

    def test_engine_that_takes_all_ten(self):
        _, out = self.doctor()
        self.assertEqual(self.lines(out, "ok"), [step.name for step in STEPS])
        self.assertIn("10 of 10", out)
        self.assertNotIn("look at", out)

    def test_each_step_fails_alone_and_is_explained(self):
        for step in STEPS:
            if step.vital:
                continue
            with self.subTest(step.name):
                status, out = self.doctor(f"case $name in *{step.program}.*) echo other; exit 0;; esac")
                self.assertEqual(status, 1)
                self.assertEqual(self.lines(out, "FAIL"), [step.name])
                self.assertIn(
                    f"fail: {step.program}: line 1: expected: {step.name.replace(' ', '-')}, got: other", out
                )
                self.assertIn(f"look at: {step.advice[:40]}", out)
                self.assertIn("9 of 10", out)
                self.assertRegex(out, rf"more: .* --abi libc -v {step.program}\n")

    def test_a_launcher_that_makes_no_record_is_not_the_engines_fault(self):
        launcher = self.fake.build / "bin/wali-launch"
        launcher.rename(launcher.with_name("launch"))
        for module in ("trivial.wasm", f"{STEPS[1].program}.libc.wasm"):
            with self.subTest(module):
                fails = f'case "$*" in *{module}*) exit 2;; esac'
                self.fake.write("build/bin/wali-launch", f'#!/bin/sh\n{fails}\nexec "${{0%/*}}/launch" "$@"\n', 0o755)
                status, out = self.doctor()
                self.assertEqual((status, self.lines(out, "FAIL")), (1, []))
                self.assertRegex(out, r"FAIL +steps +the launcher made no record: .*/wali-launch\n")

    def test_nothing_is_tried_after_a_failed_start(self):
        status, out = self.doctor('echo "cannot load $name" >&2; exit 3')
        self.assertEqual((status, self.lines(out, "ok"), self.lines(out, "FAIL")), (1, [], ["start"]))
        self.assertRegex(out, r"start .*exit status 3: cannot load .*trivial.wasm")
        self.assertIn("0 of 10", out)

    def test_an_engine_that_does_not_find_something_is_told_first_of_what_it_sees(self):
        for words in ("exec /elsewhere/engine", "echo 'libx.so: cannot open shared object file' >&2; exit 127"):
            _, out = self.doctor(words)
            self.assertRegex(out, r"look at: `expose` in the adapter\.(.|\n)*Then the adapter's `command`")
        _, out = self.doctor("echo 'no threads' >&2; exit 1")
        self.assertRegex(out, r"look at: the adapter's `command`(.|\n)*Then `expose` in the\s+adapter\.")

    def test_what_is_wrong_with_an_adapter_is_said_alone(self):
        adapter = self.fake.write("bad.toml", 'name = "bad"\ncommand = ["x"]\nabi = ["wasi"]\n')
        status, out, err = self.fake.run("doctor", "--no-build", "--runner", str(adapter))
        self.assertEqual((status, out), (2, ""))
        self.assertEqual(err.count("\n"), 1)
        self.assertIn("'abi' must list the revisions that the engine implements", err)
        self.assertIn(', not "wasi"', err)

    def test_the_engines_words_on_standard_output_explain_a_failed_start(self):
        _, out = self.doctor("echo usage; echo 'engine: unrecognized option \"--env-file\"'; exit 1")
        self.assertIn('exit status 1: engine: unrecognized option "--env-file"\n      says: usage\n', out)

    def test_the_engines_words_are_shown_at_a_failed_step(self):
        broken = "for n in 1 2 3 4 5 6; do echo \"note $n\" >&2; done; echo '  at frame 7'; exit 1"
        _, out = self.doctor(f"case $name in *argv.*) {broken};; esac")
        self.assertEqual(self.lines(out, "FAIL"), ["arguments"])
        self.assertEqual(
            [line[-6:] for line in out.splitlines() if "says: " in line], [f"note {n}" for n in range(2, 7)]
        )
        _, out = self.doctor("case $name in *argv.*) echo 'count = 4'; echo '  at frame 7'; exit 1;; esac")
        self.assertIn("says: at frame 7\n", out)

    def test_nothing_is_tried_after_a_failed_write(self):
        _, out = self.doctor("case $name in *names.*) exit 0;; esac")
        self.assertEqual(self.lines(out, "ok") + self.lines(out, "FAIL"), ["start", "write"])
        self.assertIn("expected: write, got no more", out)

    def test_verdicts_are_the_suites(self):
        cases = {
            "echo 'engine: missing import: SYS_fork' >&2; exit 1": "missing: .*: engine: missing import: SYS_fork",
            "echo 'engine: trap: unreachable' >&2; exit 1": "crash: .*: engine: trap: unreachable",
            "kill -SEGV $$": "crash: .*: killed by SIGSEGV",
        }
        for shell, words in cases.items():
            with self.subTest(words):
                _, out = self.doctor(f"case $name in *memory-is-copied.*) {shell};; esac")
                self.assertEqual(self.lines(out, "FAIL"), ["fork"])
                self.assertRegex(out, words)

    def test_hanging_step_ends(self):
        self.addCleanup(setattr, steps, "_TIMEOUT", steps._TIMEOUT)
        steps._TIMEOUT = 3
        _, out = self.doctor("case $name in *differs-by-thread.*) exec sleep 30;; esac")
        self.assertEqual(self.lines(out, "FAIL"), ["thread"])
        self.assertIn("timeout: thread/gettid/differs-by-thread: no end within", out)

    def test_stale_program_is_not_run(self):
        (self.fake.build / "suite/process/fork/memory-is-copied.libc.wasm").unlink()
        _, out = self.doctor()
        self.assertEqual(self.lines(out, "FAIL"), ["fork"])
        self.assertRegex(out, r"skip: process/fork/memory-is-copied: .*is missing: build it")


class StepsTest(unittest.TestCase):
    def test_ten_steps_with_names_of_their_own(self):
        self.assertEqual(len({step.name for step in STEPS}), 10)

    @unittest.skipUnless(built_tree(), "needs a build")
    def test_programs_are_in_the_suite_and_run_for_everybody(self):
        programs = {program.id: program for program in built_tree().programs()}
        for step in STEPS[1:]:
            self.assertEqual(programs[step.program].requires, (), step.program)

    @unittest.skipUnless(built_tree(), "needs a build")
    def test_embedded_engine_takes_them_all(self):
        tree = built_tree()
        status, out, _ = run_cli("doctor", "--build-dir", str(tree.build_dir), "--no-build", "--runner", "wasmtime")
        self.assertEqual(out.count("10 of 10"), 2, out)
        self.assertEqual(status, 0, out)
