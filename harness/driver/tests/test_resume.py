"""Runs that are stopped in the middle: what they leave, and how `run --resume` goes on."""

import contextlib
import copy
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import unittest
from pathlib import Path
from unittest import mock

from driver.results import results, suite_run
from driver.running import lit_run
from driver.suite.layout import Tree
from driver.tests.support import (
    SOURCE_DIR,
    UNSHARE,
    FakeTree,
    built_tree,
    can_mount,
    has_lit_and_filecheck,
    run_cli,
)

# Some pass and some do not. Only a shuffle has an order that can be told beforehand.
NAMES = ("a", "b", "c", "d", "e", "f")
SLEEP = "sleep 61.75"


def heed_interrupts():
    """A command that a script starts in the background inherits that SIGINT is ignored."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def comparable(path):
    """A results.json without what differs from run to run: dates and times."""
    content = json.loads(path.read_text())
    for run in content["runs"]:
        run.pop("date")
        for test in run["tests"]:
            test.pop("seconds")
            if "command" in test:
                test["command"] = re.sub(r"--timeout [\d.]+", "--timeout N", test["command"])
    return content


@unittest.skipUnless(has_lit_and_filecheck(), "needs lit and FileCheck")
class Stopped(unittest.TestCase):
    """`c` takes long on the engine until the file `gate` is there. Each program notes in `log`
    that the engine runs it."""

    REAL_LAUNCHER = False
    before, environment = (), {}  # of wali-cts: the command's first words, and its environment

    def setUp(self):
        self.fake = FakeTree(self, self.REAL_LAUNCHER)
        self.root = self.fake.root
        self.wholes = {}
        for name in NAMES:
            self.program(name)
        self.program("c", f"test -e {self.root}/gate || exec {SLEEP}; ")

    def program(self, name, first=""):
        says = "one" if name in "bd" else name
        script = f"echo {name} >>{self.root}/log; {first}echo {says}"
        self.fake.program(f"path/openat/{name}", script, f"CHECK: {name}\n", native=f"echo {name}")

    def words(self, *options, output="results"):
        words = [str(SOURCE_DIR / "harness/wali-cts"), "run", "--build-dir", str(self.fake.build), "--no-build"]
        words += ["--runner", "engine", "--abi", "libc", "--workers", "1", "--output", str(self.root / output)]
        return [sys.executable, *words, *options]

    def start(self, *options, output="results"):
        return subprocess.Popen(
            [*self.before, *self.words(*options, output=output)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=heed_interrupts,
            env=os.environ | self.environment,
        )

    def finish(self, process):
        out, err = process.communicate(timeout=60)
        return process.returncode, out, err

    def stop(self, *options, how=signal.SIGINT):
        """A run that a signal stops while `c` runs on the engine."""
        process = self.start(*options)
        self.wait_for(lambda: "c" in self.log())
        process.send_signal(how)
        status, out, err = self.finish(process)
        self.assertEqual(status, 130, out + err)
        self.assertIn("to go on: the same command with --resume\n", out)
        self.check_nothing_left()

    def resume(self, *options):
        """Goes on with it, and returns the exit status and what was printed."""
        (self.root / "gate").touch()
        return self.finish(self.start(*options, "--resume"))

    def whole(self, *options):
        """The results of a run that nothing stops, and the order in which it ran programs. It is made once
        for the same options: how another was stopped does not matter to it."""
        if options not in self.wholes:
            (self.root / "gate").touch()
            (self.root / "log").unlink(missing_ok=True)
            self.finish(self.start(*options, output="whole"))
            self.wholes[options] = comparable(self.root / "whole/results.json"), self.log()
        return self.wholes[options]

    def log(self):
        path = self.root / "log"
        return path.read_text().split() if path.exists() else []

    def finished(self):
        content = json.loads((self.root / "results/results.json").read_text())
        return {run["abi"]: (run["finished"], len(run["tests"])) for run in content["runs"]}

    def check_resumed(self, *options):
        """What a stopped run and the one that goes on with it leave is what one run leaves: the
        results, and which programs were run, but for what was stopped. Returns both orders."""
        begun = [name for name in self.log() if f"path/openat/{name}" not in self.judged("libc")]
        status, out, err = self.resume(*options)
        self.assertEqual(status, 1, out + err)
        order = self.log()
        for name in begun:
            order.remove(name)
        expected, whole = self.whole(*options)
        self.assertEqual(comparable(self.root / "results/results.json"), expected)
        self.assertEqual(sorted(order), sorted(whole))
        return order, whole

    def wait_for(self, condition):
        deadline = time.monotonic() + 60
        while not condition():
            self.assertLess(time.monotonic(), deadline, "it did not come to pass")
            time.sleep(0.05)

    def processes(self, *words):
        """The processes that have all of these words in their command lines."""
        found = []
        for pid in filter(str.isdecimal, os.listdir("/proc")):
            with contextlib.suppress(OSError):
                command = Path("/proc", pid, "cmdline").read_bytes().decode(errors="replace").split("\0")
                if all(any(word in given for given in command) for word in words):
                    found.append(int(pid))
        return found

    def check_lacks_c(self):
        """Native has all results, and the engine only some."""
        self.assertEqual(self.finished()["native"], (True, 6))
        self.assertEqual(self.finished()["libc"], (False, len(self.judged("libc"))))
        self.assertNotIn("path/openat/c", self.judged("libc"))

    def judged(self, abi):
        content = json.loads((self.root / "results/results.json").read_text())
        return [test["id"] for run in content["runs"] if run["abi"] == abi for test in run["tests"]]

    def check_nothing_left(self):
        """What was killed may take a moment to go, but less than it would last."""
        self.wait_for(lambda: not self.processes(str(self.fake.build)) and not self.processes(*SLEEP.split()))


class Interrupted(Stopped):
    def test_the_rest_is_run_and_the_result_is_that_of_one_run(self):
        for how in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            with self.subTest(how.name):
                (self.root / "gate").unlink(missing_ok=True)
                (self.root / "log").unlink(missing_ok=True)
                self.stop(how=how)
                self.check_lacks_c()
                self.check_resumed()
                self.assertEqual(self.finished(), {"native": (True, 6), "libc": (True, 6)})

    def test_a_shuffle_keeps_its_order(self):
        self.stop("--shuffle", "3")
        order, whole = self.check_resumed("--shuffle", "3")
        self.assertEqual(order, whole)
        self.assertNotEqual(order, sorted(order))

    def test_a_shuffle_without_a_seed_has_the_earlier_one(self):
        self.stop("--shuffle")
        options = json.loads((self.root / "results/results.json").read_text())["runs"][0]["options"]
        _, out, _ = self.resume("--shuffle")
        self.assertIn(f"order: --shuffle {options['seed']}\n", out)

    def test_a_shard(self):
        self.program("e", "echo wrong; ")
        self.stop("--shard", "1/2")  # a, c and e
        self.check_resumed("--shard", "1/2")

    def test_repetitions(self):
        self.stop("--repeat", "2")
        self.check_resumed("--repeat", "2")

    def test_the_second_repetition(self):
        options = ("--repeat", "2", "--shuffle", "3")  # `c` is the second
        (self.root / "gate").touch()
        process = self.start(*options)
        self.wait_for(lambda: len(self.log()) >= len(NAMES))
        (self.root / "gate").unlink()
        self.wait_for(lambda: self.log().count("c") == 2)
        process.send_signal(signal.SIGINT)
        self.assertEqual(self.finish(process)[0], 130)
        self.assertEqual(self.finished()["libc"], (False, 6))
        self.resume(*options)
        order = self.log()
        expected, whole = self.whole(*options)
        self.assertEqual(comparable(self.root / "results/results.json"), expected)
        self.assertEqual(order, whole[:8] + whole[7:])  # the second `c` was stopped

    def test_once_is_enough(self):
        """A second signal does not tear what is written after the first."""
        handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
        for number, handler in handlers.items():
            self.addCleanup(signal.signal, number, handler)
        signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever started the tests may ignore it
        write = results.write

        def interrupted(*arguments):
            os.kill(os.getpid(), signal.SIGINT)
            os.kill(os.getpid(), signal.SIGTERM)
            return write(*arguments)

        with (
            mock.patch.object(suite_run, "run_lit", lambda *_: os.kill(os.getpid(), signal.SIGINT)),
            mock.patch.object(results, "write", interrupted),
        ):
            status, out, _ = run_cli(*self.words()[2:])
        self.assertEqual(status, 130)
        self.assertIn("interrupted: the results so far are kept", out)
        self.assertEqual(self.finished(), {"native": (False, 0), "libc": (False, 0)})

    def interrupted(self, module, name, when):
        """In this process: an interrupt `when` a function is called the first time, or has been."""
        (self.root / "gate").touch()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            self.addCleanup(signal.signal, number, signal.getsignal(number))
        signal.signal(signal.SIGTERM, signal.SIG_DFL)  # whoever started the tests may ignore it
        call, signals = getattr(module, name), [signal.SIGTERM]

        def called(*arguments, **options):
            if when == "before" and signals:
                os.kill(os.getpid(), signals.pop())
            result = call(*arguments, **options)
            if signals:
                os.kill(os.getpid(), signals.pop())
            return result

        with mock.patch.object(module, name, called):
            status, out, err = run_cli(*self.words()[2:])
        self.assertEqual((status, signals), (130, []), out + err)

    def test_what_is_being_written_is_not_torn(self):
        self.interrupted(results, "write", "before")
        self.assertEqual(self.finished(), {"native": (True, 6), "libc": (True, 6)})
        self.assertTrue((self.root / "results/report.html").exists())

    def test_lit_ends_too_that_has_only_just_begun(self):
        self.interrupted(lit_run, "_start", "after")
        finished = self.finished()  # on a busy machine native's programs may have run by then
        self.assertEqual({name: whole for name, (whole, _) in finished.items()}, {"native": False, "libc": False})
        self.assertEqual(finished["libc"][1], 0)
        self.assertEqual(self.processes(str(self.fake.build)), [])

    def test_what_lit_left_before_the_signal_is_kept(self):
        (self.root / "gate").touch()
        run_lit = suite_run.run_lit

        def then_interrupted(*arguments):
            run_lit(*arguments)
            raise KeyboardInterrupt

        with mock.patch.object(suite_run, "run_lit", then_interrupted):
            self.assertEqual(run_cli(*self.words()[2:])[0], 130)
        self.assertEqual(self.finished(), {"native": (False, 6), "libc": (False, 0)})


class Refused(Stopped):
    """A run that is not the same is not gone on with, and its results stay."""

    def setUp(self):
        super().setUp()
        self.program("c")  # nothing needs to be stopped here
        self.results = self.root / "results/results.json"

    def resume(self, *options):
        """In this process: nothing is stopped, and most is refused before anything runs."""
        return run_cli(*self.words(*options, "--resume")[2:])

    def run_whole(self):
        self.assertEqual(run_cli(*self.words()[2:])[0], 1)

    def check(self, says, *options):
        before = self.results.read_bytes() if self.results.exists() else None
        status, _, err = self.resume(*options)
        self.assertEqual((status, len(err.splitlines())), (2, 1), err)
        self.assertRegex(err, says)
        self.assertEqual(self.results.read_bytes() if self.results.exists() else None, before)

    def test_nothing_to_go_on_from(self):
        self.check("results holds no results to go on from: run without --resume")
        self.results.parent.mkdir()
        self.results.write_text('{"schema": 1, "runs": [')
        self.check("is not JSON")

    def test_what_was_changed_by_hand(self):
        self.run_whole()
        kept = json.loads(self.results.read_text())
        for change, says in (
            (lambda run: run.update(date="yesterday"), "damaged: 'date' is no time; run without --resume"),
            (lambda run: run.update(date=5), "damaged: 'date' may not be 5"),
            (lambda run: run["tests"][0].pop("module_sha256"), " has changed since "),
            (lambda run: run["host"].pop("kernel"), "host: kernel: none then, "),
        ):
            changed = copy.deepcopy(kept)
            change(changed["runs"][-1])
            self.results.write_text(json.dumps(changed))
            self.check(says)

    def test_other_options(self):
        self.run_whole()
        here = re.escape(f"{self.results} is of another run: ")
        again = "; give the options that it had, or run without --resume"
        self.check(f"{here}native: options: timeout: 30.0 then, 7.0 now{again}", "--timeout", "7")
        self.check(f"{here}native: options: seed: none then, 3 now{again}", "--shuffle", "3")
        self.check(f"{here}native: options: seed: none then, \\d+ now{again}", "--shuffle")
        self.check(f"{here}native: options: repeat: 1 then, 2 now{again}", "--repeat", "2")
        self.check(f"{here}native: options: scratch: .* then, {self.root} now{again}", "--scratch", str(self.root))
        self.check(f"{here}planned: 6 then, 1 now{again}", "openat/c")
        self.check(f"{here}planned: 6 then, 3 now{again}", "--shard", "1/2")
        self.check(f"{here}runs: native, engine libc then, .*spec2026 now", "--abi", "spec2026")

    def test_another_engine(self):
        self.run_whole()
        engine = self.fake.write("other", "#!/bin/sh\nexec sh $1\n", 0o755)
        self.check("engine libc: runner: command: ", "--engine", f"engine={engine}")
        adapter = self.fake.source / "runners/engine.toml"
        adapter.write_text(adapter.read_text().replace('"1.0"', '"1.1"'))
        self.check("engine libc: runner: version: 1.0 then, 1.1 now")

    def test_another_build(self):
        self.run_whole()
        module = self.fake.build / "suite/path/openat/a.libc.wasm"
        kept = module.read_text()
        module.write_text(kept + "\n")
        self.check(f"{module} has changed since .* was written; run without --resume")
        module.write_text(kept)
        expectation = self.fake.source / "expected/path/openat/b.check"
        os.utime(expectation, (time.time() + 9,) * 2)
        self.check(f"{expectation} has changed since .* was written; run without --resume")
        os.utime(expectation, (1, 1))
        info = self.fake.build / "build-info.json"
        info.write_text(json.dumps(json.loads(info.read_text()) | {"commit": "abc"}))
        Tree.build_info.cache_clear()
        Tree.provenance.cache_clear()
        self.check("native: build: commit: none then, abc now")

    def test_a_finished_run_is_only_reported_again(self):
        self.run_whole()
        before = self.results.read_text()
        log = self.log()
        status, out, err = self.resume()
        self.assertEqual((status, err), (1, ""))
        self.assertIn("fail: engine libc: path/openat/b", out)
        self.assertEqual(self.results.read_text(), before)
        self.assertEqual(self.log(), log)


class Lost(Stopped):
    """The machine cannot go on: nobody is blamed, one line says why, and a later run goes on."""

    def check_stopped(self, process, says):
        status, out, err = self.finish(process)
        self.assertEqual(status, 2, out + err)
        lines = [line for line in (out + err).splitlines() if "error: " in line]
        self.assertEqual(len(lines), 1, out + err)
        self.assertRegex(lines[0], says)
        self.assertIn("to go on: the same command with --resume\n", out)
        self.check_nothing_left()

    def children(self, pid):
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


class LostProcess(Lost):
    def test_a_killed_worker(self):
        process = self.start()
        self.wait_for(lambda: "c" in self.log())
        (lit,) = [pid for pid in self.children(process.pid) if self.children(pid)]
        (worker,) = self.children(lit)
        os.kill(worker, signal.SIGKILL)
        self.check_stopped(process, "^error: engine libc: stopped: the process that ran path/openat/c was killed")
        self.check_lacks_c()
        self.check_resumed()

    def test_a_killed_lit(self):
        process = self.start()
        self.wait_for(lambda: "c" in self.log())
        (lit,) = [pid for pid in self.children(process.pid) if self.children(pid)]
        os.kill(lit, signal.SIGKILL)
        self.check_stopped(process, "^error: engine libc: stopped: lit was killed by SIGKILL")
        self.check_lacks_c()
        self.check_resumed()

    def test_a_launcher_that_is_gone(self):
        """As while it is linked anew. It is `c` on the engine that takes it away."""
        launcher = self.fake.build / "bin/wali-launch"
        away = launcher.with_name("away")
        self.program("c", f"test -e {self.root}/gate || mv {launcher} {away}; ")
        options = ("--shuffle", "3")  # `c` is the second
        self.check_stopped(self.start(*options), "^error: engine libc: stopped: the launcher made no record: .*wali-launch")
        self.assertEqual(self.finished(), {"native": (True, 6), "libc": (False, 2)})
        away.rename(launcher)
        self.check_resumed(*options)

    def test_what_was_lacking_for_a_moment(self):
        """The launcher cannot start a program, and a second later it can."""
        launcher = self.fake.build / "bin/wali-launch"
        launcher.rename(launcher.with_name("launch"))
        record = json.dumps({"ended": "not-started", "error": "no room", "machine": True})
        is_first = f'case "$*" in *openat/b.native*) mkdir {self.root}/failed 2>/dev/null ;; *) false ;; esac'
        fails = f"{is_first} && {{ echo '{record}' >\"$2\"; exit 2; }}"
        self.fake.write("build/bin/wali-launch", f'#!/bin/sh\n{fails}\nexec "${{0%/*}}/launch" "$@"\n', 0o755)
        (self.root / "gate").touch()
        status, out, err = self.fake.run("run")
        self.assertEqual(status, 1, out + err)
        self.assertEqual(self.fake.verdicts("native", "native"), {f"path/openat/{name}": "pass" for name in NAMES})
        self.assertTrue((self.root / "failed").exists())


@unittest.skipUnless(built_tree(), "needs the launcher")
class LostPlace(Lost):
    REAL_LAUNCHER = True

    @unittest.skipUnless(can_mount(), "needs a mount namespace")
    def test_a_full_disk(self):
        """It is the one of the temporary files, and full while `c` runs."""
        disk = self.root / "disk"
        disk.mkdir()
        fill = f"test -e {self.root}/gate || head -c 9m /dev/zero >{disk}/fill; "
        self.program("c", fill)
        mount = f'mount -t tmpfs -o size=2m,mode=1777 disk {disk} && exec "$@"'
        self.before = [*UNSHARE, "sh", "-c", mount, "sh"]
        self.environment = {"TMPDIR": str(disk)}
        options = ("--scratch", str(self.root), "--isolation", "process-group", "--shuffle", "3")
        process = self.start(*options)
        self.check_stopped(process, "^error: engine libc: stopped: .*No space left on device")
        self.check_lacks_c()
        self.check_resumed(*options)

    def test_the_scratch_directory_goes_away(self):
        scratch = self.root / "scratch"
        scratch.mkdir(mode=0o777)
        scratch.chmod(0o777)
        options = ("--scratch", str(scratch), "--isolation", "process-group", "--shuffle", "3")
        until_it_is_gone = f"touch {self.root}/here; while test -d {scratch}; do sleep 0.05; done"
        self.program("c", f"test -e {self.root}/gate || {{ {until_it_is_gone}; }}; ")
        process = self.start(*options)
        self.wait_for((self.root / "here").exists)
        shutil.rmtree(scratch)
        self.check_stopped(process, f"^error: engine libc: stopped: cannot make .* {scratch}.*: No such file")
        self.assertEqual(self.finished()["native"], (True, 6))
        self.assertLess(len(self.judged("libc")), 6)
        scratch.mkdir()
        scratch.chmod(0o777)
        (self.root / "gate").touch()
        self.resume(*options)
        expected, _ = self.whole(*options)
        self.assertEqual(comparable(self.root / "results/results.json"), expected)
        self.assertEqual(list(scratch.iterdir()), [])


if __name__ == "__main__":
    unittest.main()
