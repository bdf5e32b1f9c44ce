"""`wali-cts run` from end to end, on programs that are shell scripts."""

import contextlib
import errno
import io
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
import unittest
from pathlib import Path
from unittest import mock
from xml.etree import ElementTree

from driver.basics import locking
from driver.basics.files import sha256
from driver.building import build
from driver.results import suite_run
from driver.running import limits
from driver.running.session import Session
from driver.suite import features, tools
from driver.tests.support import (
    ENGINE_ADAPTER,
    FOREVER,
    SOURCE_DIR,
    UNSHARE,
    FakeTree,
    can_mount,
    has_limit,
    has_lit_and_filecheck,
    run_cli,
    running,
)

ALL_VERDICTS = {
    "path/openat/passes": "pass",
    "path/openat/ends-by-the-named-signal": "pass",
    "path/openat/fails": "fail",
    "path/openat/is-blocked": "blocked",
    "path/openat/crashes": "crash",
    "path/openat/traps": "crash",
    "path/openat/hangs": "timeout",
    "path/openat/lacks-an-import": "missing",
    "path/openat/needs-what-is-not-here": "skip",
    "path/openat/disagrees-natively": "inapplicable",
}


def all_verdicts(fake):
    """One program for each verdict."""
    fake.program("path/openat/passes")
    fake.program(
        "path/openat/ends-by-the-named-signal", "echo one; kill -TERM $$", "CHECK: one\nCHECK: killed SIGTERM\n"
    )
    fake.program("path/openat/fails", "echo two", native="echo one")
    fake.program("path/openat/is-blocked", "echo 'blocked: mkdir = -EPERM'; exit 75", native="echo one")
    fake.program("path/openat/crashes", "echo one; kill -SEGV $$", native="echo one")
    fake.program("path/openat/traps", "echo 'engine: trap: unreachable' >&2; exit 134", native="echo one")
    fake.program("path/openat/hangs", "echo one; exec sleep 600", native="echo one")
    fake.program(
        "path/openat/lacks-an-import", "echo 'engine: missing import: SYS_x' >&2; exit 125", native="echo one"
    )
    fake.program("path/openat/needs-what-is-not-here", header="// REQUIRES: !user, !root, !ns-root\n")
    fake.program("path/openat/disagrees-natively", native="echo other")


@unittest.skipUnless(has_lit_and_filecheck(), "needs lit and FileCheck")
class RunTest(unittest.TestCase):
    def setUp(self):
        self.fake = FakeTree(self)


class Verdicts(RunTest):
    def test_each_verdict_and_what_is_written(self):
        all_verdicts(self.fake)
        status, out, _ = self.fake.run("run", "--timeout", "3")
        self.assertEqual(status, 1)
        self.assertEqual(self.fake.verdicts(), ALL_VERDICTS)
        self.assertRegex(out, r"(?m)^engine libc +2 +1 +1 +2 +1 +1 +1 +1 +25\.0%$")
        self.assertIn("fail: engine libc: path/openat/fails: line 1: expected: one, got: two", out)
        self.assertIn("report: ", out)
        details = {i: t["detail"] for i, t in self.fake.results()["engine", "libc"].items()}
        self.assertEqual(details["path/openat/is-blocked"], "mkdir = -EPERM")
        self.assertEqual(details["path/openat/traps"], "engine: trap: unreachable")
        self.assertEqual(details["path/openat/lacks-an-import"], "engine: missing import: SYS_x")
        self.assertIn("natively fail: line 1: expected: one, got: other", details["path/openat/disagrees-natively"])
        self.check_results_json()
        self.check_junit()
        page = (self.fake.root / "results" / "report.html").read_text()
        self.assertIn("path/openat/fails", page)

    def test_causes_follow_the_shares_and_lead_the_page(self):
        for name in "abc":
            self.fake.program(
                f"path/openat/{name}", "echo 'openat = -ENOSYS'", "CHECK: openat = 3\n", native="echo 'openat = 3'"
            )
        _, out, _ = self.fake.run("run")
        said = "1. 3 programs: openat is not implemented: the result is -ENOSYS"
        self.assertLess(out.index("\nengine libc "), out.index(said))
        self.assertLess(out.index(said), out.index("report: "))
        page = (self.fake.root / "results" / "report.html").read_text()
        places = [page.index(f'<section id="{name}"') for name in ("engines", "causes", "groups")]
        self.assertEqual(places, sorted(places))

    def check_results_json(self):
        content = json.loads((self.fake.root / "results" / "results.json").read_text())
        self.assertEqual((content["schema"], content["suite"]), (1, "0.0.1"))
        run = content["runs"][1]
        self.assertEqual(run["abi"], "libc")
        self.assertEqual(
            run["runner"],
            {
                "name": "engine",
                "option": "engine",
                "version": "1.0",
                "command": "/bin/sh '{module}' '{args}'",
                "sha256": sha256(Path("/bin/sh")),
            },
        )
        self.assertEqual(set(run["host"]), {"kernel", "arch", "processor", "filesystem", "isolation"})
        self.assertEqual((run["finished"], run["part"]["suite"], run["part"]["shards"]), (True, 10, []))
        self.assertEqual(run["host"]["isolation"], "process-group")
        self.assertEqual((run["totals"]["all"], run["totals"]["pass"], run["totals"]["share"]), (10, 2, 0.25))
        test = next(t for t in run["tests"] if t["status"] == "pass")
        keys = ["id", "group", "call", "title", "module_sha256", "status", "seconds", "detail"]
        self.assertEqual(list(test), keys)
        self.assertEqual((test["group"], test["call"], test["title"]), ("path", "openat", "It does something."))
        self.assertRegex(test["module_sha256"], "^[0-9a-f]{64}$")

    def check_junit(self):
        root = ElementTree.parse(self.fake.root / "results" / "junit.xml").getroot()
        suite = root.find("testsuite[@name='engine.libc']")
        counts = {k: suite.get(k) for k in ("tests", "failures", "errors", "skipped")}
        self.assertEqual(counts, {"tests": "10", "failures": "3", "errors": "3", "skipped": "2"})
        self.assertEqual(len(suite.findall("testcase/failure")), 3)

    def test_lit_gives_the_same_verdicts(self):
        all_verdicts(self.fake)
        output = self.lit("--param", "runner=engine", "--param", "timeout=3")
        codes = re.findall(r"^([A-Z]+): wali-cts engine libc :: (\S+)\.cpp", output, re.MULTILINE)
        names = {"skip": "UNSUPPORTED"}
        expected = {i: names.get(verdict, verdict.upper()) for i, verdict in ALL_VERDICTS.items()}
        self.assertEqual({program_id: code for code, program_id in codes}, expected)

    def lit(self, *arguments):
        words = [tools.newest("lit"), "-a", "--no-progress-bar", str(self.fake.build / "suite"), *arguments]
        return subprocess.run(words, capture_output=True, text=True).stdout

    def test_the_engines_own_lines_fail_one_program_only(self):
        self.fake.write("source/runners/engine.toml", ENGINE_ADAPTER + "own = ['^WARN']\n")
        talk = "echo WARN here; echo one; echo WARN there"
        self.fake.program("path/openat/case", talk, native="echo one")
        self.fake.program("abi/start/raw", talk, native="echo one", header="// Output: raw\n")
        self.fake.program("path/openat/two", talk, native="echo one", header="// RUN: %run | %check\n" * 2)
        self.fake.run("run")
        self.assertEqual(
            self.fake.verdicts(), {"path/openat/case": "pass", "abi/start/raw": "fail", "path/openat/two": "pass"}
        )
        tests = self.fake.results()["engine", "libc"]
        self.assertEqual(tests["path/openat/case"]["own"], "WARN here\nWARN there\n")
        self.assertNotIn("own", tests["abi/start/raw"])
        self.assertIn("WARN here", tests["abi/start/raw"]["transcript"])

    def test_what_is_kept_of_the_engines_own_lines_is_bounded(self):
        self.fake.write("source/runners/engine.toml", ENGINE_ADAPTER + "own = '^WARN'\n")
        self.fake.program("path/openat/case", "seq -f 'WARN %g' 9999; echo one", native="echo one")
        self.fake.run("run")
        test = self.fake.results()["engine", "libc"]["path/openat/case"]
        self.assertEqual(test["status"], "pass")
        self.assertLess(len(test["own"]), 9000)
        self.assertTrue(test["own"].endswith("…\n(9999 lines in all)\n"))

    def test_the_exit_status_is_about_the_runners_that_were_asked_for(self):
        self.fake.program("path/openat/case", native="echo other")
        self.fake.program("path/openat/good")
        words = "path/openat/case: line 1: expected: one, got: other; no engine is judged by it here"
        for arguments, status in (([], 0), (["--runner", "native", "--runner", "engine"], 1)):
            ended, out, _ = self.fake.run("run", *arguments)
            self.assertEqual(ended, status, out)
            self.assertEqual(self.fake.verdicts("native", "native")["path/openat/case"], "fail")
            self.assertEqual(self.fake.verdicts()["path/openat/case"], "inapplicable")
            self.assertIn(f"fail: native: {words}", out)
            self.assertEqual(out.count("path/openat/case"), 1)

    def test_an_engine_that_nothing_judged_has_not_passed(self):
        self.fake.program("path/openat/case", native="echo other")
        status, out, _ = self.fake.run("run")
        self.assertEqual(status, 2)
        self.assertIn("error: engine libc: nothing could be judged, since native does not pass", out)
        self.assertEqual(self.fake.verdicts(), {"path/openat/case": "inapplicable"})

    def test_an_engine_that_is_not_there_is_never_passed(self):
        self.fake.program("path/openat/case")
        self.fake.write(
            "source/runners/engine.toml", 'name = "engine"\ncommand = ["/bin/sh", "/nonexistent", "{module}"]\n'
        )
        self.fake.run("run")
        self.assertEqual(self.fake.verdicts(), {"path/openat/case": "fail"})

    def test_times_that_another_run_damaged_are_forgotten(self):
        self.fake.program("path/openat/passes")
        times = self.fake.build / "suite" / ".lit_test_times.txt"
        times.write_bytes(b"0.1 path/openat/passes.cpp\n\0\0\0\0\n")
        self.assertEqual(self.fake.run("run")[0], 0)
        self.assertNotIn(b"\0", times.read_bytes())

    def test_all_passes_exit_0(self):
        self.fake.program("path/openat/case")
        status, out, _ = self.fake.run("run", "--runner", "engine")
        self.assertEqual(status, 0, out)
        self.assertEqual(
            list(self.fake.results()), [("native", "native"), ("engine", "libc"), ("engine", "spec2026")]
        )


class Revisions(RunTest):
    def test_a_call_that_a_revision_lacks_is_not_run_in_it(self):
        self.fake.program("path/openat/case")
        self.fake.program("time/alarm/case")
        self.fake.program("path/fstatat/case")
        (self.fake.build / "suite/time/alarm/case.spec2026.wasm").unlink()
        status, _, err = self.fake.run("run", "--runner", "engine")
        self.assertEqual((status, err), (0, ""))
        self.assertEqual(set(self.fake.verdicts()), {"path/openat/case", "time/alarm/case", "path/fstatat/case"})
        self.assertEqual(set(self.fake.verdicts(abi="spec2026")), {"path/openat/case", "path/fstatat/case"})

    def test_a_program_without_a_linux_equivalent_is_judged_directly(self):
        self.fake.program("abi/start/case", header="// Oracle: ABI.md, Start\n", native="echo other")
        (self.fake.build / "suite/abi/start/case.native").unlink()
        self.assertEqual(self.fake.run("run")[0], 0)
        self.assertEqual(self.fake.verdicts("native", "native"), {"abi/start/case": "skip"})
        self.assertEqual(self.fake.verdicts(), {"abi/start/case": "pass"})

    def test_an_engine_may_refuse_a_call_that_the_interface_does_not_define(self):
        refuses = "echo 'engine: missing import: SYS_{0}' >&2; exit 125"
        for call in ("truncate", "read"):
            self.fake.program(
                f"abi/linking/{call}",
                refuses.format(call),
                native="echo one",
                header=f"// Imports: SYS_{call} (i32) -> ()\n",
            )
        self.fake.run("run")
        self.assertEqual(self.fake.verdicts(), {"abi/linking/read": "missing", "abi/linking/truncate": "pass"})


class RunLines(RunTest):
    def test_arguments_environment_and_standard_input(self):
        self.fake.program(
            "path/openat/arguments",
            'echo "$1,$2"',
            "CHECK: one,two words\n",
            header='// RUN: %launch %engine one "two words" | %check\n',
        )
        self.fake.program(
            "path/openat/input", "cat", "CHECK: hi\n", header="// RUN: echo hi | %launch --stdin %engine | %check\n"
        )
        self.assertEqual(self.fake.run("run", "-v")[0], 0)

    def test_every_run_line_must_pass(self):
        lines = "// RUN: %launch %engine one | %check\n// RUN: %launch %engine {} | %check\n"
        self.fake.program("path/openat/both", 'echo "$1"', header=lines.format("one"))
        self.fake.program("path/openat/second-differs", 'echo "$1"', native="echo one", header=lines.format("two"))
        self.fake.run("run")
        self.assertEqual(self.fake.verdicts(), {"path/openat/both": "pass", "path/openat/second-differs": "fail"})

    def test_the_first_run_line_that_fails_is_shown(self):
        lines = "// RUN: %launch %engine one | %check\n// RUN: %launch %engine two | %check\n"
        output = "test $1 = one && echo wrong && exit 3; echo one"
        self.fake.program("path/openat/case", output, native="echo one", header=lines)
        self.fake.run("run")
        test = self.fake.results()["engine", "libc"]["path/openat/case"]
        self.assertEqual((test["status"], test["transcript"]), ("fail", "wrong\nexit 3\n"))

    def test_the_environment_cannot_change_filecheck(self):
        self.fake.program("path/openat/case", "echo two", native="echo one")
        os.environ["FILECHECK_OPTS"] = "--check-prefix=NONE --allow-empty --allow-unused-prefixes"
        self.addCleanup(os.environ.pop, "FILECHECK_OPTS")
        self.fake.run("run")
        self.assertEqual(self.fake.verdicts(), {"path/openat/case": "fail"})


class Commands(RunTest):
    def test_the_summary_names_adapter_and_results_as_they_are_typed(self):
        self.fake.program("path/openat/case", "echo two", native="echo one")
        adapter = self.fake.write("my engine.toml", ENGINE_ADAPTER)
        _, out, _ = self.fake.run("run", "--runner", str(adapter), "--abi", "libc")
        self.assertIn(f"wali-cts run --runner '{adapter}' --abi libc -v PROGRAM", out)
        self.assertIn(f"wali-cts diagnose {self.fake.root}/results/results.json", out)
        content = json.loads((self.fake.root / "results" / "results.json").read_text())
        self.assertEqual([run["runner"]["option"] for run in content["runs"]], ["native", str(adapter)])


class Options(RunTest):
    def test_patterns(self):
        for name in ("one", "two", "three"):
            self.fake.program(f"path/openat/{name}")
        self.fake.run("run", "openat/one", "*/tw*")
        self.assertEqual(set(self.fake.verdicts()), {"path/openat/one", "path/openat/two"})

    def test_verbose_shows_command_transcript_and_difference(self):
        self.fake.program("path/openat/case", "echo one; echo two", native="echo one")
        _, out, _ = self.fake.run("run", "--verbose", "case")
        for text in ("reproduce:", "wali-launch", "FileCheck", "transcript:\n  one\n  two\n", "  one\n  + two\n"):
            self.assertIn(text, out)
        command = re.search(r"reproduce:\n  (.*)", out[out.index("FAIL") :])[1].replace(
            "--timeout", "--record /dev/null --timeout"
        )
        self.assertEqual(subprocess.run(command, shell=True, capture_output=True).returncode, 1)

    def test_repeat_names_what_changed(self):
        self.fake.program("path/openat/steady")
        self.fake.program(
            "path/openat/changes",
            'f=$(dirname "$0")/seen; test -e $f && echo two; touch $f; echo one',
            native="echo one",
        )
        status, out, _ = self.fake.run("run", "--repeat", "2")
        self.assertEqual(status, 1)
        self.assertIn("changed: engine libc path/openat/changes: pass, fail", out)
        self.assertNotIn("steady:", out)
        self.assertEqual(self.fake.verdicts()["path/openat/changes"], "fail")

    def test_shuffle_prints_its_seed_and_obeys_one(self):
        for i in range(8):
            self.fake.program(
                f"path/openat/case{i}", f"echo {i} >> {self.fake.root}/order; echo one", native="echo one"
            )
        orders = []
        for _ in range(2):
            status, out, _ = self.fake.run("run", "--shuffle", "7", "--workers", "1")
            self.assertEqual(status, 0)
            self.assertIn("--shuffle 7", out)
            orders.append((self.fake.root / "order").read_text())
            (self.fake.root / "order").unlink()
        self.assertEqual(orders[0], orders[1])
        self.assertRegex(self.fake.run("run", "--shuffle")[1], r"order: --shuffle \d+")

    def test_engine_override(self):
        self.fake.program("path/openat/case", "exit 1", native="echo one")
        self.fake.write("other", "#!/bin/sh\necho one\n", 0o755)
        self.assertEqual(self.fake.run("run")[0], 1)
        self.assertEqual(self.fake.run("run", "--engine", f"engine={self.fake.root}/other")[0], 0)

    def test_an_identity_runs_what_it_can(self):
        self.fake.program("path/openat/any")
        self.fake.program("path/openat/as-user", header="// REQUIRES: user\n")
        self.fake.run("run")
        self.assertEqual(set(self.fake.verdicts().values()), {"pass"})
        self.fake.run("run", "--as", "ns-root")
        self.assertEqual(self.fake.verdicts(), {"path/openat/any": "pass", "path/openat/as-user": "skip"})

    def test_the_limit_follows_from_the_native_time(self):
        self.fake.program("path/openat/hangs", "exec sleep 600", native="echo one")
        self.fake.program("path/openat/slow", "exec sleep 600", native="sleep 0.4; echo one")
        self.fake.program("abi/start/case", "exec sleep 600", header="// Oracle: ABI.md, Start\n")
        with mock.patch.object(limits, "_SECONDS_MORE", 0.0), mock.patch.object(limits, "_WITHOUT_NATIVE", 2.0):
            session = Session.create(self.fake.tree, {"runner": "engine", "timeout": "30"})
            self.assertEqual(session.limit(session.adapter, 0.04), 1)
            self.assertEqual(session.limit(session.oracle, 0.04), 30)
        self.fake.run("run", "--timeout", "5", "-v")
        self.assertEqual(set(self.fake.verdicts().values()), {"timeout"})
        commands = {i: t["command"] for i, t in self.fake.results()["engine", "libc"].items()}
        for program_id, seconds in {"path/openat/hangs": 4, "path/openat/slow": 5, "abi/start/case": 5}.items():
            self.assertTrue(has_limit(commands[program_id], seconds), commands[program_id])

    def test_soak_reaches_the_program_and_stretches_its_limit(self):
        for name in ("native", "engine"):
            abi = 'abi = ["native"]\n' if name == "native" else ""
            command = f'name = "{name}"\n{abi}command = ["/bin/sh", "{{module}}", "{{envfile}}"]\n'
            self.fake.write(f"source/runners/{name}.toml", command)
        self.fake.program("scenario/stress/case", 'echo one; cat "$1"', "CHECK: one\nCHECK: WALI_CTS_SOAK=3\n")
        status, out, _ = self.fake.run("run", "--soak", "3", "--timeout", "20", "-v")
        self.assertEqual(status, 0, out)
        self.assertIn("--timeout 60", out)
        status, out, _ = self.fake.run("run", "--timeout", "20", "-v")
        self.assertEqual(self.fake.verdicts("native", "native"), {"scenario/stress/case": "fail"})
        self.assertIn("--timeout 20", out)

    def test_prepare_runs_once_for_each_module(self):
        self.fake.program("path/openat/case")
        log = self.fake.root / "log"
        self.fake.write("prepare", f'#!/bin/sh\necho "$1" >> {log}\ncp "$1" "$2"\n', 0o755)
        prepare = f'prepare = ["{self.fake.root}/prepare", "{{module}}", "{{prepared}}"]\n'
        self.fake.write(
            "source/runners/engine.toml", 'name = "engine"\ncommand = ["/bin/sh", "{prepared}"]\n' + prepare
        )
        for _ in range(2):
            self.assertEqual(self.fake.run("run")[0], 0)
        self.assertEqual(len(log.read_text().splitlines()), 1)

    def test_an_engine_is_not_judged_by_what_the_machine_could_not_prepare(self):
        self.fake.program("path/openat/case")
        prepare = 'prepare = ["cp", "{module}", "{prepared}"]\n'
        self.fake.write("source/runners/engine.toml", 'name = "engine"\ncommand = ["/bin/sh", "{prepared}"]\n' + prepare)
        launcher, cache = self.fake.build / "bin/wali-launch", self.fake.build / "cache"
        cache.touch()  # where a directory should be
        self.stopped(f"{cache}/engine/.*: Not a directory")
        cache.unlink()
        launcher.rename(launcher.with_name("launch"))
        record = json.dumps({"ended": "not-started", "error": "no room", "machine": True})
        fails = f"case $* in *--writable*) echo '{record}' >\"$2\"; exit 2;; esac"
        self.fake.write("build/bin/wali-launch", f'#!/bin/sh\n{fails}\nexec "${{0%/*}}/launch" "$@"\n', 0o755)
        self.stopped("no room")
        launcher.with_name("launch").rename(launcher)
        self.assertEqual(self.fake.run("run")[0], 0)

    def stopped(self, why):
        status, out, err = self.fake.run("run")
        self.assertEqual(status, 2, out + err)
        self.assertRegex(out, f"(?m)^error: engine libc: stopped: {why}$")


class BadInput(RunTest):
    def refused(self, *arguments, says):
        had_results = (self.fake.root / "results").exists()
        status, _, err = self.fake.run("run", *arguments)
        self.assertEqual(status, 2, err)
        self.assertEqual(len(err.splitlines()), 1, err)
        self.assertIn(says, err)
        self.assertEqual((self.fake.root / "results").exists(), had_results, says)

    def test_only_directories_that_the_command_made_are_removed(self):
        self.fake.program("path/openat/case")
        kept = self.fake.write("kept/of-the-user", "").parent
        (self.fake.root / "empty").mkdir()
        for output in (kept / "deep/deeper", self.fake.root / "empty"):
            words = ["run", "--build-dir", str(self.fake.build), "--no-build", "--output", str(output)]
            self.assertEqual(run_cli(*words, "nosuch")[0], 2)
        self.assertEqual([path.name for path in kept.iterdir()], ["of-the-user"])
        self.assertTrue((self.fake.root / "empty").is_dir())

    def test_one_line_says_what_to_do(self):
        self.refused(says="holds no programs")
        self.fake.program("path/openat/case")
        self.refused("nosuch", says="no program matches 'nosuch'")
        self.refused("nosuch", "case", "neither", says="no program matches 'nosuch' or 'neither'; ")
        self.refused("--runner", "nosuch", says="name one of engine, native")
        self.refused("--engine", "engine", says="--engine takes NAME=PATH")
        self.refused("--engine", "other=/bin/true", says="the run has no runner of this name")
        self.refused("--engine", "engine=/nonexistent", says="does not exist or is not executable")
        self.refused("--scratch", "/nonexistent", says="scratch directory /nonexistent does not exist")
        self.fake.write("source/runners/broken.toml", "name = \n")
        self.refused("--runner", "broken", says="not a TOML file")
        self.fake.write("source/runners/engine.toml", 'name = "engine"\ncommand = ["sh", "{module}"]\nabi = ["spec2026"]\n')
        self.refused("--abi", "libc", "--runner", "engine", says="implements spec2026, not libc")

    def test_nothing_is_built_for_a_pattern_that_matches_nothing(self):
        self.fake.program("path/openat/case")
        with mock.patch.object(build, "ensure", side_effect=AssertionError):
            words = ["run", "--build-dir", str(self.fake.build), "--output", str(self.fake.root / "results")]
            status, _, err = run_cli(*words, "--runner", "engine", "nosuch")
        self.assertEqual(status, 2)
        self.assertIn("no program matches 'nosuch'", err)

    def test_options_are_checked(self):
        for words in (
            ["--workers", "0"],
            ["--workers", "9999"],
            ["--repeat", "x"],
            ["--timeout", "-1"],
            ["--soak", "0.5"],
            ["--abi", "musl"],
            ["--as", "nobody"],
        ):
            status, _, err = self.fake.run("run", *words)
            self.assertEqual(status, 2)
            self.assertIn(words[0], err)

    def test_a_stale_or_missing_module_is_never_judged(self):
        self.fake.program("path/openat/case")
        source = self.fake.source / "suite/path/openat/case.cpp"
        os.utime(source)
        self.refused(says=f"is older than {source}")
        past = time.time() - 100
        os.utime(source, (past, past))
        (self.fake.build / "suite/path/openat/case.libc.wasm").unlink()
        self.refused(says="case.libc.wasm is missing: build it")

    def test_lit_refuses_a_stale_module_too(self):
        self.fake.program("path/openat/case")
        os.utime(self.fake.source / "suite/path/openat/case.cpp")
        words = [tools.newest("lit"), "-v", str(self.fake.build / "suite"), "--param", "runner=engine"]
        output = subprocess.run(words, capture_output=True, text=True).stdout
        self.assertIn("UNRESOLVED", output)
        self.assertIn("is older than", output)

    def test_a_run_line_that_cannot_be_read(self):
        self.fake.program("path/openat/broken", header='// RUN: %run | %check "\n')
        self.fake.program("path/openat/case")
        status, out, _ = self.fake.run("run")
        self.assertEqual(status, 2)
        self.assertRegex(out, r"(?m)^error: path/openat/broken: not judged: .*broken\.cpp: .*parser error")
        self.assertEqual(out.count("error: "), 1)
        self.assertEqual(self.fake.verdicts(), {"path/openat/case": "pass"})

    def test_a_missing_expectation(self):
        self.fake.program("path/openat/case")
        (self.fake.source / "expected/path/openat/case.check").unlink()
        self.refused(says="case.check is missing")

    def test_a_tree_that_is_not_built(self):
        self.fake.program("path/openat/case")
        (self.fake.build / "bin/wali-launch").unlink()
        self.refused(says="wali-launch is missing: build it")

    def test_a_damaged_or_missing_table(self):
        self.fake.program("path/openat/case")
        (self.fake.build / "abi.json").write_text("{")
        self.refused(says="abi.json is damaged")
        (self.fake.build / "abi.json").unlink()
        self.refused(says="abi.json does not exist: build first")

    def test_a_module_that_is_no_wasm_is_the_engines_to_refuse(self):
        self.fake.program("path/openat/case", native="echo one")
        (self.fake.build / "suite/path/openat/case.libc.wasm").write_bytes(b"\xff\x00garbage\n")
        self.fake.run("run")
        self.assertEqual(self.fake.verdicts(), {"path/openat/case": "fail"})

    def test_lit_on_the_source_tree(self):
        words = [tools.newest("lit"), "-sv", str(SOURCE_DIR / "suite" / "abi")]
        ran = subprocess.run(words, capture_output=True, text=True)
        self.assertEqual(ran.returncode, 2)
        self.assertIn(
            "this is the source tree: build it, then run lit on the build tree: lit -sv build/suite", ran.stderr
        )
        self.assertNotIn("Traceback", ran.stderr)

    def test_a_wrong_lit_parameter_is_fatal(self):
        self.fake.program("path/openat/case")
        for param, says in (
            ("runer=engine", "unknown parameter 'runer'"),
            ("soak=0", "soak is a whole number above 0, not '0'"),
        ):
            words = [tools.newest("lit"), str(self.fake.build / "suite"), "--param", "runner=engine"]
            ran = subprocess.run([*words, "--param", param], capture_output=True, text=True)
            self.assertEqual(ran.returncode, 2)
            self.assertIn(says, ran.stderr)


class Scratch(RunTest):
    def test_one_without_execution_is_refused_without_namespaces(self):
        self.fake.program("path/openat/case")
        with mock.patch("os.statvfs", return_value=mock.Mock(f_flag=os.ST_NOEXEC)):
            status, _, err = self.fake.run("run", "--scratch", str(self.fake.root))
            self.assertEqual(status, 2)
            self.assertIn(f"error: {self.fake.root} is mounted with noexec, and programs run from there: name", err)
            with mock.patch.object(features, "probe", return_value=frozenset({"root", "user", "namespaces"})):
                self.assertEqual(self.fake.run("run", "--scratch", str(self.fake.root))[0], 0)


class SlipsOfThePen(RunTest):
    """What would skip or judge a program by accident is refused, and the others keep their results."""

    def refused(self, says):
        self.fake.program("path/openat/good")
        status, out, _ = self.fake.run("run", "--runner", "engine")
        self.assertEqual(status, 2)
        self.assertEqual(re.findall("(?m)^error: path/openat/bad: not judged: (.*)$", out), [says])
        self.assertIn("1 of 2 planned programs have a verdict; 1 could not be judged", out)
        self.assertEqual(self.fake.verdicts(), {"path/openat/good": "pass"})
        words = [tools.newest("lit"), "-v", str(self.fake.build / "suite"), "--param", "runner=engine"]
        self.assertIn(says, subprocess.run(words, capture_output=True, text=True).stdout)
        known = self.fake.write("engine.libc.toml", "version = 1\n")
        gated = run_cli("gate", "--baseline", str(known), str(self.fake.root / "results/results.json"))
        self.assertEqual(gated[0], 2)
        self.assertIn(says, gated[2])

    def test_a_feature_that_there_is_not(self):
        self.fake.program("path/openat/bad", header="// REQUIRES: rot\n")
        advice = "`harness/wali-cts doctor` lists them"
        self.refused(f"{self.fake.source}/suite/path/openat/bad.cpp: REQUIRES 'rot', which is no feature: {advice}")

    def test_a_misspelt_directive(self):
        self.fake.program("path/openat/bad", expectation="CHECK: one\nCHEKC: two\n")
        self.refused(
            f"{self.fake.source}/expected/path/openat/bad.check: line 2: 'CHEKC: two' is neither `CHECK: …`, "
            "`SINCE-6-10: …` nor a comment (#), so FileCheck would ignore it"
        )

    def test_an_expectation_of_nothing(self):
        self.fake.program("path/openat/bad", expectation="# CHECK what?\n")
        self.refused(
            f"{self.fake.source}/expected/path/openat/bad.check: it has no CHECK line and would expect nothing"
        )


class Extent(RunTest):
    """Results say what part of the suite they are, in every file that is written."""

    def setUp(self):
        super().setUp()
        for name in ("path/openat/one", "path/openat/two", "file/read/one"):
            self.fake.program(name)

    def check(self, programs, extent, *words):
        status, out, _ = self.fake.run("run", *words)
        self.assertEqual(status, 0)
        line = f"part ({programs}): native, engine libc: {extent}\n"
        self.assertIn(line, out)
        directory = self.fake.root / "results"
        self.assertIn(extent, (directory / "junit.xml").read_text())
        page = (directory / "report.html").read_text()
        self.assertIn(extent[1:].replace("'", "&#x27;"), page)
        self.assertIn(f'<p class="dim">{programs}, suite', page)
        _, found, err = run_cli("report", str(directory / "results.json"), "--markdown", "-", "--partial")
        self.assertIn(f"- **native, engine libc**: {extent}\n", found.replace("\\", ""))
        self.assertIn("| engine libc | 100.0% (a part) |", found)
        self.assertIn(f"Suite 0.0.1, {programs}. Share", found)
        self.assertEqual(err, line)

    def test_a_run_by_pattern(self):
        self.check("2 of 3 programs", "only those that match 'path/openat'", "path/openat")

    def test_a_shard(self):
        self.check("1 of 3 programs", "shard 1/3 of 3 programs; shards 2/3 and 3/3 missing", "--shard", "1/3")

    def test_all_of_it_is_no_part(self):
        self.assertNotIn("part (", self.fake.run("run")[1])
        self.assertNotIn("properties", (self.fake.root / "results/junit.xml").read_text())


class Saving(RunTest):
    """A finished run is not lost because its results cannot be written."""

    def setUp(self):
        super().setUp()
        self.fake.program("path/openat/case", "echo two", native="echo one")
        self.elsewhere = self.fake.root / "tmp"
        self.elsewhere.mkdir()
        self.results = self.fake.root / "results"
        mock.patch.object(suite_run.tempfile, "gettempdir", lambda: str(self.elsewhere)).start()
        self.addCleanup(mock.patch.stopall)

    def fill_disk(self, *places):
        """From now on nothing more can be written below these directories."""
        write = Path.write_bytes

        def refuse(path, data):
            if any(place in path.parents for place in places):
                write(path, data[:10])
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
            return write(path, data)

        mock.patch.object(Path, "write_bytes", refuse).start()

    def test_a_full_disk(self):
        self.fill_disk(self.results)
        status, out, err = self.fake.run("run")
        self.assertEqual((status, len(err.splitlines())), (2, 1))
        (kept,) = self.elsewhere.iterdir()
        self.assertIn(f"No space left on device: the results could not be written there; they are in {kept}", err)
        self.assertEqual(sorted(p.name for p in kept.iterdir()), ["junit.xml", "report.html", "results.json"])
        self.assertFalse(self.results.exists())  # nothing half written, and no empty directory
        self.assertIn("fail: engine libc: path/openat/case", out)
        self.assertIn(f"report: {kept}/report.html", out)

    def test_no_disk_at_all(self):
        self.fill_disk(Path("/"))
        with (
            mock.patch.object(Path, "home", lambda: self.elsewhere),
            mock.patch.object(Path, "cwd", lambda: self.elsewhere),
        ):
            status, out, err = self.fake.run("run")
        self.assertEqual((status, len(err.splitlines())), (2, 1))
        self.assertIn("the results could not be written anywhere, and are only above", err)
        self.assertIn("fail: engine libc: path/openat/case", out)
        self.assertEqual([path for path in self.elsewhere.rglob("*") if path.is_file()], [])

    def test_a_directory_where_no_file_can_be_made(self):
        status, _, err = run_cli("run", "--build-dir", str(self.fake.build), "--no-build", "--output", "/proc/self")
        self.assertEqual((status, len(err.splitlines())), (2, 1))
        self.assertIn("/proc/self: No such file or directory: name another directory with --output DIR", err)


@unittest.skipUnless(can_mount(), "needs a mount namespace")
class ReadOnlyBuild(RunTest):
    """A build that whoever runs the suite may not write to, as in a container with a read-only root."""

    def setUp(self):
        super().setUp()
        self.fake.program("path/openat/case")
        self.temporary = self.fake.root / "tmp"
        self.temporary.mkdir()

    def said(self, words, cache):
        """What a command prints with the build read-only, after its exit status."""
        read_only = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'
        ran = subprocess.run(
            [*UNSHARE, "sh", "-c", read_only, str(self.fake.build), *words],
            env=os.environ | {"XDG_CACHE_HOME": str(cache), "TMPDIR": str(self.temporary)},
            capture_output=True,
            text=True,
        )
        self.assertEqual(os.listdir(self.temporary), [])
        return f"{ran.returncode}: {ran.stdout}{ran.stderr}"

    def run_suite(self, cache, *options):
        words = [sys.executable, str(SOURCE_DIR / "harness/wali-cts"), "run", "--build-dir", str(self.fake.build)]
        words += ["--runner", "engine", "--abi", "libc", "--output", str(self.fake.root / "results"), *options]
        return self.said(words, cache)

    def test_lit_keeps_its_times_with_the_user(self):
        self.assertRegex(self.run_suite(self.fake.root / "cache", "--no-build"), "^0: ")
        times = self.fake.root / "cache" / "wali-cts" / "lit" / ".lit_test_times.txt"
        self.assertIn("path/openat/case.cpp", times.read_text())

    def test_nor_has_the_user_a_place(self):
        self.assertRegex(self.run_suite(self.fake.build, "--no-build"), "^0: ")
        self.assertEqual(self.fake.verdicts(), {"path/openat/case": "pass"})

    def test_lit_itself(self):
        words = [tools.newest("lit"), str(self.fake.build / "suite"), "--param", "runner=engine"]
        self.assertRegex(self.said(words, self.fake.build), r"^0: [^$]*Passed *: 1 ")

    def test_nothing_is_built_there(self):
        said = self.run_suite(self.fake.root / "cache")
        self.assertRegex(said, rf"^2: wali-cts: error: {self.fake.build}: Read-only file system: use what is built .*\n$")


class Together(RunTest):
    """Two commands never write to one place."""

    def setUp(self):
        super().setUp()
        self.fake.program("path/openat/case")
        self.results = self.fake.root / "results"

    def test_a_second_run_is_refused(self):
        self.results.mkdir()
        with locking.held(self.results):
            status, _, err = self.fake.run("run")
        self.assertEqual((status, len(err.splitlines())), (2, 1))
        self.assertIn(
            f"another command writes its results to {self.results}: wait for its end, "
            "or name another directory with --output DIR",
            err,
        )
        self.assertEqual(list(self.results.iterdir()), [])
        self.assertEqual(self.fake.run("run")[0], 0)

    def test_a_second_build_waits(self):
        order = []
        with (
            mock.patch.object(build, "install_missing", lambda: None),
            mock.patch.object(build, "_build", lambda *_: order.append("second")),
            contextlib.redirect_stderr(io.StringIO()) as said,
        ):
            with locking.held(self.fake.build):
                second = threading.Thread(target=build.ensure, args=(self.fake.tree,))
                second.start()
                while "waiting" not in said.getvalue():
                    time.sleep(0.01)
                order.append("first")
            second.join()
        self.assertEqual(order, ["first", "second"])
        self.assertIn(f"waiting: another command is building in {self.fake.build}", said.getvalue())


class ForeignTrees(RunTest):
    """A build tree that was copied, or is another source tree's, is not used."""

    def setUp(self):
        super().setUp()
        self.fake.program("path/openat/case")

    def cache(self, directory, source):
        self.fake.write(
            "build/CMakeCache.txt",
            f"CMAKE_CACHEFILE_DIR:INTERNAL={directory}\nCMAKE_HOME_DIRECTORY:INTERNAL={source}\n",
        )

    def refused(self, says):
        archive = str(self.fake.root / "b.tar.gz")
        commands = [["run"], ["lint"], ["list"], ["bundle", archive], ["bundle", archive, "--no-build"]]
        commands += [[name, "--no-build"] for name in ("test", "bench", "fuzz", "mutate")]
        for command in commands:
            status, _, err = self.fake.run(*command)
            self.assertEqual((status, len(err.splitlines())), (2, 1), err)
            self.assertIn(says, err)
        status, out, _ = run_cli("doctor", "--build-dir", str(self.fake.build))
        self.assertEqual(status, 1)
        self.assertIn(f"FAIL  build                {says}", out)
        status, out, _ = run_cli("doctor", "--build-dir", str(self.fake.build), "--no-build", "--runner", "engine")
        self.assertEqual(out.count(f"FAIL  build                {says}"), 2, "of the machine, and of the engine")
        words = [tools.newest("lit"), "-sv", str(self.fake.build / "suite"), "--param", "runner=engine"]
        ran = subprocess.run(words, capture_output=True, text=True)
        self.assertEqual((ran.returncode, len(ran.stderr.splitlines())), (2, 1), ran.stderr)
        self.assertIn(f"fatal: {says}", ran.stderr)
        self.assertFalse((self.fake.root / "results").exists())

    def test_a_copy(self):
        self.cache("/elsewhere/build", "/elsewhere")
        self.refused(f"{self.fake.build} is a copy of /elsewhere/build, and its builds would go there: remove it")

    def test_another_source_tree(self):
        self.cache(self.fake.build, "/elsewhere")
        self.refused(f"{self.fake.build} is built from /elsewhere, not from {SOURCE_DIR}: use /elsewhere/harness/")

    def test_its_own_under_another_name(self):
        other = self.fake.root / "link"
        other.symlink_to(self.fake.build)
        self.cache(other, SOURCE_DIR)
        self.assertEqual(self.fake.run("run")[0], 0)


def heed_interrupts():
    """A command that a script starts in the background inherits that SIGINT is ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Interrupts(RunTest):
    def test_what_was_obtained_is_kept_and_nothing_is_left(self):
        self.fake.program("path/openat/a-quick")
        self.fake.program("path/openat/b-slow", f"exec sleep {FOREVER}", native="echo one")
        self.temporary = self.fake.root / "tmp"
        self.temporary.mkdir()
        words = [
            sys.executable,
            str(SOURCE_DIR / "harness/wali-cts"),
            "run",
            "--build-dir",
            str(self.fake.build),
            "--no-build",
        ]
        words += [
            "--runner",
            "engine",
            "--abi",
            "libc",
            "--output",
            str(self.fake.root / "results"),
            "--workers",
            "2",
        ]
        for number in (signal.SIGINT, signal.SIGTERM):
            process = subprocess.Popen(
                words,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                preexec_fn=heed_interrupts,
                env=os.environ | {"TMPDIR": str(self.temporary)},
            )
            self.wait_for(lambda: running("sleep", FOREVER))
            self.wait_for(self.quick_is_judged)
            process.send_signal(number)
            out, _ = process.communicate(timeout=60)
            self.assertEqual(process.returncode, 130)
            self.assertIn("interrupted: the results so far are kept", out)
            self.assertEqual(self.fake.verdicts("native", "native")["path/openat/b-slow"], "pass")
            self.assertEqual(self.fake.verdicts(), {"path/openat/a-quick": "pass"})
            self.check_that_nobody_takes_it_for_finished(out)
            self.wait_for(lambda: not running("sleep", FOREVER))

    def quick_is_judged(self):
        """lit has left the verdict on the quick one of the engine."""
        return any('"status"' in path.read_text() for path in self.temporary.glob("wali-cts-*/engine.libc"))

    def check_that_nobody_takes_it_for_finished(self, out):
        words = "not finished: 1 of 2 planned programs have a verdict"
        self.assertIn(f"part (2 programs): engine libc: {words}", out)
        directory = self.fake.root / "results"
        suite = ElementTree.parse(directory / "junit.xml").getroot().find("testsuite[@name='engine.libc']")
        self.assertEqual((suite.get("tests"), suite.get("errors")), ("2", "1"))
        self.assertEqual(suite.find("testcase/error").get("message"), words)
        page = (directory / "report.html").read_text()
        self.assertIn(words[1:], page)
        self.assertNotIn("Behaves as Linux does in all 1 judged", page)
        self.assertIn(words, run_cli("report", str(directory / "results.json"), "--markdown", "-")[1])
        known = self.fake.write("engine.libc.toml", "version = 1\n")
        gated = run_cli("gate", "--baseline", str(known), str(directory / "results.json"))
        self.assertEqual(gated[0], 2)
        self.assertIn("the run of engine libc was not finished: 1 of 2 programs have no verdict", gated[2])

    def test_runs_that_were_not_begun_are_there_without_results(self):
        self.fake.program("path/openat/case")
        with mock.patch.object(suite_run, "run_lit", side_effect=KeyboardInterrupt):
            self.assertEqual(self.fake.run("run", "--runner", "engine")[0], 130)
        content = json.loads((self.fake.root / "results/results.json").read_text())
        said = [(r["abi"], r["finished"], r["planned"], r["tests"]) for r in content["runs"]]
        self.assertEqual(said, [(abi, False, 1, []) for abi in ("native", "libc", "spec2026")])

    def wait_for(self, condition):
        deadline = time.monotonic() + 60
        while not condition():
            self.assertLess(time.monotonic(), deadline, "it did not come to pass")
            time.sleep(0.05)


if __name__ == "__main__":
    unittest.main()
