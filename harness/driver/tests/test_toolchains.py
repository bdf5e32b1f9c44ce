"""Other compilers for the modules: wasi-sdk in its two ways, and the verdicts of their modules."""

import os
import re
import subprocess
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from driver.basics.errors import UserError
from driver.building import build, toolchains
from driver.building.toolchains import Toolchain
from driver.commands import toolchains as command
from driver.suite import tools
from driver.suite.layout import SOURCE_DIR, Tree, version
from driver.tests.support import FakeTree, built_tree, has_lit_and_filecheck, run_cli

PROGRAM = "path/openat/excl-refuses-existing"


def distribution() -> tuple[Path, Path] | None:
    """The directory of the distribution's compiler and linker, and its headers of libc++."""
    compiler, headers = tools.newest("clang++"), build._libcxx()
    return (Path(compiler).resolve().parent, Path(headers)) if compiler and headers else None


@unittest.skipUnless(built_tree() and distribution(), "the project, or a compiler for wasm32, is not here")
class WasiSdk(unittest.TestCase):
    """A prefix laid out as wasi-sdk's releases are, made of the distribution's packages."""

    def setUp(self):
        self.root = Path(tempfile.mkdtemp(prefix="wali-sdk-"))
        self.addCleanup(subprocess.run, ["rm", "-rf", str(self.root)])
        self.sdk, self.build = self.root / "wasi-sdk", self.root / "build"
        toolchains.lay_out(self.sdk, *distribution(), "99.0")
        cache = (built_tree().build_dir / "CMakeCache.txt").read_text()
        engine = re.search(r"^WASMTIME_C_API:PATH=(.+)$", cache, re.MULTILINE)
        self.more = [f"-DWASMTIME_C_API={engine[1]}"] if engine else []

    def configure(self, *options, **environment):
        words = ["cmake", "-G", "Ninja", "-S", str(SOURCE_DIR), "-B", str(self.build), *self.more, *options]
        return subprocess.run(words, capture_output=True, text=True, env=os.environ | environment)

    def entries(self):
        cache = (self.build / "CMakeCache.txt").read_text()
        return dict(re.findall(r"^(GUEST_\w+|CMAKE_CXX_COMPILER|CMAKE_TOOLCHAIN_FILE):\w+=(.*)$", cache, re.MULTILINE))

    def check(self):
        entries = self.entries()
        self.assertEqual(entries["GUEST_CXX"], str(self.sdk / "bin/clang++"))
        self.assertEqual(entries["GUEST_LINKER"], str(self.sdk / "bin/wasm-ld"))
        self.assertTrue(entries["GUEST_LIBCXX_INCLUDE"].startswith(str(self.sdk / "share/wasi-sysroot")))
        self.assertNotIn(str(self.sdk), entries["CMAKE_CXX_COMPILER"], "the rest is this machine's")

    def test_by_its_path_and_a_module_is_made(self):
        ran = self.configure(f"-DWASI_SDK_PATH={self.sdk}")
        self.assertEqual(ran.returncode, 0, ran.stderr)
        self.check()
        words = ["ninja", "-C", str(self.build), f"suite/{PROGRAM}.libc.wasm"]
        made = subprocess.run(words, capture_output=True, text=True)
        self.assertEqual(made.returncode, 0, made.stdout)
        self.assertTrue((self.build / f"suite/{PROGRAM}.libc.wasm").read_bytes().startswith(b"\0asm"))

    def test_by_its_toolchain_file(self):
        file = self.sdk / "share/cmake/wasi-sdk.cmake"
        ran = self.configure(f"-DCMAKE_TOOLCHAIN_FILE={file}")
        self.assertEqual(ran.returncode, 0, ran.stderr)
        self.check()

    def test_by_its_toolchain_file_in_the_environment(self):
        ran = self.configure(CMAKE_TOOLCHAIN_FILE=str(self.sdk / "share/cmake/wasi-sdk.cmake"))
        self.assertEqual(ran.returncode, 0, ran.stderr)
        self.check()

    def test_by_the_environment_also_for_a_tree_that_is_there(self):
        self.assertEqual(self.configure().returncode, 0)
        self.assertNotIn(str(self.sdk), self.entries()["GUEST_CXX"])
        tree = Tree(SOURCE_DIR, self.build)
        with mock.patch.dict(os.environ, {"WASI_SDK_PATH": str(self.sdk)}):
            build.ensure(tree, ["build.ninja"])
            self.check()
            self.assertEqual(build._wasi_sdk_option(tree), [], "it has it now")

    def test_a_toolchain_file_that_does_not_exist(self):
        ran = self.configure("-DCMAKE_TOOLCHAIN_FILE=/nonexistent/share/cmake/wasi-sdk.cmake")
        self.assertNotEqual(ran.returncode, 0)
        self.assertIn("does not exist", ran.stderr)


class Environment(unittest.TestCase):
    def test_a_path_that_holds_no_compiler_is_not_passed_over(self):
        with mock.patch.dict(os.environ, {"WASI_SDK_PATH": "/nonexistent"}):
            with self.assertRaisesRegex(UserError, "guest compiler.*; WASI_SDK_PATH=/nonexistent is no whole wasi-sdk"):
                build.install_missing()


@unittest.skipUnless(has_lit_and_filecheck(), "needs lit and FileCheck")
class Verdicts(unittest.TestCase):
    """Modules that fare otherwise are named."""

    def setUp(self):
        self.fake = FakeTree(self)
        self.other = FakeTree(self)
        for tree in (self.fake, self.other):
            tree.write("source/runners/wasmtime.toml", (SOURCE_DIR / "runners/wasmtime.toml").read_text())
            tree.write("build/bin/wali-wasmtime", '#!/bin/sh\n[ "$1" = --compile-only ] || exec /bin/sh "$3"\n', 0o755)
            tree.program("path/openat/one")
            tree.program("path/openat/two")

    def compare(self):
        toolchain = Toolchain("clang-0", self.fake.root)
        with mock.patch.object(Toolchain, "build", lambda _self, _tree, _programs: self.other.tree):
            return command.compare(self.fake.tree, toolchain, self.fake.tree.programs(), 2)

    def test_the_same(self):
        outcome = self.compare()
        self.assertEqual((outcome.same, outcome.differing), (4, []))

    def test_another(self):
        self.other.program("path/openat/two", "echo three", native="echo one")
        outcome = self.compare()
        words = "path/openat/two: fail instead of pass: line 1: expected: one, got: three"
        self.assertEqual(outcome.same, 2)
        self.assertEqual(outcome.differing, [f"libc {words}", f"spec2026 {words}"])


class CommandLine(unittest.TestCase):
    def test_the_version_is_said_everywhere(self):
        self.assertEqual(run_cli("--version"), (0, f"wali-cts {version()}\n", ""))

    @unittest.skipUnless(built_tree(), "the project is not built")
    def test_by_the_programs_too(self):
        for name in ("wali-launch", "wali-wasmtime"):
            words = [str(built_tree().build_dir / "bin" / name), "--version"]
            said = subprocess.run(words, capture_output=True, text=True).stdout
            self.assertRegex(said, rf"^{name} {re.escape(version())}( |\n)")
        self.assertEqual(built_tree().build_info()["version"], version())

    def test_what_is_wrong_is_one_line(self):
        for words in (["rnu"], ["run", "--workers", "9999"], ["run", "--nosuch"], ["gate"], []):
            status, out, err = run_cli(*words)
            self.assertEqual((status, out, len(err.splitlines())), (2, "", 1), err)
            self.assertRegex(err, r"^wali-cts: error: .*\(`wali-cts.* --help` shows the usage\)$")


if __name__ == "__main__":
    unittest.main()
