"""A program in Rust for the target wasm32-wali-linux-musl runs right on the embedded engine."""

import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from driver.suite import tools
from driver.suite.layout import SOURCE_DIR
from driver.tests.support import built_tree

EXAMPLE = SOURCE_DIR / "runners/wasmtime/tests/rust"
TARGET = "wasm32-wali-linux-musl"

SAYS = """\
opened again: -17, which is -EEXIST: true
write = 5
fstat = 0
st_mode = 100600, st_size = 5, st_nlink = 1
pread64 = 4
bytes = [101, 108, 108, 111]
mapped = [104, 101, 108, 108, 111]
close = 0
unlinkat = 0
wait4 is the child: true
exited 7
clock_gettime = 0
tv_nsec is below a second: true
"""


def asked(*words: str) -> str:
    """What rustc answers, which cargo uses too; empty if it cannot run."""
    rustc = os.environ.get("RUSTC", "rustc")
    return subprocess.run([rustc, *words], capture_output=True, text=True).stdout


def obstacle() -> str:
    """Why the program cannot be built here; empty if it can, as far as that can be seen."""
    if not (built_tree() and EXAMPLE.exists()):
        return "the project is not built here"
    if not (shutil.which("cargo") and shutil.which(os.environ.get("RUSTC", "rustc"))):
        return "Rust is not installed"
    if not asked("--version"):
        return "rustc does not run here"
    if TARGET not in asked("--print", "target-list").split():
        return f"this rustc does not know the target {TARGET}: Rust 1.95 does"
    if not sources().exists():
        return f"the sources of core are not here ({sources()}): rustup component add rust-src"
    return ""


def sources() -> Path:
    return Path(asked("--print", "sysroot").strip()) / "lib/rustlib/src/rust/library/core/src/lib.rs"


@unittest.skipIf(obstacle(), obstacle())
class Rust(unittest.TestCase):
    def setUp(self):
        self.root = Path(tempfile.mkdtemp(prefix="wali-rust-"))
        self.addCleanup(shutil.rmtree, self.root)

    def build(self) -> Path:
        environment = os.environ | {"RUSTC_BOOTSTRAP": "1", "CARGO_TARGET_DIR": str(self.root / "target")}
        linker = tools.newest("wasm-ld")
        if linker and not list(Path(asked("--print", "sysroot").strip()).rglob("rust-lld")):
            environment["CARGO_TARGET_WASM32_WALI_LINUX_MUSL_LINKER"] = linker
        # A test fetches nothing.
        words = ["cargo", "--color=never", "build", "--locked", "--release", "--offline"]
        ran = subprocess.run(words, cwd=EXAMPLE, capture_output=True, text=True, env=environment)
        if ran.returncode and "--offline" in ran.stderr:
            self.skipTest(f"the crates are not here: run `cargo fetch` in {EXAMPLE} once")
        self.assertEqual(ran.returncode, 0, ran.stderr)
        return self.root / "target" / TARGET / "release/rust-on-wali.wasm"

    def test_the_declarations_of_the_crate_libc_are_those_of_the_engine(self):
        module, engine = self.build(), built_tree().build_dir / "bin/wali-wasmtime"
        for abi in ("libc", "spec2026"):
            with self.subTest(abi=abi):
                words = [str(engine), "--no-cache", "--strict", "--abi", abi, str(module)]
                ran = subprocess.run(words, cwd=self.root, capture_output=True, text=True, timeout=60)
                self.assertEqual((ran.stdout, ran.stderr, ran.returncode), (SAYS, "", 0))


if __name__ == "__main__":
    unittest.main()
