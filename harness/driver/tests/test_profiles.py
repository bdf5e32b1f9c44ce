"""Engines of several known faults."""

import unittest
import unittest.mock

from .support import FakeTree
from driver.basics.errors import UserError
from driver.diagnosis import kinds
from driver.diagnosis.causes import Cause, Diagnosis
from driver.diagnosis.matrix import Matrix
from driver.mutation import mutants, profiles
from driver.mutation.profiles import Profile
from driver.results.results import Run
from driver.suite.layout import SOURCE_DIR, Tree


HEAD = 'version = 1\n[[profile]]\nname = "a"\nlike = "an engine"\n'


def cause(kind, calls=(), mutants=(), others=()):
    return Cause(
        kind,
        "It is broken",
        "mend it",
        list(calls),
        ["file/read/x"],
        1.0,
        mutants=list(mutants),
        others=list(others),
    )


def diagnosis(*causes):
    return Diagnosis("a", "libc", 3, list(causes), [])


class Naming(unittest.TestCase):
    def test_by_the_mutant_or_one_that_explains_as_much(self):
        made = diagnosis(cause("call", ["x"], ["read:a"], ["read:b"]))
        self.assertTrue(profiles.is_named("read:a", made))
        self.assertTrue(profiles.is_named("read:b", made))
        self.assertFalse(profiles.is_named("read:c", made))

    def test_by_the_call(self):
        self.assertTrue(profiles.is_named("read:enosys", diagnosis(cause("refused", ["read"]))))
        self.assertFalse(profiles.is_named("read:enosys", diagnosis(cause("topic", ["read"]))))

    def test_a_systemic_one_by_its_kind(self):
        self.assertTrue(profiles.is_named("all:errno-positive", diagnosis(cause("errno-sign-flipped", ["read"]))))
        self.assertFalse(profiles.is_named("all:errno-positive", diagnosis(cause("enosys", ["read"]))))

    def test_only_the_first_ten_count(self):
        made = diagnosis(*[cause("refused", [f"c{n}"]) for n in range(10)], cause("refused", ["read"]))
        self.assertFalse(profiles.is_named("read:enosys", made))


class Figures(unittest.TestCase):
    def test_bystanders_are_those_that_test_no_broken_call(self):
        fake = FakeTree(self)
        for name in (
            "file/read/x",
            "file/write/fails",
            "file/write/waits",
            "file/write/passes",
            "abi/start/tests-it",
        ):
            fake.program(name)
        fake.write(
            "source/suite/file/write/covers.cpp", "// It does.\n// Covers: write EBADF\n// Covers: read EBADF\n"
        )
        fake.write("source/expected/file/write/covers.check", "CHECK: one\n")
        fake.program("file/write/matches", expectation="CHECK: write = -EIO\n")
        fake.program("file/write/shows", expectation="CHECK: openat = 3\n")
        verdicts = {
            "file/write/shows": "fail",
            "file/write/matches": "fail",
            "file/read/x": "fail", "file/write/fails": "fail", "file/write/waits": "blocked", "file/write/passes": "pass",
            "abi/start/tests-it": "crash", "file/write/covers": "fail",
        }  # fmt: skip
        results = {i: self.result(i, verdict) for i, verdict in verdicts.items()}
        profile = Profile("a", "", ("read:enosys", "all:odd"), ("openat",), ("abi/start/*",), "= -EIO")
        made = Run(unittest.mock.Mock(command=("e",), expose=()), "libc", "1", "/tmp", results)
        made.adapter.name = "a"
        found = profiles.outcome(profile, made, Matrix(), fake.tree, 1.0)
        self.assertEqual((found.bystanders, found.loud), (3, ["fail: file/write/fails: "]))
        self.assertEqual(profiles.meets_aims(found), False)
        self.assertIn("66.6%", profiles.table([found]))

    def result(self, program, status):
        group, call, _ = program.split("/")
        return {
            "id": program,
            "group": group,
            "call": call,
            "title": "",
            "status": status,
            "seconds": 0,
            "detail": "",
        }


class File(unittest.TestCase):
    def test_what_is_wrong_with_it_is_said_in_a_line(self):
        fake = FakeTree(self)
        for text in ("[[profile]]\nname = 1\n", HEAD, HEAD + "mutants = []\nodd = 1\n", "[[profile"):
            path = fake.write("source/expected/mutants/profiles.toml", text)
            with self.assertRaisesRegex(UserError, str(path)):
                profiles.read(fake.tree)

    def test_a_name_that_there_is_none_of(self):
        fake = FakeTree(self)
        fake.write("source/expected/mutants/profiles.toml", HEAD + 'mutants = ["read:enosys"]\n')
        self.assertEqual(len(profiles.choose(fake.tree, ["all"])), 1)
        with self.assertRaisesRegex(UserError, "no profile 'b'; .* has a"):
            profiles.choose(fake.tree, ["b"])

    def test_the_shipped_ones_are_of_mutants_that_there_are(self):
        tree = Tree.at(SOURCE_DIR / "build")
        every, known = profiles.read(tree), set(mutants.read_list(tree).names)
        self.assertGreaterEqual(len(every), 8)
        for profile in every:
            self.assertTrue(5 <= len(profile.mutants) <= 15, profile.name)
            self.assertEqual([m for m in profile.mutants if m not in known], [], profile.name)

    def test_what_is_said_of_systemic_mutants_is_of_some_that_there_are(self):
        known = set(mutants.read_list(Tree.at(SOURCE_DIR / "build")).names)
        told = {*kinds.SYSTEMIC, *(kind.systemic for kind in kinds.KINDS.values() if kind.systemic)}
        self.assertEqual(told - known, set())

    def test_the_engine_gets_every_mutant(self):
        tree = Tree.at(SOURCE_DIR / "build")
        fake = FakeTree(self)
        path = profiles._write_adapter(tree, Profile("a", "", ("read:enosys", "x:drop(y.Z)")), fake.root)
        told = path.read_text()
        self.assertIn(
            '"{build_dir}/bin/wali-wasmtime", "--mutant", "read:enosys", "--mutant", "x:drop(y.Z)"', told
        )
        self.assertIn('abi = ["libc"]', told)


if __name__ == "__main__":
    unittest.main()
