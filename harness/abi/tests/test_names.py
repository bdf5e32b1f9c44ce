"""The programs of suite/abi/names against the table: each import of each revision has one. Run by
ctest: test_names.py ABI_JSON SUITE_DIR EXPECTED_DIR.
"""

import json
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import emit_names  # noqa: E402

ABI = {}
SUITE = EXPECTED = Path()
IMPORTS = {"libc": 142, "spec2026": 140}


class Names(unittest.TestCase):
    def test_programs_are_what_the_table_gives(self):
        made = emit_names.programs(ABI)
        for name, (source, expectation) in made.items():
            with self.subTest(program=name):
                self.assertEqual((SUITE / "abi/names" / f"{name}.cpp").read_text(), source)
                self.assertEqual((EXPECTED / "abi/names" / f"{name}.check").read_text(), expectation)
        self.assertEqual({path.stem for path in (SUITE / "abi/names").glob("*.cpp")}, set(made))

    def test_each_import_of_each_revision_has_a_program(self):
        calls = {call["name"].replace("_", "-"): call for call in ABI["calls"]}
        for revision, count in IMPORTS.items():
            named = {emit_names.imports(calls[name], ABI).get(revision) for name in emit_names.programs(ABI)} - {None}
            self.assertEqual(len(named), count, revision)


class Sentence(unittest.TestCase):
    def said(self, name):
        return next(emit_names.sentence(call, ABI) for call in ABI["calls"] if call["name"] == name)

    def test_it_gives_the_type(self):
        self.assertEqual(self.said("read"), "SYS_read links as (i32, i32, i32) -> i64.")
        self.assertEqual(self.said("getpid"), "SYS_getpid links as () -> i64.")

    def test_it_gives_both_types_where_they_differ(self):
        self.assertEqual(
            self.said("fcntl"),
            "SYS_fcntl links as (i32, i32, i32) -> i64 in libc and as (i32, i32, i64) -> i64 in spec2026.",
        )

    def test_it_says_which_revision_has_it(self):
        self.assertEqual(self.said("alarm"), "SYS_alarm, which libc alone has, links as (i32) -> i64.")
        self.assertTrue(self.said("fstatat").startswith("SYS_fstatat in libc and SYS_newfstatat in spec2026 link as"))


if __name__ == "__main__":
    ABI = json.loads(Path(sys.argv[1]).read_text())
    SUITE, EXPECTED = map(Path, sys.argv[2:4])
    unittest.main(argv=sys.argv[:1])
