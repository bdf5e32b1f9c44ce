"""list and doctor, the sources' comments, progress, and the tree."""

import contextlib
import io
import json
import os
import re
import signal
import unittest
from dataclasses import replace
from unittest import mock

from driver.basics.errors import UserError
from driver.basics.progress import Progress
from driver.building import build
from driver.examining import steps
from driver.suite.program import read_program
from driver.tests.support import FakeTree, run_cli


class Listing(unittest.TestCase):
    def setUp(self):
        self.fake = FakeTree(self)
        self.fake.program("path/openat/one")
        self.fake.program("path/openat/two", header="// REQUIRES: root, ipv6\n")
        self.fake.program("scenario/shell/three")

    def list(self, *arguments):
        return run_cli("list", "--build-dir", str(self.fake.build), *arguments)

    def test_programs_with_their_sentences(self):
        _, out, _ = self.list()
        self.assertEqual(len(out.splitlines()), 3)
        self.assertRegex(out, r"(?m)^path/openat/one +It does something\.$")
        self.assertEqual(len(self.list("openat")[1].splitlines()), 2)

    def test_a_pattern_that_matches_nothing_is_told_after_what_others_match(self):
        status, out, err = self.list("nosuch", "shell", "neither", "nosuch")
        self.assertEqual((status, out), (2, "scenario/shell/three  It does something.\n"))
        self.assertEqual(
            err, "wali-cts: error: no program matches 'nosuch' or 'neither'; `harness/wali-cts list` shows them\n"
        )
        status, out, _ = self.list("--json", "nosuch", "shell")
        self.assertEqual((status, [entry["id"] for entry in json.loads(out)]), (2, ["scenario/shell/three"]))
        self.assertEqual(self.list("nosuch")[:2], (2, ""))

    def test_json(self):
        entries = json.loads(self.list("--json")[1])
        self.assertEqual(entries[1]["requires"], ["root", "ipv6"])
        self.assertEqual(entries[0]["covers"], ["openat something"])

    def test_the_index_of_behaviour(self):
        clause = '[[openat]]\npage = "openat(2), NOTES"\nsays = "It does {}."\n{}\n'
        text = clause.format("one thing", 'shown = ["path/openat/one"]') + clause.format("another", "shown = []")
        self.fake.write("source/suite/path/behaviour.toml", text + clause.format("a third", 'none = "a reason"'))
        status, out, _ = self.list("--behaviour", "openat")
        self.assertEqual(status, 0)
        self.assertEqual(
            out.splitlines(),
            [
                "path/openat",
                "  It does one thing. (openat(2), NOTES)",
                "      path/openat/one",
                "  It does another. (openat(2), NOTES)",
                "      no program yet",
                "  It does a third. (openat(2), NOTES)",
                "      none: a reason",
                "3 behaviours: 1 shown, 1 that no program can show, 1 without a program yet",
            ],
        )
        self.assertEqual(len(json.loads(self.list("--behaviour", "--json")[1])), 3)
        self.assertEqual(self.list("--behaviour", "nosuch")[:2], (2, ""))
        status, matched, message = self.list("--behaviour", "nosuch", "openat")
        self.assertEqual((status, matched), (2, out))
        self.assertIn("no call of the index of behaviour matches 'nosuch': the index covers calls of ", message)

    def test_calls_without_programs(self):
        status, out, _ = self.list("--calls")
        self.assertEqual(status, 0)
        self.assertRegex(out, r"(?m)^path +openat +2$")
        self.assertRegex(out, r"(?m)^file +read +-$")
        self.assertIn("1 of 4 calls have programs; 3 programs in all", out)
        self.assertEqual(self.list("--calls", "--require-all")[0], 1)


class Sources(unittest.TestCase):
    def setUp(self):
        self.fake = FakeTree(self)

    def read(self, text):
        return read_program(self.fake.write("x.cpp", text), "path/openat/x")

    def test_comments(self):
        program = self.read(
            "// It does this,\n// and that.\n// Covers: openat EEXIST, O_EXCL\n// Covers: read at the end\n"
            "// Oracle: ABI.md, Values\n// REQUIRES: root, ipv6\n// RUN: %run | %check\n\n"
            "// Covers: not this\nvoid test();\n"
        )
        self.assertEqual(program.title, "It does this, and that.")
        self.assertEqual(
            program.covers, (("openat", "EEXIST", 3), ("openat", "O_EXCL", 3), ("read", "at the end", 4))
        )
        self.assertEqual(program.oracle, "ABI.md, Values")
        self.assertEqual(program.requires, ("root", "ipv6"))
        self.assertEqual(program.run_lines, ("%run | %check",))

    def test_fstatat_is_one_call_under_two_names(self):
        calls = self.fake.tree.calls()
        self.assertEqual(calls["fstatat"].revisions, ("libc", "spec2026"))
        self.assertNotIn("newfstatat", calls)

    def test_a_program_that_links_a_call_belongs_to_the_revisions_that_have_it(self):
        source = self.fake.write("x.cpp", "// It links.\n")
        for program, revisions in (("alarm", {"libc"}), ("fstatat", {"libc", "spec2026"})):
            of_call = read_program(source, f"abi/names/{program}")
            self.assertEqual({abi for abi in ("libc", "spec2026") if self.fake.tree.has_module(of_call, abi)}, revisions)
        self.assertTrue(self.fake.tree.has_module(read_program(source, "abi/values/alarm"), "spec2026"))


class Doctor(unittest.TestCase):
    def setUp(self):
        self.fake = FakeTree(self)

    def doctor(self, adapter):
        self.fake.write("source/runners/engine.toml", adapter)
        return run_cli("doctor", "--build-dir", str(self.fake.build), "--no-build", "--runner", "engine")[1]

    def test_the_machine(self):
        out = run_cli("doctor", "--build-dir", str(self.fake.build))[1]
        for word in ("python", "FileCheck", "kernel", "file system", "ns-root", "ipv6"):
            self.assertIn(word, out)

    def test_why_engines_are_not_isolated(self):
        said = "the kernel makes no namespaces for us: Operation not permitted"
        launcher = f"#!/bin/sh\necho 'wali-launch: {said}' >&2\nexit 2\n"
        self.fake.write("build/bin/wali-launch", launcher, 0o755)
        out = run_cli("doctor", "--build-dir", str(self.fake.build))[1]
        self.assertRegex(out, rf"(?m)^note  namespaces +{said}: an engine is not isolated")

    def test_a_tool_that_does_not_run(self):
        path = str(self.fake.write("bin/tool", "#!/bin/sh\necho 'error: no override and no default' >&2\nexit 1\n", 0o755))
        with mock.patch.object(build, "NEEDS", (build.Need("cargo", lambda: path, None, "install Rust"),)):
            out = run_cli("doctor", "--build-dir", str(self.fake.build))[1]
        self.assertRegex(out, r"(?m)^FAIL +cargo +.*bin/tool does not run: `--version` says: error: no override")

    def tools(self, *needs, **environment):
        """The exit status, and the lines about tools, if these are what the build needs."""
        with mock.patch.object(build, "NEEDS", needs), mock.patch.dict("os.environ", environment):
            status, out, _ = run_cli("doctor", "--build-dir", str(self.fake.build))
        return status, [line for line in out.splitlines() if re.match("(FAIL|note|     ) ", line)]

    def test_what_to_do_about_missing_tools_is_said_once(self):
        needs = [build.Need(name, lambda: None, package) for name, package in (("lit", "l"), ("FileCheck", "l"), ("g++", "g"))]
        with mock.patch("shutil.which", lambda tool, **_: f"/usr/bin/{tool}"), mock.patch("os.geteuid", lambda: 1000):
            status, lines = self.tools(*needs)
        self.assertEqual(status, 1)
        self.assertEqual([line.split()[:3] for line in lines[:3]], [["FAIL", need.name, "missing"] for need in needs])
        self.assertEqual(lines[3:], ["      run: sudo apt-get install -y l g"])
        with mock.patch("shutil.which", return_value=None):
            lines = self.tools(*needs)[1]
        self.assertEqual(lines[3:], ["      install them with this system's package manager"])

    def test_cargo_is_needed_only_where_wasmtime_is_not_built(self):
        [cargo] = [replace(need, find=lambda: None) for need in build.NEEDS if need.name == "cargo"]
        status, lines = self.tools(cargo, XDG_CACHE_HOME=str(self.fake.root))
        self.assertEqual((status, lines[0].split()), (1, ["FAIL", "cargo", "missing"]))
        self.assertEqual(lines[1:], [f"      {cargo.otherwise}"])
        self.fake.write("build/CMakeCache.txt", "WASMTIME_C_API:PATH=/opt/wasmtime\n")
        lines = self.tools(cargo, XDG_CACHE_HOME=str(self.fake.root))[1]
        self.assertTrue(lines[0].endswith("and /opt/wasmtime is built"), lines)
        self.fake.write("build/CMakeCache.txt", "WASMTIME_C_API:PATH=\n")
        library = self.fake.write("wali-cts/wasmtime-1-a/lib/libwasmtime.a", "")
        status, lines = self.tools(cargo, XDG_CACHE_HOME=str(self.fake.root))
        self.assertEqual(status, 0)
        self.assertEqual(lines, [f"note  {'cargo':20} missing: only building Wasmtime needs it, and {library} is built"])

    def test_an_engine_that_starts(self):
        out = self.doctor('name = "engine"\ncommand = ["/bin/true", "{module}"]\nversion = ["echo", "e 7"]\n')
        self.assertRegex(out, r"ok +version +e 7")
        self.assertRegex(out, r"ok +start +a module that does nothing")

    def test_an_engine_that_does_not(self):
        out = self.doctor('name = "engine"\ncommand = ["/bin/ls", "/nonexistent", "{module}"]\n')
        self.assertRegex(out, r"note +version +the adapter has no `version`")
        self.assertRegex(out, r"FAIL +start +crash: .*exit status 2: .*nonexistent")
        out = self.doctor('name = "engine"\ncommand = ["no-such-engine", "{module}"]\n')
        self.assertRegex(out, r"FAIL +engine +runner engine: no-such-engine is not on PATH; give its path")

    def test_a_version_command_that_fails(self):
        out = self.doctor('name = "engine"\ncommand = ["/bin/true", "{module}"]\nversion = ["false"]\n')
        self.assertRegex(out, r"FAIL +version +its version command failed: look at `version`")

    def test_the_trivial_module_has_walis_shape(self):
        module = steps.TRIVIAL_MODULE
        self.assertEqual(module[:8], b"\0asm\1\0\0\0")
        sections, position = [], 8
        while position < len(module):
            sections.append(module[position])
            position += 2 + module[position + 1]
        self.assertEqual((sections, position), ([1, 3, 5, 7, 10], len(module)))


class Installing(unittest.TestCase):
    GONE = build.Need("some tool", lambda: None, "some-package-{llvm}")

    def test_without_root_the_command_is_named(self):
        with mock.patch.object(build, "NEEDS", (self.GONE,)), mock.patch("os.geteuid", return_value=1000):
            with self.assertRaisesRegex(
                UserError, r"missing: some tool; run: sudo apt-get install -y some-package-\d+"
            ):
                build.install_missing()

    def test_what_apt_does_not_have_is_left_to_cmake(self):
        rust = build.Need("cargo", lambda: None, None, "install Rust with rustup")
        with mock.patch.object(build, "NEEDS", (rust,)):
            build.install_missing()

    def test_with_root_it_is_installed(self):
        ran = []
        with (
            mock.patch.object(build, "NEEDS", (self.GONE,)),
            mock.patch("os.geteuid", return_value=0),
            mock.patch("shutil.which", lambda tool: f"/usr/bin/{tool}"),
            mock.patch.object(build, "_quietly", lambda command, label: ran.append(command)),
        ):
            build.install_missing()
        self.assertEqual([command[1] for command in ran], ["update", "install"])
        self.assertTrue(ran[1][-1].startswith("some-package-"))


class Building(unittest.TestCase):
    def test_the_first_error_is_shown_and_not_the_last_notes(self):
        fake = FakeTree(self)
        notes = "".join(f"y.h:{n}: note: candidate\n" for n in range(60))
        fake.write("log", f"[1/2] Compiling x\nx.cpp:1: error: no such name\n{notes}ninja: build stopped\n")
        out = io.StringIO()
        with contextlib.redirect_stdout(out), self.assertRaisesRegex(UserError, "building failed: .*build.log"):
            build._step(["sh", "-c", f"cat {fake.root}/log; exit 1"], fake.tree, "building")
        self.assertTrue(out.getvalue().startswith("x.cpp:1: error: no such name\n"), out.getvalue())


    def test_an_interrupt_ends_what_builds(self):
        """The one of this process alone, as `kill` sends it: another command may build in the tree now."""
        fake = FakeTree(self)
        words = ["sh", "-c", f"echo $$ >{fake.root}/pid; echo begun; exec sleep 60"]
        with mock.patch.object(Progress, "update", side_effect=KeyboardInterrupt), self.assertRaises(KeyboardInterrupt):
            build._step(words, fake.tree, "building")
        with self.assertRaises(ProcessLookupError):
            os.kill(int((fake.root / "pid").read_text()), signal.SIGKILL)


class Showing(unittest.TestCase):
    def test_a_terminal_has_one_line_that_changes(self):
        stream = io.StringIO()
        stream.isatty = lambda: True
        progress = Progress(stream)
        progress.update("1 of 2")
        progress.update("2 of 2")
        progress.done("done")
        self.assertEqual(stream.getvalue(), "\r\033[K1 of 2\r\033[K2 of 2\r\033[Kdone\n")

    def test_elsewhere_a_line_every_few_seconds(self):
        stream = io.StringIO()
        progress = Progress(stream)
        with mock.patch("time.monotonic", side_effect=[progress._last + s for s in (1, 6, 7, 12)]):
            for i in range(4):
                progress.update(f"{i} of 4")
        self.assertEqual(stream.getvalue(), "1 of 4\n3 of 4\n")


class WrongWords(unittest.TestCase):
    def test_an_unknown_option_leads_to_the_commands_own_help(self):
        for words, command in ((("run", "-f", "open"), "run"), (("gate", "x", "--baseline", "y", "--old"), "gate")):
            status, out, err = run_cli(*words)
            self.assertEqual((status, out), (2, ""))
            self.assertRegex(err, rf"^wali-cts: error: unrecognized arguments: -.* \(`wali-cts {command} --help` shows")

    def test_no_directory_for_temporary_files(self):
        fake = FakeTree(self)
        with (
            mock.patch("tempfile.tempdir", None),
            mock.patch("tempfile._candidate_tempdir_list", return_value=["/proc/nowhere"]),
        ):
            status, _, err = run_cli("doctor", "--build-dir", str(fake.build))
        self.assertEqual(status, 2)
        self.assertEqual(
            err,
            "wali-cts: error: No usable temporary directory found in ['/proc/nowhere']: "
            "set TMPDIR to a directory that you can write to\n",
        )

    def test_a_directory_is_no_runner(self):
        fake = FakeTree(self)
        fake.program("path/openat/one")
        status, _, err = fake.run("run", "--runner", str(fake.build))
        self.assertEqual(status, 2)
        self.assertIn("name one of engine, native, or an adapter file ending in .toml or .py", err)


if __name__ == "__main__":
    unittest.main()
