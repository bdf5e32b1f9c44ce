"""Other kernels: what is fetched, what a guest boots with, what becomes of one that dies, and what is compared."""

import contextlib
import errno
import io
import json
import lzma
import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from driver.basics import files, machine
from driver.basics.errors import UserError
from driver.building import kernels
from driver.building.kernels import Kernel
from driver.commands import doctor
from driver.commands import kernels as command
from driver.examining import guest_facts, guest_run, initramfs, virtual_machine
from driver.examining.virtual_machine import EMULATION, KVM, Accelerator, Machine
from driver.results import comparison
from driver.results import kernels as beside
from driver.running import limits
from driver.suite import unjudged
from driver.suite.layout import SOURCE_DIR, Tree
from driver.suite.unjudged import Unjudged
from driver.tests.support import FakeTree, has_lit_and_filecheck, run_cli

MODULE = b"\x7fELF\0license=GPL\0depends="


class Directory(unittest.TestCase):
    def setUp(self):
        self.root = Path(tempfile.mkdtemp(prefix="wali-kernels-"))
        self.addCleanup(shutil.rmtree, self.root)

    def write(self, path: str, content: bytes | str = b"", mode: int = 0o644) -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        file.chmod(mode)
        return file


class Packages(Directory):
    SIMULATED = (
        "Inst linux-base (4.12 Debian:13.0/stable [all])\n"
        "Inst linux-binary-7.2.1-amd64 (7.2.1-1 Debian:unstable [amd64])\n"
        "Inst linux-modules-7.2.1-amd64 (7.2.1-1 Debian:unstable [amd64])\n"
        "Inst linux-image-7.2.1-amd64 (7.2.1-1 Debian:unstable [amd64])\n"
        "Inst linux-image-amd64 (7.2.1-1 Debian:unstable [amd64])\n"
        "Conf linux-image-7.2.1-amd64 (7.2.1-1 Debian:unstable [amd64])\n"
    )

    def test_only_those_that_hold_a_kernel(self):
        wanted = [f"linux-{part}-7.2.1-amd64=7.2.1-1" for part in ("binary", "modules", "image")]
        self.assertEqual(list(kernels._parts(self.SIMULATED)), wanted)

    def test_the_mirror_is_the_machines_own(self):
        targets = (
            "Packages|Debian|Debian-Security|http://security.invalid/\n"
            "Sources|Debian|Debian|http://sources.invalid/\n"
            "Packages|Debian|Debian|http://mirror.invalid/debian/\n"
        )
        self.assertEqual(kernels.mirror(targets), "http://mirror.invalid/debian/")
        with self.assertRaisesRegex(UserError, "--kernel PATH"):
            kernels.mirror("Packages|Other|Other|http://other.invalid/\n")

    def test_apt_has_a_configuration_of_its_own(self):
        with mock.patch.object(kernels, "_targets", lambda: "Packages|Debian|Debian|http://mirror.invalid/debian/\n"):
            words = kernels._configured(self.root, "sid")
        line = (self.root / "sources.list").read_text()
        self.assertRegex(line, r"^deb (\[signed-by=\S+\] )?http://mirror.invalid/debian/ sid main\n$")
        self.assertNotIn("trusted", line)
        places = [word.partition("=")[2] for word in words if word.startswith("Dir::") and "Parts" not in word]
        self.assertEqual(len(places), 5)
        for place in places:
            self.assertTrue(place.startswith(str(self.root)), place)

    def test_what_was_fetched_stays(self):
        tree = Tree(self.root, self.root)
        image = self.write("kernels/sid/unpacked/boot/vmlinuz-7.2")
        with mock.patch.object(kernels, "_run", side_effect=AssertionError("apt is asked")):
            self.assertEqual(kernels.fetch(tree, "sid", False), Kernel("sid", image))


class OwnKernel(Directory):
    def test_a_directory(self):
        image = self.write("mine/boot/vmlinuz-6.5")
        self.write("mine/lib/modules/6.5/kernel/fs/9p.ko")
        kernel = kernels.own(str(self.root / "mine"))
        self.assertEqual(kernel, Kernel("mine", image, self.root / "mine/lib/modules/6.5"))

    def test_an_image_alone_or_with_modules(self):
        image, modules = self.write("bzImage"), self.root
        self.assertEqual(kernels.own(str(image)), Kernel("bzImage", image))
        self.assertEqual(kernels.own(f"{image},{modules}"), Kernel("bzImage", image, modules))

    def test_what_is_no_kernel(self):
        self.write("two/boot/vmlinuz-1")
        self.write("two/boot/vmlinuz-2")
        self.write("empty/readme")
        self.assertEqual(kernels._name("/"), "root", "never empty: it names the directory of the results")
        for given, why in (("none", "no such file"), ("empty", "no kernel"), ("two", "several kernels")):
            with self.assertRaisesRegex(UserError, why):
                kernels.own(str(self.root / given))


class FirstFileSystem(Directory):
    def busybox(self) -> Path:
        """The smallest executable that has no dynamic linker."""
        header = b"\x7fELF\x02\x01" + bytes(26) + (64).to_bytes(8, "little") + bytes(14)
        return self.write("busybox", header + (56).to_bytes(2, "little") + (0).to_bytes(2, "little") + bytes(6))

    def test_modules_come_after_those_that_they_need(self):
        self.write("m/kernel/fs/9p.ko", MODULE + b"9pnet,netfs\0")
        self.write("m/kernel/net/9pnet.ko.xz", lzma.compress(MODULE + b"\0"))
        self.write("m/kernel/fs/netfs.ko", MODULE + b"built-in-here\0")
        self.write("m/kernel/net/9pnet-virtio.ko", MODULE + b"9pnet\0")
        found = initramfs.wanted(self.root / "m", ("9p", "9pnet_virtio", "absent"))
        self.assertEqual(list(found), ["9pnet", "netfs", "9p", "9pnet_virtio"])
        self.assertEqual(found["9pnet"], MODULE + b"\0")

    @unittest.skipUnless(shutil.which("busybox"), "busybox is not installed")
    def test_cpio_unpacks_the_archive(self):
        files = [("bin/odd", initramfs._FILE, b"12345"), ("even", initramfs._FILE, b"1234")]
        entries = [("bin", initramfs._DIRECTORY, b""), *files]
        words = ["busybox", "cpio", "-i"]
        subprocess.run(words, input=initramfs.archive(entries), cwd=self.root, check=True, capture_output=True)
        self.assertEqual((self.root / "bin/odd").read_bytes(), b"12345")
        self.assertEqual((self.root / "even").read_bytes(), b"1234")
        self.assertEqual(stat.S_IMODE((self.root / "even").stat().st_mode), 0o755)

    def test_the_archive_has_what_init_names(self):
        self.write("m/kernel/fs/9p.ko", MODULE + b"\0")
        made = initramfs.make(self.busybox(), self.root / "m", "/guest.sh")
        for name in (b"init\0", b"bin/busybox\0", b"modules/9p.ko\0", b"TRAILER!!!\0"):
            self.assertIn(name, made)
        self.assertIn(b"for module in 9p; do", made)
        self.assertIn(b"switch_root /new /bin/sh /guest.sh", made)

    def test_a_busybox_that_needs_a_linker_is_refused(self):
        with self.assertRaisesRegex(UserError, "busybox-static"):
            initramfs.make(Path(sys.executable).resolve(), None, "/guest.sh")


class Guest(Directory):
    """QEMU is a shell script: what it says is the console."""

    QUICK = Accelerator("test", (), 5, 0.5)

    def boot(self, said: str, how: Accelerator = QUICK) -> tuple[str, list[str]]:
        heard: list[str] = []
        words = ["/bin/sh", "-c", said]
        with (
            mock.patch.object(virtual_machine, "command", lambda *_: words),
            mock.patch.object(initramfs, "make", lambda *_: b""),
        ):
            kernel, of_guest = Kernel("k", self.root / "image"), Machine(how, 1, 64)
            problem = virtual_machine.boot(kernel, self.root / "home", self.root, "true", of_guest, heard.append)
        return problem, heard

    def test_to_the_end(self):
        lines = (f"{initramfs.HELLO} 6.1", "[ 1.0] noise", "wali-kernels: part 1", virtual_machine.FAREWELL)
        said = "; ".join(f"echo '{line}'" for line in lines)
        self.assertEqual(self.boot(said), ("", ["booted 6.1", "part 1", "finished"]))
        self.assertIn("noise", (self.root / "home/console.log").read_text())

    def test_a_guest_that_does_not_turn_itself_off(self):
        with mock.patch.object(virtual_machine, "_OFF_SECONDS", 0.2):
            said = f"echo '{initramfs.HELLO}'; echo '{virtual_machine.FAREWELL}'; exec sleep 60"
            self.assertEqual(self.boot(said)[0], "")

    def test_a_panic(self):
        said = f"echo '{initramfs.HELLO}'; echo '[ 1.0] Kernel panic - not syncing'; echo more"
        self.assertEqual(self.boot(said)[0], "it ended before its programs did: [ 1.0] Kernel panic - not syncing")

    def test_silence(self):
        problem, _ = self.boot(f"echo '{initramfs.HELLO}'; exec sleep 60")
        self.assertEqual(problem, f"it said nothing for 0.5 seconds: {initramfs.HELLO}")
        never = Accelerator("test", (), 0.3, 5)
        self.assertEqual(self.boot("exec sleep 60", never)[0], "it did not boot within 0.3 seconds")

    def test_kvm_is_tried(self):
        for problem, wanted in (("", KVM), ("it ended", EMULATION)):
            boots = mock.patch.object(virtual_machine, "boot", lambda *_: problem)
            with boots, mock.patch("os.access", lambda *_: True):
                self.assertIs(virtual_machine.accelerator(Kernel("k", self.root), self.root, 1, 64), wanted)
        with mock.patch("os.access", lambda *_: False):
            self.assertIs(virtual_machine.accelerator(Kernel("k", self.root), self.root, 1, 64), EMULATION)


def a_run(kernel: str, abi: str = "native", sha: str = "", **verdicts: str) -> dict:
    """A run of programs path/x/NAME."""
    tests = [
        {"id": f"path/x/{name}", "group": "path", "call": "x", "title": "It.", "seconds": 0.1,
         "status": status, "detail": "" if status == "pass" else "line 1"}
        for name, status in verdicts.items()
    ]  # fmt: skip
    totals = {verdict: sum(t["status"] == verdict for t in tests) for verdict in beside.VERDICTS}
    runner = {"name": "native" if abi == "native" else "engine", "version": "1"} | ({"sha256": sha} if sha else {})
    return {
        "abi": abi, "runner": runner, "host": {"kernel": kernel}, "tests": tests,
        "totals": totals | {"all": len(tests), "share": 0.5},
    }  # fmt: skip


class Differences(unittest.TestCase):
    def test_the_same_everywhere(self):
        self.assertEqual(beside.differences([a_run("5.10.1", a="pass"), a_run("6.1.0", a="pass")]), [])

    def test_a_line_for_each(self):
        runs = [a_run("5.10.1", a="fail", b="skip"), a_run("6.1.0", a="pass", b="pass"), a_run("6.12.0", a="pass")]
        self.assertEqual(
            [str(d) for d in beside.differences(runs)],
            [
                "native: path/x/a: fail on 5.10.1 (line 1); pass on 6.1.0, 6.12.0",
                "native: path/x/b: skip on 5.10.1 (line 1); pass on 6.1.0",
            ],
        )

    def test_an_engine_is_not_told_of_for_what_linux_does(self):
        runs = [a_run("5.10.1", a="fail"), a_run("6.1.0", a="pass")]
        runs += [a_run("5.10.1", "libc", a="inapplicable"), a_run("6.1.0", "libc", a="pass")]
        self.assertEqual([d.runner for d in beside.differences(runs)], ["native"])
        runs[-1] = a_run("6.1.0", "libc", a="fail")
        runs += [a_run("6.12.0", a="pass"), a_run("6.12.0", "libc", a="pass")]
        self.assertEqual([d.runner for d in beside.differences(runs)], ["native", "engine libc"])

    def test_the_table(self):
        lines = beside.table([a_run("5.10.1", a="fail", b="pass"), a_run("6.1.0", a="pass", b="pass")]).splitlines()
        self.assertEqual(lines[0].split(), ["pass", "fail", "share"])
        self.assertEqual(lines[1].split(), ["5.10.1", "native", "1", "1", "50.0%"])

    def test_what_is_not_named_is_refused(self):
        runs = [a_run("5.10.1", a="fail"), a_run("6.1.0", a="pass")]
        (line,) = beside.refusals(runs, [])
        self.assertEqual(
            line,
            "5.10.1 native: path/x/a: fail: line 1; no engine is judged by it there, and kernels.toml does not say why",
        )
        self.assertEqual(list(beside.refusals(runs, [Unjudged("path/x/a", "why", until=(6, 1))])), [])

    def test_an_entry_without_need_and_a_failing_engine_too(self):
        runs = [a_run("5.10.1", a="pass"), a_run("5.10.1", "libc", a="fail", b="skip", c="inapplicable")]
        self.assertEqual(
            list(beside.refusals(runs, [Unjudged("path/x/a", "why", until=(6, 1))])),
            [
                "5.10.1 native: path/x/a: passes: kernels.toml names it without need",
                "5.10.1 engine libc: path/x/a: fail: line 1",
            ],
        )

    def test_one_engine_on_two_kernels_is_no_other_version(self):
        runs = [a_run("5.10.1", "libc", "f00", a="fail"), a_run("6.1.0", "libc", "f00", a="pass")]
        self.assertEqual(comparison.comparisons(runs), [])
        self.assertEqual(comparison.names(runs), ["engine libc on 5.10.1", "engine libc on 6.1.0"])
        runs[1]["runner"]["sha256"] = "ba5"
        self.assertEqual(len(comparison.comparisons(runs)), 1)


class List(Directory):
    def test_ranges(self):
        path = self.write("kernels.toml", '[[program]]\nid = "a/b/c"\nsince = "5.12"\nuntil = "6.6"\nreason = "so"\n')
        (entry,) = unjudged.load(path)
        self.assertEqual([entry.holds(k) for k in ((5, 10), (5, 12), (6, 5), (6, 6))], [False, True, True, False])

    def test_what_is_wrong_is_said(self):
        good = '[[program]]\nid = "a/b/c"\nuntil = "6.6"\nreason = "so"\n'
        for text, why in (
            ("[[", "not a TOML file"),
            ("[[test]]\nid = 1\n", "write"),
            (good.replace('reason = "so"\n', ""), "write"),
            (good.replace('"so"', '" "'), "write"),
            (good.replace('"6.6"', '"new"'), "'new' is no version"),
            (good.replace('until = "6.6"\n', ""), "no kernel at all"),
        ):
            with self.assertRaisesRegex(UserError, why):
                unjudged.load(self.write("kernels.toml", text))

    def test_the_committed_one(self):
        unjudged.load(SOURCE_DIR / "expected" / unjudged.NAME)

    def test_lint_refuses_a_program_that_there_is_not(self):
        fake = FakeTree(self)
        fake.program("path/openat/one")
        entry = '[[program]]\nid = "path/openat/gone"\nuntil = "6.6"\nreason = "so"\n'
        fake.write("source/expected/kernels.toml", entry)
        status, out, _ = fake.run("lint")
        self.assertEqual(status, 1)
        self.assertIn("kernels.toml:2: there is no program 'path/openat/gone'", out)


@unittest.skipUnless(has_lit_and_filecheck(), "needs lit and FileCheck")
class Command(Directory):
    """The guest is this machine: it runs the stages with the shell, and says that it is another kernel."""

    EXPECTATION = "CHECK: one\nSINCE-6-0: new = 1\n"
    ENGINE = 'name = "wasmtime"\ncommand = ["/bin/sh", "{module}", "{args}"]\n'

    def setUp(self):
        super().setUp()
        self.fake = FakeTree(self)
        self.fake.write("source/runners/wasmtime.toml", self.ENGINE)
        for number in range(3):
            self.fake.program(f"path/openat/program-{number}")
        self.fake.write("source/expected/kernels.toml", "")
        self.images = [self.write(name) for name in ("five", "six")]

    def guest(self, kernel, home, cache, script, machine, heed, *, until=99, first=1, features="root", slower=0.01) -> str:
        """What boot does; the guest dies in stage `until`, after its `first` programs."""
        home.mkdir(parents=True)
        release = {"five": "5.10.1", "six": "6.1.0"}[kernel.name]
        host = {"kernel": release, "arch": "x86_64", "processor": "p", "filesystem": "tmpfs"}
        facts = {"features": [features], "host": host, "launch": slower}
        (home / "facts.json").write_text(json.dumps(facts))
        heed(guest_run._FACTS)
        number = 1
        while stage := (home / f"stage-{number}").read_text():
            stage = stage.replace(initramfs.OUTSIDE, str(home)).replace(initramfs.SCRATCH, str(self.root))
            for item in stage.split("\0")[: first if number == until else None]:
                subprocess.run(["/bin/sh", "-c", item], check=True, stdout=subprocess.DEVNULL)
            if number == until:
                return "it ended before its programs did: panic"
            heed(f"{guest_run._RAN} {number}")
            number += 1
        return ""

    def kernels(self, boot, *more: str) -> tuple[int, str, str]:
        words = [word for image in self.images for word in ("--kernel", str(image))]
        words += ["--build-dir", str(self.fake.build), "--no-build", "--output", str(self.root / "out"), *more]
        with (
            mock.patch.object(virtual_machine, "boot", boot),
            mock.patch.object(virtual_machine, "accelerator", lambda *_: EMULATION),
            mock.patch.object(virtual_machine, "NEEDS", ()),
            mock.patch.object(command.build, "install_missing", lambda needs: None),
        ):
            return run_cli("kernels", *words)

    def results(self) -> dict[str, dict]:
        """What was written, by kernel and run."""
        content = json.loads((self.root / "out" / "results.json").read_text())
        return {f"{run['host']['kernel']} {beside._runner(run)}": run for run in content["runs"]}

    def test_each_kernel_is_judged_by_its_own_lines(self):
        self.fake.program("path/openat/tagged", expectation=self.EXPECTATION, output="echo one")
        status, out, err = self.kernels(self.guest, "--runner", "native")
        self.assertEqual((status, err), (1, ""))
        self.assertIn("KVM does not work here", out)
        self.assertRegex(out, r"5\.10\.1 native +4 +0 +100")
        line = "fail on 6.1.0 (line 2: expected: new = 1, got no more)"
        self.assertIn(f"differs: native: path/openat/tagged: pass on 5.10.1; {line}\n", out)
        self.assertIn("refused: 6.1.0 native: path/openat/tagged", out)
        self.assertIn("6.1.0", (self.root / "out/report.html").read_text())
        self.assertIn("differs: ", (self.root / "out/kernels.txt").read_text())

    def test_an_engine_comes_after_native_and_is_not_judged_by_what_that_fails(self):
        self.fake.program("path/openat/lost", native="echo two")
        self.fake.program("path/openat/wrong", native="echo one", output="echo two")
        self.fake.program("path/openat/oracle", header="// Oracle: none\n")
        self.fake.program("path/openat/user", header="// REQUIRES: user\n")
        self.images = self.images[:1]
        status, out, err = self.kernels(self.guest, "--abi", "libc")
        self.assertEqual((status, err), (1, ""))
        ran = self.results()["5.10.1 wasmtime libc"]
        verdicts = {test["id"].rpartition("/")[2]: test["status"] for test in ran["tests"]}
        wanted = {"lost": "inapplicable", "wrong": "fail", "oracle": "pass", "user": "skip"}
        self.assertEqual(verdicts, {f"program-{n}": "pass" for n in range(3)} | wanted)
        self.assertTrue(ran["finished"])

    def test_programs_of_several_lines_are_judged_by_each(self):
        lines = "".join(f"// RUN: %launch %engine {word} | %check\n" for word in ("one", "two"))
        self.fake.program("path/openat/lines", header=lines, output="echo $1")
        self.images = self.images[:1]
        self.kernels(self.guest, "--runner", "native", "openat/lines")
        [test] = self.results()["5.10.1 native"]["tests"]
        self.assertEqual((test["status"], test["transcript"].splitlines()[0]), ("fail", "two"))

    def test_an_engine_prepares_a_module_once(self):
        prepare = 'prepare = ["/bin/sh", "-c", "echo made >> $0/made", "{cache_dir}"]\n'
        self.fake.write("source/runners/wasmtime.toml", self.ENGINE + prepare)
        self.kernels(self.guest, "--abi", "libc", "program-1")
        [made] = (self.fake.tree.cache_dir / "wasmtime").rglob("made")
        self.assertEqual(made.read_text(), "made\n")
        self.assertTrue(made.parent.with_suffix(".done").exists())
        self.assertEqual(self.results()["6.1.0 wasmtime libc"]["totals"]["pass"], 1)

    def test_limits_follow_from_how_slow_the_guest_is(self):
        seen: dict[str, list[float]] = {}

        def boot(kernel, home, *rest):
            problem = self.guest(kernel, home, *rest, slower=0.5)
            for stage in ("stage-1", "stage-2"):
                found = re.findall(r"--record \S*records --timeout (\S+)", (home / stage).read_text())
                seen[stage] = [float(seconds) for seconds in found]
            return problem

        with mock.patch.object(guest_facts, "launch_seconds", lambda *_: 0.1):
            self.kernels(boot, "--timeout", "7", "--abi", "libc", "program-1")
        self.assertEqual(seen["stage-1"], [35])
        self.assertEqual({run["options"]["timeout"] for run in self.results().values()}, {35})
        [engine] = seen["stage-2"]
        self.assertTrue(5 * 3 < engine <= 35, engine)

    def hang(self, until: str) -> None:
        """The engine's program-1 hangs unless the shell says `until`."""
        self.fake.program("path/openat/program-1", f"{until} || exec sleep 60; echo one", native="echo one")
        self.images = self.images[:1]

    def test_what_runs_out_of_its_limit_has_another_try(self):
        self.hang(f"rm {self.write('first')} 2>/dev/null && exec sleep 60; true")
        status, out, _ = self.kernels(self.guest, "--timeout", "3", "--abi", "libc", "program-1")
        self.assertEqual(status, 0, out)
        self.assertEqual(self.results()["5.10.1 wasmtime libc"]["totals"]["pass"], 1)

    def test_what_runs_out_of_it_twice_is_a_timeout(self):
        self.hang("false")
        with mock.patch.object(limits, "fair", lambda quiet: 9 * quiet):
            status, out, _ = self.kernels(self.guest, "--timeout", "1", "--abi", "libc", "program-1")
        self.assertEqual(status, 1, out)
        ran = self.results()["5.10.1 wasmtime libc"]
        [test] = ran["tests"]
        self.assertTrue(ran["finished"])
        self.assertEqual(test["status"], "timeout")
        self.assertIn(" --timeout 4 ", test["command"], "nine times would be silence for too long")

    def test_a_limit_that_no_other_try_followed_is_no_verdict(self):
        self.hang("false")
        words = ("--timeout", "1", "--abi", "libc", "program-1")
        with mock.patch.object(limits, "fair", lambda quiet: quiet):
            _, _, err = self.kernels(lambda *rest: self.guest(*rest, until=2, first=0), *words)
            self.assertIn("no results of wasmtime libc: 1 of 1 programs; ", err)
            _, _, err = self.kernels(lambda *rest: self.guest(*rest, until=3, first=0), *words)
        self.assertIn("no results of wasmtime libc: 1 of 1 programs; ", err)

    def test_a_run_in_which_nothing_can_be_run_is_finished(self):
        self.fake.program("path/openat/user", header="// REQUIRES: user\n")
        self.kernels(self.guest, "--abi", "libc", "openat/user")
        runs = self.results()
        self.assertEqual({name: run["totals"]["skip"] for name, run in runs.items()}, dict.fromkeys(runs, 1))
        self.assertTrue(all(run["finished"] for run in runs.values()))

    def test_a_guest_that_dies_keeps_its_results_and_the_next_one_runs(self):
        def boot(kernel, *rest):
            return self.guest(kernel, *rest, until=1 if kernel.name == "five" else 99)

        status, out, err = self.kernels(boot, "--runner", "native")
        self.assertEqual(status, 2)
        self.assertRegex(
            err,
            r"^wali-cts: error: five: it ended before its programs did: panic: "
            r"no results of native: 2 of 3 programs; .*console\.log has its words\n$",
        )
        self.assertRegex(out, r"5\.10\.1 native +1 ")
        self.assertRegex(out, r"6\.1\.0 native +3 ")
        self.assertFalse(self.results()["5.10.1 native"]["finished"])

    def test_runs_that_a_dead_guest_did_not_begin_are_named(self):
        self.images = self.images[:1]
        status, _, err = self.kernels(lambda *rest: self.guest(*rest, until=1), "--abi", "libc")
        self.assertIn("no results of native: 2 of 3 programs, wasmtime libc: all programs; ", err)

    def test_an_interrupt_keeps_what_there_is(self):
        def boot(kernel, *rest):
            problem = self.guest(kernel, *rest, until=1 if kernel.name == "six" else 99)
            if problem:
                raise KeyboardInterrupt
            return ""

        status, out, err = self.kernels(boot, "--runner", "native")
        self.assertEqual(status, 130)
        self.assertIn("six: interrupted: no results of native: 2 of 3 programs", err)
        self.assertRegex(out, r"5\.10\.1 native +3 ")
        self.assertRegex(out, r"6\.1\.0 native +1 ")

    def test_an_interrupt_while_the_last_programs_are_judged(self):
        judged, interrupts = guest_run.GuestRun._judged, [KeyboardInterrupt]

        def interrupted(guest, stage, number):
            if number == 2 and interrupts:
                raise interrupts.pop()
            return judged(guest, stage, number)

        with mock.patch.object(guest_run.GuestRun, "_judged", interrupted):
            status, out, err = self.kernels(self.guest, "--runner", "native")
        self.assertEqual((status, interrupts), (130, []))
        self.assertIn("five: interrupted; ", err)
        self.assertRegex(out, r"5\.10\.1 native +3 ")

    def full_disk(self, *places):
        """Below one of these no results are written."""
        replace = files.replace

        def replaced(path, data):
            if path.name == "results.json" and path.parent in places:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
            replace(path, data)

        return mock.patch.object(files, "replace", replaced)

    def test_a_disk_that_is_full_for_one_kernel(self):
        with self.full_disk(self.root / "out/five"):
            status, out, err = self.kernels(self.guest, "--runner", "native")
        self.assertEqual(status, 2)
        self.assertRegex(err, "^wali-cts: error: five: .*out/five/results.json: No space left on device; .*\n$")
        for kernel in ("5.10.1", "6.1.0"):
            self.assertEqual(self.results()[f"{kernel} native"]["totals"]["pass"], 3)

    def test_a_disk_that_is_full_in_the_end(self):
        with self.full_disk(self.root / "out"):
            status, out, err = self.kernels(self.guest, "--runner", "native")
        self.assertEqual((status, len(err.splitlines())), (2, 1))
        self.assertRegex(err, "out/results.json: No space left on device: ")
        self.assertRegex(out, r"5\.10\.1 native +3 ")

    def test_a_guest_that_can_be_told_nothing(self):
        """Such as on a full disk."""

        def boot(kernel, home, *rest):
            if kernel.name == "five":
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(home / "console.log"))
            return self.guest(kernel, home, *rest)

        status, out, err = self.kernels(boot, "--runner", "native")
        self.assertEqual((status, len(err.splitlines())), (2, 1))
        self.assertRegex(err, "five: .*console.log: No space left on device: no results of native")
        self.assertRegex(out, r"6\.1\.0 native +3 ")

    def test_an_interrupt_before_there_is_anything(self):
        def boot(*_):
            raise KeyboardInterrupt

        status, _, err = self.kernels(boot)
        self.assertEqual((status, len(err.splitlines())), (130, 1))

    def test_nothing_at_all(self):
        status, _, err = self.kernels(lambda *_: "it did not boot within 1 seconds")
        self.assertEqual((status, len(err.splitlines())), (2, 3))
        self.assertIn("no guest left any results", err)

    def test_a_guest_that_cannot_run_programs_takes_nothing_from_the_others(self):
        def boot(kernel, *rest):
            return self.guest(kernel, *rest, features="ipv6" if kernel.name == "six" else "root")

        status, out, err = self.kernels(boot, "--runner", "native")
        self.assertEqual((status, len(err.splitlines())), (2, 1))
        self.assertIn("six: the launcher cannot start a program as root in the guest: no results of ", err)
        self.assertRegex(out, r"5\.10\.1 native +3 ")

    def test_two_of_one_name(self):
        self.images = [self.write("a/bzImage"), self.write("b/bzImage")]
        status, _, err = self.kernels(lambda *_: "")
        self.assertEqual((status, len(err.splitlines())), (2, 1))
        self.assertIn("two kernels are called bzImage", err)

    def test_a_launcher_that_makes_no_record_is_not_the_engines_fault(self):
        self.fake.write("build/bin/wali-launch", "#!/bin/sh\necho 'cannot begin' >&2\nexit 2\n", 0o755)
        self.images = self.images[:1]
        with mock.patch.object(command, "_report", lambda tree, runs, output: runs[0]["totals"]["all"]):
            status, _, err = self.kernels(self.guest, "--runner", "native", "program-1")
        self.assertEqual(status, 2)
        self.assertRegex(err, "five: path/openat/program-1: the launcher made no record: .*wali-launch: cannot begin: no")

    def test_a_program_that_is_not_built(self):
        (self.fake.build / "suite/path/openat/program-1.native").unlink()
        status, _, err = self.kernels(lambda *_: self.fail("a guest was booted"), "--runner", "native")
        self.assertEqual(status, 2)
        self.assertIn("program-1.native is missing", err)


class GuestScript(Directory):
    """The script runs here: its directories lie elsewhere, and nothing is mounted."""

    def test_stages_one_after_the_other_and_then_the_end(self):
        tree = FakeTree(self).tree
        script = guest_run.script(tree, 2).replace(initramfs.OUTSIDE, str(self.root))
        self.write("stage-1", f"echo one; exit 3\0echo two >> {self.root}/two\0")
        self.write("stage-2", f"cat {self.root}/two\0")
        self.write("stage-3")
        script = script.replace("\nmount ", "\ntrue ").replace(initramfs.SCRATCH, "/tmp")
        ran = subprocess.run(["/bin/sh", "-c", script], capture_output=True, text=True, timeout=60)
        self.assertEqual(ran.stderr, "")
        said = [line.removeprefix(initramfs.SAID) for line in ran.stdout.splitlines()]
        self.assertEqual(said, ["facts", "one", "ran 1", "two", "ran 2"])

    def test_what_a_guest_says_of_itself(self):
        fake = FakeTree(self)
        said = guest_facts.facts(fake.tree.launcher, "/tmp")
        self.assertEqual(said["host"], machine.described("/tmp"))
        self.assertEqual(set(said["features"]) & {"root", "user"}, {"root", "user"})
        self.assertGreater(said["launch"], 0)


class Doctor(unittest.TestCase):
    def test_a_kernel_that_is_too_old(self):
        for kernel, good, word in (((5, 4), False, "FAIL"), ((5, 10), True, "ok")):
            said = io.StringIO()
            with mock.patch.object(doctor, "running_kernel", lambda: kernel), contextlib.redirect_stdout(said):
                self.assertEqual(doctor._kernel(), good)
            self.assertTrue(said.getvalue().startswith(word), said.getvalue())
            self.assertEqual("5.10 and later" in said.getvalue(), not good)


if __name__ == "__main__":
    unittest.main()
