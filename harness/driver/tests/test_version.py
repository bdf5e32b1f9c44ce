"""What an engine says that its version is."""

import unittest

from driver.running.version import query_version
from driver.suite.adapters import Adapter
from driver.suite.layout import Tree
from driver.tests.support import FakeTree


class Version(unittest.TestCase):
    def setUp(self):
        self.tree = Tree.at(str(FakeTree(self).build))

    def version(self, *words):
        return query_version(self.tree, Adapter("e", ("/bin/true",), version=words))

    def test_the_first_line(self):
        self.assertEqual(self.version("echo", "e 1.2"), "e 1.2")
        self.assertEqual(self.version("printf", "e  1.2"), "e  1.2")
        self.assertEqual(self.version("sh", "-c", "echo e 3 >&2"), "e 3")
        self.assertEqual(self.version("echo", "unknown"), "unknown")

    def test_none(self):
        self.assertIsNone(self.version("false"))
        self.assertIsNone(self.version("sh", "-c", "echo 1; exit 1"))
        self.assertIsNone(self.version("no-such-program"))
        self.assertIsNone(self.version())


if __name__ == "__main__":
    unittest.main()
