"""The wheel, installed in a fresh virtual environment, and the source release."""

import importlib.util
import os
import shutil
import subprocess
import sys
import unittest
import zipfile

from driver.basics.errors import UserError
from driver.basics.files import shown_size
from driver.building import source, wheel
from driver.suite.layout import Tree, version
from driver.tests.support import FakeTree, has_lit_and_filecheck, without_progress
from driver.tests.test_bundle import bundled_tree


@unittest.skipUnless(
    has_lit_and_filecheck() and shutil.which("dpkg"), "needs lit and FileCheck from Debian's packages"
)
class Wheel(unittest.TestCase):
    def setUp(self):
        self.fake = bundled_tree(self)

    def make(self, directory="out"):
        """The wheel that the command writes."""
        path = self.fake.root / directory
        status, _, errors = self.fake.run("release", str(path), "--wheel", "--no-build", "--without-engine")
        self.assertEqual((status, errors), (0, ""))
        [made] = path.glob("*.whl")
        return made

    def test_a_small_file_has_a_size_too(self):
        path = self.fake.root / "out"
        _, out, _ = self.fake.run("release", str(path), "--wheel", "--no-build", "--without-engine")
        self.assertIn(f"{path}/SHA256SUMS: {(path / 'SHA256SUMS').stat().st_size} bytes\n", out)
        sizes = {999: "999 bytes", 1000: "1.0 kB", 999_949: "999.9 kB", 999_950: "1.0 MB", 17_940_000: "17.9 MB"}
        self.assertEqual({octets: shown_size(octets) for octets in sizes}, sizes)

    def test_same_bytes_whenever_and_wherever(self):
        first = self.make().read_bytes()
        for path in self.fake.source.rglob("*"):
            os.utime(path, (10**9, 10**9))
        self.assertEqual(self.make("again").read_bytes(), first)

    def test_the_record_names_every_file(self):
        made = self.make()
        self.assertRegex(made.name, r"^wali_cts-0\.0\.1-py3-none-manylinux_2_\d+_\w+\.whl$")
        with zipfile.ZipFile(made) as archive:
            names = archive.namelist()
            record = archive.read("wali_cts-0.0.1.dist-info/RECORD").decode()
        self.assertEqual(sorted(line.split(",")[0] for line in record.splitlines()), sorted(names))
        self.assertIn("wali_cts/bundle/MANIFEST.sha256", names)

    def test_what_the_programs_ask_of_the_c_library_is_in_the_name(self):
        program = {"build/bin/wali-wasmtime": b"\x7fELF GLIBC_2.9\0GLIBC_2.34\0", "build/bin/x": b"\x7fELF GLIBC_9.9\0"}
        self.assertRegex(wheel.name("1", program), "^wali_cts-1-py3-none-manylinux_2_34_")

    @unittest.skipUnless(importlib.util.find_spec("ensurepip"), "this Python cannot make a virtual environment")
    def test_it_runs_from_a_fresh_virtual_environment(self):
        made, venv = self.make(), self.fake.root / "venv"
        subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True, capture_output=True)
        words = [str(venv / "bin/pip"), "install", "--no-index", "--no-deps", str(made)]
        installed = subprocess.run(words, capture_output=True, text=True)
        self.assertEqual(installed.returncode, 0, installed.stderr)
        shutil.rmtree(self.fake.source)
        shutil.rmtree(self.fake.build)
        here = self.fake.root / "empty"
        here.mkdir()
        before = self.files(venv)
        self.assertEqual(self.type(venv, here, "--version").stdout, f"wali-cts {version()}\n")
        ran = self.type(venv, here, "run", "--runner", "engine", "--abi", "libc")
        self.assertEqual((ran.returncode, without_progress(ran.stderr)), (1, ""), ran.stdout)
        self.assertRegex(ran.stdout, r"engine libc +2 +1 +66\.6%")
        self.assertTrue((here / "wali-cts-output/results/report.html").exists())
        self.assertEqual(self.files(venv), before, "nothing is written to where it is installed")

    def type(self, venv, directory, *words):
        command = [str(venv / "bin/wali-cts"), *words]
        environment = {"PATH": "/usr/bin:/bin", "TMPDIR": str(self.fake.root), "HOME": str(directory)}
        return subprocess.run(command, capture_output=True, text=True, cwd=directory, env=environment)

    def files(self, venv):
        return {p for p in venv.rglob("*") if p.is_file() and "__pycache__" not in p.parts}


class Source(unittest.TestCase):
    def setUp(self):
        self.fake = FakeTree(self)

    def git(self, *words):
        identity = ["-c", "user.name=test", "-c", "user.email=test@example.org"]
        subprocess.run(["git", *identity, *words], cwd=self.fake.source, check=True, capture_output=True)

    def test_it_is_what_the_commit_holds(self):
        self.fake.write("source/harness/wali-cts", "#!/bin/sh\n", 0o755)
        self.git("init")
        self.git("add", ".")
        self.git("commit", "-m", "all")
        self.fake.write("source/untracked", "")
        files = source.collect(self.fake.tree)
        self.assertEqual(files["harness/wali-cts"], b"#!/bin/sh\n")
        self.assertNotIn("untracked", files)
        self.fake.write("source/harness/wali-cts", "changed")
        Tree.provenance.cache_clear()
        with self.assertRaisesRegex(UserError, "files differ from the commit"):
            source.collect(self.fake.tree)

    def test_without_git_there_is_none(self):
        with self.assertRaisesRegex(UserError, "is no git checkout"):
            source.collect(self.fake.tree)

    def test_a_bundle_makes_no_release(self):
        self.fake.write("source/MANIFEST.sha256", "")
        status, _, err = self.fake.run("release", str(self.fake.root / "out"))
        self.assertEqual(status, 2)
        self.assertIn("is a bundle", err)


if __name__ == "__main__":
    unittest.main()
