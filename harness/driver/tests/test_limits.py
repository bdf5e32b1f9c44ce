"""The time that a program gets."""

import os
import unittest
from pathlib import Path
from unittest import mock

from driver.running import limits


class Limits(unittest.TestCase):
    def limit(self, native, scale=1.0, soak=1, longest=30.0):
        return limits.limit(native, scale, soak, longest)

    def test_a_multiple_of_the_native_time_and_a_constant(self):
        self.assertEqual(self.limit(0.001), 4)
        self.assertEqual(self.limit(0.5), 13)
        self.assertGreaterEqual(self.limit(0.0), limits._SECONDS_MORE)

    def test_small_differences_of_the_native_time_do_not_show(self):
        self.assertEqual(self.limit(0.002), self.limit(0.049))

    def test_the_longest_is_never_exceeded(self):
        self.assertEqual(self.limit(20.0), 30)
        self.assertEqual(self.limit(0.001, longest=2.0), 2)
        self.assertEqual(self.limit(None, longest=2.0), 2)

    def test_a_slow_engine_gets_more(self):
        self.assertEqual(self.limit(0.001, scale=10, longest=300), 40)
        self.assertEqual(self.limit(None, scale=2, longest=60), 20)

    def test_where_native_does_not_run(self):
        self.assertEqual(self.limit(None), 10)
        self.assertEqual(self.limit(None, soak=3, longest=90), 30)

    def test_forty_programs_that_hang_cost_two_minutes_at_most(self):
        usual = 0.05  # more than what nine of ten programs take natively
        self.assertLessEqual(40 * self.limit(usual) / 2, 120)


class BusyMachine(unittest.TestCase):
    def fair(self, load, runnable, processors=2):
        with (
            mock.patch.object(os, "sched_getaffinity", return_value=set(range(processors))),
            mock.patch.object(os, "getloadavg", return_value=(load, 0.0, 0.0)),
            mock.patch.object(limits, "_BETWEEN_SAMPLES", 0),
            mock.patch.object(Path, "read_text", return_value=f"{load} 0 0 {runnable + 1}/99 1234\n"),
        ):
            return limits.fair(4.0)

    def test_a_machine_with_no_more_than_it_can_do_leaves_the_limit(self):
        self.assertEqual(self.fair(0.1, 0), 4)
        self.assertEqual(self.fair(2.1, 2), 4)
        self.assertEqual(self.fair(6.0, 6, processors=8), 4)

    def test_a_busy_one_stretches_it_by_twice_as_much(self):
        self.assertEqual(self.fair(0.5, 6), 24)
        self.assertEqual(self.fair(6.0, 0), 24)
        self.assertEqual(self.fair(28.0, 30), 120)

    def test_it_is_not_stretched_without_end(self):
        self.assertEqual(self.fair(900.0, 900), 160)

    def test_of_this_machine(self):
        self.assertGreaterEqual(limits.fair(4.0), 4)


if __name__ == "__main__":
    unittest.main()
