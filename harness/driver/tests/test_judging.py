"""The verdict on what runs out of a short limit."""

import unittest
from unittest import mock

from driver.running import limits
from driver.running.judging import judge_within
from driver.running.observation import Observation
from driver.running.session import Session
from driver.tests.support import FakeTree, has_lit_and_filecheck


@unittest.skipUnless(has_lit_and_filecheck(), "needs lit and FileCheck")
class ShortLimits(unittest.TestCase):
    def judge(self, needs, fair=4, timeout="30"):
        """The verdict on a program that takes `needs` seconds, and the limits that it got."""
        fake, given = FakeTree(self), []
        fake.program("path/openat/case")
        session = Session.create(fake.tree, {"runner": "engine", "timeout": timeout})

        def run(limit):
            given.append(limit)
            if limit < needs:
                return Observation(("timeout\n",), ({"ended": "timeout", "seconds": limit},))
            return Observation(("one\n",), ({"ended": "exited", "status": 0, "seconds": needs},))

        with mock.patch.object(limits, "fair", return_value=fair):
            judged = judge_within(session, session.adapter, fake.tree.programs()[0], run, 0.01)
        self.assertEqual(judged.limit, given[-1])
        return judged.status, given

    def test_an_idle_machine_needs_no_second_try(self):
        self.assertEqual(self.judge(needs=1), ("pass", [4]))
        self.assertEqual(self.judge(needs=10), ("timeout", [4]))

    def test_a_busy_machine_gives_a_longer_limit_once(self):
        self.assertEqual(self.judge(needs=1, fair=12), ("pass", [4]))
        self.assertEqual(self.judge(needs=10, fair=12), ("pass", [4, 12]))
        self.assertEqual(self.judge(needs=99, fair=12), ("timeout", [4, 12]))

    def test_an_option_bounds_the_limit_of_a_machine_that_is_not_busy(self):
        self.assertEqual(self.judge(needs=10, fair=3, timeout="3"), ("timeout", [3]))
        self.assertEqual(self.judge(needs=10, fair=12, timeout="3"), ("pass", [3, 12]))


if __name__ == "__main__":
    unittest.main()
