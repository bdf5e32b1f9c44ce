"""What check-sources finds in its sources, of texts and tables made here. Nothing is downloaded.
Run by ctest: test_sources.py.
"""

import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import sources  # noqa: E402


def call(name, number, *types):
    return {
        "name": name, "number": number, "revisions": ["libc", "spec2026"],
        "params": [{"wasm": {"libc": type_, "spec2026": type_}} for type_ in types],
    }  # fmt: skip


TABLE = {
    "calls": [call("read", 0, "i32", "i32", "i32"), call("lseek", 8, "i32", "i64", "i32"), call("getpid", 39)],
    "structs": {"iovec": {"size": 8, "fields": {"iov_base": 0, "iov_len": 4}}},
}
DECLARED = {name: (types, "i64") for name, types in
            (("read", ["i32"] * 3), ("lseek", ["i32", "i64", "i32"]), ("getpid", []))}  # fmt: skip
NUMBERS = {"read": 0, "lseek": 8, "getpid": 39}
SAID = {
    "calls": {"read": [0, ["i32"] * 3], "lseek": [8, ["i32", "i64", "i32"]], "getpid": [39, []]},
    "others": ["__init"],
    "structs": {"struct iovec": [8, {"iov_base": 0, "iov_len": 4}]},
}
PAGE = "`__init` is the first call, and `setjmp (i32) -> i32` links."


class Crate(unittest.TestCase):
    def found(self, declared=DECLARED, numbers=NUMBERS):
        return sources.of_crate("1.2.3", declared, numbers, TABLE)

    def test_what_agrees(self):
        self.assertEqual(self.found(), [])

    def test_each_difference_is_a_line(self):
        changed = DECLARED | {
            "read": (["i32", "i64", "i32"], "i64"),
            "lseek": (DECLARED["lseek"][0], "i32"),
            "new": ([], "i64"),
        }
        del changed["getpid"]
        self.assertEqual(
            self.found(changed, NUMBERS | {"read": 1}),
            [
                "libc 1.2.3: new is not in the table",
                "libc 1.2.3: it lacks getpid, which is in the table",
                "libc 1.2.3: lseek gives i32, and in the table i64",
                "libc 1.2.3: read takes (i32, i64, i32), and in the table (i32, i32, i32)",
                "libc 1.2.3: the number of read is 1, and in the table 0",
            ],
        )

    def test_declarations_are_read_over_several_lines(self):
        text = (
            '#[link_name = "SYS_read"]\npub fn __syscall_SYS_read(a1: i32, a2: i32, a3: u32) -> c_long;\n'
            '/* 8 */\n#[link_name = "SYS_lseek"]\npub fn __syscall_SYS_lseek(\n'
            "    a1: i32,\n    a2: i64,\n    a3: i32,\n) -> c_long;\n"
            '#[link_name = "SYS_getpid"]\npub fn __syscall_SYS_getpid() -> c_long;\n'
        )
        self.assertEqual(sources.parse_declarations(text, "i64"), DECLARED)
        self.assertEqual(sources.parse_declarations(text, "i32")["getpid"], ([], "i32"))

    def test_a_long_of_its_own_is_as_wide_as_a_pointer(self):
        with tempfile.TemporaryDirectory() as directory:
            root = Path(directory)
            place = root / "src/unix/linux_like/linux/musl/b64/wasm32"
            place.mkdir(parents=True)
            (place / "mod.rs").write_text("pub const SYS_getpid: c_long = 39;\n")
            (place / "wali.rs").write_text('#[link_name = "SYS_getpid"]\npub fn getpid() -> c_long;\n')
            own = 'if #[cfg(target_pointer_width = "64")] {\npub type c_long = i64;\n} else {\npub type c_long = i32;\n}'
            for primitives, result in ((own, "i32"), ("pub use core::ffi::c_long;", "i64")):
                (root / "src/primitives.rs").write_text(primitives)
                self.assertEqual(sources.read_crate(root), ({"getpid": ([], result)}, {"getpid": 39}))
            (place / "wali.rs").unlink()
            with self.assertRaisesRegex(sources.Unavailable, "other files than expected"):
                sources.read_crate(root)


class Package(unittest.TestCase):
    def found(self, **changed):
        return sources.of_package("0.2.0", SAID | changed, TABLE, PAGE)

    def test_what_agrees(self):
        self.assertEqual(self.found(), [])
        self.assertEqual(self.found(others=["__init", "setjmp"]), [])

    def test_each_difference_is_a_line(self):
        calls = SAID["calls"] | {"read": [7, ["i32"] * 3], "lseek": [8, ["i32"] * 3]}
        structs = {"struct iovec": [16, {"iov_base": 0, "iov_len": 8, "pad1": 12}], "struct other": [1, {}]}
        self.assertEqual(
            self.found(calls=calls, others=["longjmp"], structs=structs),
            [
                "wali-linux 0.2.0: lseek takes (i32, i32, i32), and in the table (i32, i64, i32)",
                "wali-linux 0.2.0: the number of read is 7, and in the table 0",
                "wali-linux 0.2.0: longjmp is an import, and ABI.md does not name it",
                "wali-linux 0.2.0: iovec has 16 bytes, and in the table 8",
                "wali-linux 0.2.0: iovec.iov_len is at 8, and in the table at 4",
                "wali-linux 0.2.0: other is not in the table",
            ],
        )


class Judgement(unittest.TestCase):
    def test_known_lines_have_no_version(self):
        lines = ["libc 0.2.191: a", "libc 0.2.191: b"]
        self.assertEqual(sources.judge(lines, {"libc: a": "for this reason"}), (["libc 0.2.191: b"], []))

    def test_what_is_found_no_longer(self):
        self.assertEqual(sources.judge([], {"libc: a": "for this reason"}), ([], ["libc: a"]))

    def test_a_client_that_fails_says_so_in_one_line(self):
        words = [sys.executable, "-c", "import sys; sys.exit('first\\nerror: no network\\nlast')"]
        with self.assertRaisesRegex(sources.Unavailable, "^the crate cannot be had here: .* says: error: no network$"):
            sources._client(words, "the crate", Path.cwd())
        with self.assertRaisesRegex(sources.Unavailable, "the crate cannot be had here: .*no-such-client"):
            sources._client(["no-such-client"], "the crate", Path.cwd())

    def test_without_a_source_the_command_is_skipped(self):
        with tempfile.NamedTemporaryFile("w", suffix=".json") as table:
            table.write("{}")
            table.flush()
            no_network = mock.patch.object(sources, "fetch_crate", side_effect=sources.Unavailable("no network"))
            with no_network, mock.patch("sys.argv", ["check-sources", table.name]):
                self.assertEqual(sources.main(), sources.UNAVAILABLE)


if __name__ == "__main__":
    unittest.main()
