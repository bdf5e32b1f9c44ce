"""Directories that one command has for itself: what becomes of them where another removes its own meanwhile."""

import fcntl
import shutil
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from driver.basics import locking
from driver.basics.errors import UserError


class Alone(unittest.TestCase):
    """Another command had made the directory, had no use for it, and removes it."""

    def setUp(self):
        self.root = Path(tempfile.mkdtemp(prefix="wali-locking-"))
        self.addCleanup(shutil.rmtree, self.root)
        self.directory = self.root / "of-the-other" / "results"

    def alone(self):
        return locking.alone(self.directory, "writes", "name another")

    def before(self, module, name, happens):
        """Calls `happens` before the first call of a function."""
        call, calls = getattr(module, name), []

        def called(*arguments, **options):
            calls.append(name)
            if len(calls) == 1:
                happens()
            return call(*arguments, **options)

        return mock.patch.object(module, name, called)

    def check_held(self):
        """What was entered is held: nobody else gets in, and in the end nothing is left."""
        self.assertTrue(self.directory.is_dir())
        with self.assertRaisesRegex(UserError, "another command writes to "), self.alone():
            pass

    def test_before_it_is_tried_opened_or_locked(self):
        for module, name in ((tempfile, "TemporaryFile"), (locking, "held"), (fcntl, "flock")):
            with self.subTest(name):
                with self.before(module, name, lambda: shutil.rmtree(self.root / "of-the-other")), self.alone():
                    self.check_held()
                self.assertEqual(list(self.root.iterdir()), [])

    def test_and_a_third_one_makes_it_anew(self):
        """Whoever holds what was removed does not hold what is there now."""

        def replaced():
            self.directory.rmdir()
            self.directory.mkdir()

        with self.before(fcntl, "flock", replaced), self.alone():
            self.check_held()

    def test_what_can_never_be_made(self):
        with self.assertRaisesRegex(UserError, "/proc/self: No such file or directory: name another"):
            with locking.alone(Path("/proc/self"), "writes", "name another"):
                pass


if __name__ == "__main__":
    unittest.main()
