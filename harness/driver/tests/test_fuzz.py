"""fuzz: sequences, their shortening, and what is told of a difference."""

import random
import unittest
from pathlib import Path

from driver.examining import sequences
from driver.running.session import Session
from driver.tests.support import FakeTree, run_cli

# Stand-ins for the program: each operation prints its first byte; the one that plays the
# engine prints another number for 7.
SCRIPT = """#!/bin/sh
python3 -c '
import sys
data, at, number = sys.stdin.buffer.read(), 0, 0
while at < len(data):
    count = data[at]
    print("sequence =", number)
    for i in range(count):
        first = data[at + 1 + 8 * i]
        print("call =", -1 if first == 7 and ENGINE else first)
    print("ended = exited 0")
    at += 1 + 8 * count
    number += 1
'
"""


class Sequences(unittest.TestCase):
    def test_same_seed_same_sequences(self):
        made = [sequences._random_sequence(random.Random(5)) for _ in range(2)]
        self.assertEqual(*made)
        self.assertTrue(all(len(operation) == sequences.OPERATION for operation in made[0]))

    def test_shortened(self):
        sequence = [bytes([number] + [9] * 7) for number in range(20)]

        def differs(candidate):
            firsts = [operation[0] for operation in candidate]
            return 3 in firsts and any(o[0] == 12 and o[4] == 9 for o in candidate)

        wanted = [bytes([3] + [0] * 7), bytes([12, 0, 0, 0, 9, 0, 0, 0])]
        self.assertEqual(sequences.shortened(sequence, differs), wanted)


class Command(unittest.TestCase):
    def setUp(self):
        self.fake = FakeTree(self, real_launcher=True)
        for suffix, engine in (("native", False), ("libc.wasm", True), ("spec2026.wasm", True)):
            text = SCRIPT.replace("ENGINE", str(engine))
            self.fake.write(f"build/harness/fuzz/sequence.{suffix}", text, 0o755)

    def fuzz(self, *arguments):
        common = ("--build-dir", str(self.fake.build), "--no-build", "--runner", "engine")
        return run_cli("fuzz", *common, *arguments)

    def test_replay(self):
        status, out, _ = self.fuzz("--replay", "05" + "00" * 7)
        self.assertEqual(status, 0, out)
        self.assertIn("call = 5", out)
        status, out, _ = self.fuzz("--replay", "07" + "00" * 7)
        self.assertEqual(status, 1)
        self.assertIn("-call = 7\n+call = -1", out)
        self.assertEqual(self.fuzz("--replay", "07")[0], 2)

    def test_a_finding_is_shortened(self):
        pair = sequences.Pair(Session.create(self.fake.tree, {"runner": "engine"}), Path(self.fake.root))
        search = sequences.Search(pair, 1, 60)
        search._look_into([bytes([number] * 8) for number in (1, 7, 2)])
        self.assertEqual(search.findings, [[bytes([7] + [0] * 7)]])


if __name__ == "__main__":
    unittest.main()
