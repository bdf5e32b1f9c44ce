"""`diagnose` and `lint --redundant`: what the matrix says."""

import json
import tempfile
import unittest
from pathlib import Path

from driver import diagnose, redundancy
from driver.errors import UserError
from driver.trials import signature
from driver.tree import Program

from .support import FakeTree


def mutant(name, **transcripts):
    """A mutant that these programs notice, each with this transcript."""
    call, _, operator = name.partition(":")
    verdicts = {f"file/read/{p}": ["fail", signature(text)] for p, text in transcripts.items()}
    return {
        "call": call, "operator": operator, "sentence": f"{name} is broken.",
        "status": "killed", "by": "fail", "programs": list(verdicts), "verdicts": verdicts,
    }  # fmt: skip


def run(passes=(), missing=(), **transcripts):
    """A run in which some programs pass, some lack an import, and the others print this."""
    tests = [{"id": f"file/read/{p}", "status": "pass"} for p in passes]
    tests += [{"id": f"file/read/{p}", "status": "missing", "detail": "no SYS_statx"} for p in missing]
    tests += [{"id": f"file/read/{p}", "status": "fail", "transcript": t} for p, t in transcripts.items()]
    return {"runner": {"name": "engine"}, "abi": "libc", "tests": tests}


def titles(made):
    return [finding.title for finding in made.findings]


class Diagnosing(unittest.TestCase):
    def test_the_mutant_with_the_same_transcripts(self):
        matrix = [mutant("read:a", x="1", y="1"), mutant("read:b", x="2", y="2")]
        made = diagnose.diagnose(run(x="2", y="2"), matrix)
        self.assertEqual(titles(made), ["read:b"])
        self.assertEqual(made.findings[0].same, ["file/read/x", "file/read/y"])
        self.assertEqual((made.failures, made.unexplained), (2, []))

    def test_programs_that_pass_speak_against_a_mutant(self):
        matrix = [mutant("read:wide", x="1", y="1", p="1", q="1", r="1"), mutant("read:narrow", x="3", y="3")]
        made = diagnose.diagnose(run(passes="pqr", x="2", y="2"), matrix)
        self.assertEqual(titles(made), ["read:narrow"])

    def test_one_failure_with_another_transcript_is_no_evidence(self):
        made = diagnose.diagnose(run(x="2"), [mutant("read:a", x="1")])
        self.assertEqual((titles(made), made.unexplained), ([], ["file/read/x"]))

    def test_two_causes_and_one_failure_that_has_none(self):
        matrix = [mutant("read:a", x="1", y="1"), mutant("write:b", z="1")]
        made = diagnose.diagnose(run(x="1", y="1", z="1", other="1"), matrix)
        self.assertEqual(titles(made), ["read:a", "write:b"])
        self.assertEqual(made.unexplained, ["file/read/other"])

    def test_mutants_that_explain_the_same_are_all_named(self):
        matrix = [mutant("read:a", x="1"), mutant("read:b", x="1")]
        [finding] = diagnose.diagnose(run(x="1"), matrix).findings
        self.assertEqual((finding.title, finding.others), ("read:a", ["read:b"]))

    def test_missing_imports_explain_themselves(self):
        made = diagnose.diagnose(run(missing="xy"), [mutant("read:a", x="1", y="1")])
        self.assertEqual(titles(made), ["what it says itself: no SYS_statx"])
        self.assertEqual(made.findings[0].programs, ["file/read/x", "file/read/y"])

    def test_no_failure(self):
        made = diagnose.diagnose(run(passes="x"), [mutant("read:a", x="1")])
        self.assertEqual(diagnose.describe(made), "engine libc: 0 failures")

    def test_the_words(self):
        matrix = [mutant("read:a", x="1", y="1", p="1")]
        text = diagnose.describe(diagnose.diagnose(run(passes="p", x="1", y="2"), matrix))
        self.assertIn("engine libc: 2 failures, 1 likely cause", text)
        words = "2 failures look like read:a (1 with the very same transcript, though 1 program it would break passes)"
        self.assertIn(words, text)
        self.assertIn("read:a is broken.", text)

    def test_a_matrix_is_needed(self):
        with tempfile.TemporaryDirectory() as directory:
            path = Path(directory) / "mutation.json"
            with self.assertRaisesRegex(UserError, "mutate --matrix"):
                diagnose.load_matrix(path)
            path.write_text(json.dumps({"schema": 1, "matrix": False, "mutants": []}))
            with self.assertRaisesRegex(UserError, "first kills only"):
                diagnose.load_matrix(path)


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
        self.assertEqual((status, out.splitlines()[0]), (0, "file/read/x is not redundant: kept.toml need not name it"))
        self.assertIn("redundant: 0 of 2 programs, 1 more kept for a reason", out)
        fake.write("source/expected/mutants/kept.toml", '[kept]\n"file/read/gone" = "why"\n')
        self.assertIn("no program 'file/read/gone'", fake.run("lint", "--redundant")[2])
