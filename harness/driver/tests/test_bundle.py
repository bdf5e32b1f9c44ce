"""The bundle: the same bytes each time, complete by itself, and nothing in it may differ."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tarfile
import unittest
from pathlib import Path

from driver.basics.errors import UserError
from driver.building import licenses, linked_program
from driver.suite import manifest
from driver.suite.layout import SOURCE_DIR
from driver.tests.support import FakeTree, built_tree, has_lit_and_filecheck, without_progress

# Of this project's tree, what a bundle takes beside the programs.
_TAKEN = ("LICENSE", "README.md", "lit.cfg.py", "harness/VERSION", "harness/wali-cts")


def bundled_tree(test: unittest.TestCase) -> FakeTree:
    """A tree with this project's driver and three programs."""
    fake = FakeTree(test)
    for name in _TAKEN:
        target = fake.source / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(SOURCE_DIR / name, target)
    shutil.copytree(
        SOURCE_DIR / "harness" / "driver",
        fake.source / "harness" / "driver",
        ignore=shutil.ignore_patterns("tests", "__pycache__"),
    )
    fake.program("path/openat/one")
    fake.program("path/openat/two", output="echo two", native="echo one")
    fake.program("file/read/three", output="echo three", expectation="CHECK: three\n", native="echo three")
    return fake


@unittest.skipUnless(
    has_lit_and_filecheck() and shutil.which("dpkg"), "needs lit and FileCheck from Debian's packages"
)
class BundleTest(unittest.TestCase):
    def setUp(self) -> None:
        self.fake = bundled_tree(self)

    def bundle(self, name: str = "bundle.tar.gz") -> Path:
        path = self.fake.root / name
        status, _, errors = self.fake.run("bundle", str(path), "--no-build", "--without-engine")
        self.assertEqual((status, errors), (0, ""))
        return path

    made: bytes | None = None

    def unpacked(self) -> Path:
        """The tree's bundle, unpacked elsewhere, without the tree that it was made from. It is made once for all
        tests: their trees are the same, and test_same_bytes_whenever_and_wherever shows that the bundle is too."""
        if not BundleTest.made:
            BundleTest.made = self.bundle().read_bytes()
        with tarfile.open(fileobj=io.BytesIO(BundleTest.made)) as tar:
            tar.extractall(self.fake.root / "elsewhere", filter="tar")
        shutil.rmtree(self.fake.source)
        shutil.rmtree(self.fake.build)
        (unpacked,) = (self.fake.root / "elsewhere").iterdir()
        return unpacked

    def run_in(self, bundle: Path, *words: str) -> subprocess.CompletedProcess:
        """Runs the bundle's own driver where neither lit nor FileCheck are to be found."""
        environment = {"PATH": str(self.fake.root / "bin"), "TMPDIR": str(self.fake.root)}
        (self.fake.root / "bin").mkdir(exist_ok=True)
        for tool in ("sh", "echo", "uname"):
            link = self.fake.root / "bin" / tool
            if not link.exists():
                link.symlink_to(shutil.which(tool))
        command = [sys.executable, str(bundle / "harness" / "wali-cts"), *words]
        return subprocess.run(command, capture_output=True, text=True, env=environment, cwd="/")

    def run_suite(self, bundle: Path) -> subprocess.CompletedProcess:
        return self.run_in(bundle, "run", "--runner", "engine", "--abi", "libc")

    def test_same_bytes_whenever_and_wherever(self):
        first = self.bundle("first.tar.gz").read_bytes()
        for path in self.fake.source.rglob("*"):
            os.utime(path, (10**9, 10**9))  # modules stay newer than their sources
        umask = os.umask(0o077)
        self.addCleanup(os.umask, umask)
        self.assertEqual(self.bundle("second.tgz").read_bytes(), first)

    def test_what_a_bundle_cannot_do_is_said(self):
        bundle = self.unpacked()
        for command in ("bench", "fuzz", "test"):
            ran = self.run_in(bundle, command)
            self.assertEqual(ran.returncode, 2)
            self.assertRegex(ran.stderr, r"^wali-cts: error: a bundle has no .*\n$")

    def test_another_module_is_another_bundle(self):
        first = self.bundle("first.tar.gz").read_bytes()
        module = self.fake.tree.module("path/openat/one", "libc")
        module.write_text(module.read_text() + "#\n")
        self.assertNotEqual(self.bundle("second.tar.gz").read_bytes(), first)

    def test_manifest_names_every_file(self):
        bundle = self.unpacked()
        files = {p.relative_to(bundle).as_posix() for p in bundle.rglob("*") if p.is_file()}
        self.assertEqual(files - {manifest.NAME}, set(manifest.load(bundle)))
        for expected in ("build/suite/path/openat/one.libc.wasm", "build/suite/path/openat/one.spec2026.wasm",
                         "build/suite/path/openat/one.native", "expected/path/openat/one.check",
                         "build/abi.json", "build/bin/wali-launch", "build/bin/FileCheck"):  # fmt: skip
            self.assertIn(expected, files)
        for library in ("llvm", "nlohmann"):
            self.assertTrue(any(name.startswith("licenses/") and library in name for name in files), library)
        checked = subprocess.run(
            ["sha256sum", "--quiet", "--check", manifest.NAME], cwd=bundle, capture_output=True
        )
        self.assertEqual((checked.returncode, checked.stdout), (0, b""))

    def test_runs_by_itself(self):
        bundle = self.unpacked()
        ran = self.run_suite(bundle)
        self.assertEqual((ran.returncode, without_progress(ran.stderr)), (1, ""), ran.stdout)
        self.assertIn("fail: engine libc: path/openat/two: line 1: expected: one, got: two", ran.stdout)
        self.assertRegex(ran.stdout, r"engine libc +2 +1 +66\.6%")
        self.assertTrue((bundle / "build" / "results" / "report.html").exists())

    def test_altered_files_are_not_judged(self):
        bundle = self.unpacked()
        for name in ("build/suite/file/read/three.libc.wasm", "build/suite/file/read/three.native",
                     "expected/file/read/three.check", "suite/file/read/three.cpp"):  # fmt: skip
            with self.subTest(name):
                path = bundle / name
                content = path.read_bytes()
                path.write_bytes(content + b"\n")
                ran = self.run_suite(bundle)
                self.assertEqual(ran.returncode, 2, ran.stdout)
                self.assertIn(f"{name} differs from MANIFEST.sha256", ran.stderr)
                path.write_bytes(content)
        (bundle / "build/suite/file/read/three.libc.wasm").unlink()
        self.assertIn("unpack the bundle again", self.run_suite(bundle).stderr)

    def test_file_of_another_time_is_the_same_file(self):
        bundle = self.unpacked()
        os.utime(bundle / "suite/file/read/three.cpp")
        self.assertEqual(self.run_suite(bundle).returncode, 1)

    def test_foreign_program_is_refused(self):
        bundle = self.unpacked()
        shutil.copy(bundle / "suite/file/read/three.cpp", bundle / "suite/file/read/four.cpp")
        shutil.copy(bundle / "expected/file/read/three.check", bundle / "expected/file/read/four.check")
        self.assertIn("does not belong to this bundle", self.run_suite(bundle).stderr)

    def test_doctor_looks_at_all_files(self):
        bundle = self.unpacked()
        self.assertRegex(self.run_in(bundle, "doctor").stdout, r"ok +bundle +\d+ files, as MANIFEST.sha256 says")
        (bundle / "build/bin/FileCheck").write_text("#!/bin/sh\n")
        ran = self.run_in(bundle, "doctor")
        self.assertEqual(ran.returncode, 1)
        self.assertRegex(ran.stdout, r"FAIL +bundle +.*build/bin/FileCheck differs from MANIFEST.sha256")

    def test_bundle_has_no_tests_and_makes_no_bundle(self):
        bundle = self.unpacked()
        self.assertEqual(self.run_in(bundle, "test").returncode, 2)
        ran = self.run_in(bundle, "bundle", str(self.fake.root / "again.tar.gz"))
        self.assertEqual(ran.returncode, 2)
        self.assertIn("is a bundle already", ran.stderr)

    def test_its_help_offers_what_it_can_do(self):
        offered = self.run_in(self.unpacked(), "--help").stdout
        for name in ("run", "gate", "report", "diagnose", "doctor"):
            self.assertRegex(offered, rf"\n    {name} +\w")
        for name in ("test", "bench", "fuzz", "bundle", "release", "toolchains", "kernels"):
            self.assertNotRegex(offered, rf"\n    {name}\b")

    def test_stale_modules_are_not_bundled(self):
        os.utime(self.fake.source / "suite/path/openat/one.cpp")
        status, _, errors = self.fake.run(
            "bundle", str(self.fake.root / "b.tar.gz"), "--no-build", "--without-engine"
        )
        self.assertEqual(status, 2)
        self.assertIn("is older than", errors)

    def test_engine_that_is_not_built(self):
        status, _, errors = self.fake.run("bundle", str(self.fake.root / "b.tar.gz"), "--no-build")
        self.assertEqual(status, 2)
        self.assertIn("--without-engine", errors)

    def test_name_of_the_archive(self):
        status, _, errors = self.fake.run("bundle", str(self.fake.root / "b.zip"), "--no-build")
        self.assertEqual((status, errors.count("\n")), (2, 1))


class LicensesTest(unittest.TestCase):
    @unittest.skipUnless(built_tree() and shutil.which("cargo"), "needs a build and cargo")
    def test_engine_brings_the_texts_of_its_crates(self):
        texts = licenses.of_engine(built_tree())
        self.assertRegex(
            texts["wasmtime/crates.txt"].decode(), r"(?m)^wasmtime 48\.\S+: Apache-2\.0 WITH LLVM-exception$"
        )
        self.assertTrue(any(b"LLVM Exceptions" in text for text in texts.values()))

    def test_file_of_no_package_is_an_error(self):
        with self.assertRaisesRegex(UserError, "no licence is found for"):
            licenses.of_files((Path(__file__),))


class PortableTest(unittest.TestCase):
    def test_program_without_libraries_goes_as_it_is(self):
        script = FakeTree(self).write("script", "#!/bin/sh\n", 0o755)
        self.assertEqual(linked_program.take(script, "tool").files, {"bin/tool": b"#!/bin/sh\n"})

    def test_program_brings_its_loader_and_libraries(self):
        directory = FakeTree(self).root / "there"
        taken = linked_program.take(Path(sys.executable), "python")
        for name, content in taken.files.items():
            path = directory / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            path.chmod(0o755)
        ran = subprocess.run([directory / "bin" / "python", "-c", "print(open('/proc/self/maps').read())"],
                             capture_output=True, text=True, env={"PYTHONHOME": sys.base_prefix})  # fmt: skip
        libraries = {line.split()[-1] for line in ran.stdout.splitlines() if "libc.so" in line}
        self.assertEqual(libraries, {str(directory / "lib" / "python" / "libc.so.6")}, ran.stderr)
