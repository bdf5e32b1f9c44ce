"""`lint --redundant`: what the matrix says of programs."""

import json
import unittest
from pathlib import Path

from driver.mutation import redundancy
from driver.suite.program import Program
from driver.tests.support import FakeTree


def mutant(name, **transcripts):
    """A mutant that these programs notice."""
    call, _, operator = name.partition(":")
    return {"call": call, "operator": operator, "programs": [f"file/read/{p}" for p in transcripts]}


def program(name, *cells):
    covers = tuple(("read", cell, 2) for cell in cells)
    return Program(f"file/read/{name}", Path("x.cpp"), "It does.", covers, (), (), None)


class Redundancy(unittest.TestCase):
    def test_a_program_needs_a_cell_or_a_mutant_of_its_own(self):
        programs = [program("x", "EBADF"), program("y", "EBADF"), program("z", "EBADF", "EINTR")]
        matrix = [mutant("read:a", x="1"), mutant("read:b", x="1", y="1", z="1")]
        self.assertEqual([p.case for p in redundancy.redundant(programs, matrix)], ["y"])

    def test_only_calls_of_the_matrix_are_judged(self):
        other = Program("file/write/x", Path("x.cpp"), "It does.", (), (), (), None)
        topic = Program("containment/numbers/x", Path("x.cpp"), "It does.", (), (), (), None)
        programs, matrix = [program("x"), other, topic], [{"call": "read", "programs": ["file/read/x"]}]
        self.assertEqual(redundancy.judgeable(programs, matrix, {"read", "write"}), programs[:1])
        self.assertEqual(redundancy.judgeable(programs, matrix, {"read"}), programs)

    def test_what_the_build_generates_is_not_named(self):
        generated = Program("abi/pointers/read", Path("x.cpp"), "It does.", (), (), (), None)
        self.assertEqual(redundancy.redundant([generated], []), [])

    def test_a_program_kept_for_a_reason_is_counted_apart(self):
        fake = FakeTree(self)
        for name in ("x", "y"):
            fake.program(f"file/read/{name}")
        fake.program("path/openat/z")
        entry = {"call": "read", "operator": "a", "status": "killed", "programs": ["file/read/x"]}
        fake.write("build/mutation/mutation.json", json.dumps({"schema": 1, "matrix": True, "mutants": [entry]}))
        status, out, _ = fake.run("lint", "--redundant")
        self.assertEqual((status, out.splitlines()[0]), (1, "file/read/y: It does something."))
        self.assertIn("redundant: 1 of 2 programs, 0 more kept for a reason; 1 not judged", out)
        kept = 'version = 1\n[kept]\n"file/read/x" = "why"\n"file/read/y" = "it shows more"\n'
        fake.write("source/expected/mutants/kept.toml", kept)
        status, out, _ = fake.run("lint", "--redundant")
        self.assertEqual(
            (status, out.splitlines()[0]), (0, "file/read/x is not redundant: kept.toml need not name it")
        )
        self.assertIn("redundant: 0 of 2 programs, 1 more kept for a reason", out)
        fake.write("source/expected/mutants/kept.toml", '[kept]\n"file/read/gone" = "why"\n')
        self.assertIn("no program 'file/read/gone'", fake.run("lint", "--redundant")[2])
