"""The matrix that the sources carry: its file, its age, and how `mutate` writes it."""

import gzip
import random
import tempfile
import unittest
from pathlib import Path

from .support import FakeTree, has_lit_and_filecheck
from driver.basics.errors import UserError
from driver.building import archive
from driver.diagnosis import causes, matrix, printing
from driver.diagnosis.matrix import Matrix
from driver.tests.test_mutate import MutantTree


def entry(name, **verdicts):
    call, _, operator = name.partition(":")
    verdicts = {f"file/read/{i}": list(seen) for i, seen in verdicts.items()}
    made = {
        "call": call,
        "operator": operator,
        "sentence": f"{name}, a <sentence>",
        "abi": "libc",
        "status": "killed",
    }
    return made | {"programs": list(verdicts), "verdicts": verdicts}


def programs(*names):
    return {f"file/read/{name}": ("11111111", "22222222", "-") for name in names}


def with_modules(*ids, abi="libc"):
    tests = [{"id": i, "module_sha256": "2" * 64, "status": "fail"} for i in ids]
    return {"abi": abi, "runner": {"name": "engine"}, "tests": tests}


class File(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.path = Path(directory.name) / "matrix.gz"

    def test_what_is_written_is_read(self):
        outcomes = [
            ("fail", "abcdef", "1234"),
            ("crash", "000000", "ffff"),
            ("blocked", "fffffe", ""),
            ("timeout", "0a0b0c", "0d0e"),
        ]
        made = [entry("a:x", one=outcomes[0], three=outcomes[1]), entry("a:y", two=outcomes[2], one=outcomes[3])]
        written = Matrix(made, programs("one", "two", "three"))
        matrix.write(self.path, written)
        found = matrix.read(self.path)
        self.assertEqual(found.programs, written.programs)
        self.assertEqual([m["verdicts"] for m in found.mutants], [m["verdicts"] for m in made])
        self.assertEqual([m["sentence"] for m in found.mutants], ["a:x, a <sentence>", "a:y, a <sentence>"])

    def test_the_same_matrix_makes_the_same_bytes(self):
        made = [
            entry(f"a:{n}", one=("fail", "abcdef", "1234"), two=("fail", f"{n:06x}", "0000")) for n in range(20)
        ]
        matrix.write(self.path, Matrix(made, programs("two", "one")))
        first = self.path.read_bytes()
        random.Random(1).shuffle(made)
        matrix.write(self.path, Matrix(made, programs("one", "two")))
        self.assertEqual(self.path.read_bytes(), first)

    def test_longer_hashes_are_cut(self):
        matrix.write(self.path, Matrix([entry("a:x", one=("fail", "abcdef99", "12345678"))], programs("one")))
        [found] = matrix.read(self.path).mutants
        self.assertEqual(found["verdicts"]["file/read/one"], ["fail", "abcdef", "1234"])

    def test_what_is_damaged_is_refused_in_a_line(self):
        matrix.write(self.path, Matrix([entry("a:x", one=("fail", "abcdef", "1234"))], programs("one")))
        whole = self.path.read_bytes()
        text = gzip.decompress(whole).decode()
        for data in (
            b"",
            b"x",
            whole[:30],
            gzip.compress(b"other\n"),
            gzip.compress(text.replace("0.0", "7.0").encode()),
        ):
            self.path.write_bytes(data)
            with self.assertRaisesRegex(UserError, "matrix.gz: damaged: .*: restore it from the sources"):
                matrix.read(self.path)

    def test_a_file_that_is_not_there(self):
        with self.assertRaisesRegex(UserError, "mutate --matrix"):
            matrix.load(self.path)


class Age(unittest.TestCase):
    """By the module, or where there is a source tree by the source."""

    def test_by_the_module_of_the_revision(self):
        known = Matrix([entry("a:x")], {"file/read/one": ("1", "22222222", "33333333")})
        self.assertEqual(known.old(with_modules("file/read/one")), [])
        self.assertEqual(known.old(with_modules("file/read/one", abi="spec2026")), ["file/read/one"])
        self.assertEqual(known.old(with_modules("file/read/new")), [])
        self.assertEqual(known.unknown(with_modules("file/read/new", "file/read/one")), ["file/read/new"])

    def test_by_the_source_where_the_compiler_was_another(self):
        fake = FakeTree(self)
        fake.program("file/read/one")
        hashes = (matrix.source_hash(fake.tree, "file/read/one"), "00000000", "00000000")
        known = Matrix([entry("a:x")], {"file/read/one": hashes})
        self.assertEqual(known.old(with_modules("file/read/one"), fake.tree), [])
        fake.write("source/expected/file/read/one.check", "CHECK: another\n")
        self.assertEqual(known.old(with_modules("file/read/one"), fake.tree), ["file/read/one"])

    def test_it_is_said(self):
        others = {f"file/read/{name}": ("9", "9", "9") for name in ("two", "three")}
        known = Matrix([entry("a:x", one=("fail", "abcdef", "1234"))], programs("one") | others)
        made = causes.explain(with_modules("file/read/one", "file/read/two", "file/read/three"), known)
        self.assertIn("made with other versions of 2 failing programs", printing.summary(made))
        made = causes.explain(with_modules("file/read/one", "file/read/new"), known)
        self.assertEqual(made.new, 1)
        run = with_modules("file/read/one", "file/read/two", "file/read/new")
        for test in run["tests"][1:]:
            test["status"] = "pass"
        made = causes.explain(run, known)
        self.assertEqual((made.old, made.new), (0, 0))
        self.assertNotIn("other versions", printing.summary(made))

    def test_what_is_updated_in_part_stays_as_old_as_it_is(self):
        old = Matrix(
            [entry("a:x", one=("fail", "aaaaaa", "0000")), entry("b:y", one=("fail", "bbbbbb", "0000"))],
            programs("one"),
        )
        new = Matrix([entry("a:x", one=("crash", "cccccc", "0000"))], {"file/read/one": ("9", "9", "9")})
        whole = matrix.update(old, new, {"a:x"})
        self.assertEqual(
            [(m["call"], m["verdicts"]["file/read/one"][0]) for m in whole.mutants],
            [("b", "fail"), ("a", "crash")],
        )
        self.assertEqual(whole.programs["file/read/one"], ("11111111", "22222222", "-"))
        whole = matrix.update(old, new, {"a:x", "b:y"})
        self.assertEqual((len(whole.mutants), whole.programs["file/read/one"][0]), (1, "9"))


@unittest.skipUnless(has_lit_and_filecheck(), "needs lit and FileCheck")
class Making(MutantTree):
    def test_mutate_writes_it_and_diagnose_reads_it(self):
        status, out, _ = self.mutate("--call", "read", "--update-matrix")
        path = matrix.shipped_file(self.fake.tree)
        self.assertIn(f"{path}: ", out)
        found = {f"{m['call']}:{m['operator']}": m for m in matrix.read(path).mutants}
        self.assertEqual(set(found), {"read:enosys", "read:result-plus-one", "read:hangs", "read:crashes"})
        way, signature, opening = found["read:enosys"]["verdicts"]["file/read/first"]
        self.assertEqual((way, len(signature), len(opening)), ("fail", 6, 4))
        again = path.read_bytes()
        self.mutate("--call", "openat", "--update-matrix")
        self.assertEqual(matrix.shipped(self.fake.tree).calls(), {"read", "openat"})
        self.mutate("--call", "read", "--call", "openat", "--update-matrix")
        self.assertNotEqual(path.read_bytes(), again)


class Shipped(unittest.TestCase):
    def test_the_bundle_holds_what_the_sources_do(self):
        tree = FakeTree(self)
        path = tree.write("source/expected/mutants/matrix.gz", "")
        matrix.write(path, Matrix([entry("a:x", one=("fail", "abcdef", "1234"))], programs("one")))
        directory = tree.source / "expected"
        self.assertIn(path, list(archive._matching(directory, archive._SOURCE_TREES["expected"])))


if __name__ == "__main__":
    unittest.main()
