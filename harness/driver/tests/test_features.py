"""What REQUIRES may ask for: how the machine is probed."""

import errno
import os
import subprocess
import unittest
from unittest import mock

from driver.suite import features
from driver.suite.layout import SOURCE_DIR


class InodeFlags(unittest.TestCase):
    def answer(self, number):
        """What the probe says where the kernel answers with an error."""
        with mock.patch.object(features.fcntl, "ioctl", side_effect=OSError(number, os.strerror(number))):
            return features._has_inode_flags()

    def test_a_kernel_whose_tmpfs_has_none(self):
        self.assertFalse(self.answer(errno.ENOTTY))

    def test_a_kernel_whose_tmpfs_has_them(self):
        with mock.patch.object(features.fcntl, "ioctl", return_value=bytes(8)) as ioctl:
            self.assertTrue(features._has_inode_flags())
        self.assertEqual(ioctl.call_args.args[1], 0x80086601)

    def test_no_descriptor_stays_open(self):
        before = os.listdir("/proc/self/fd")
        features._has_inode_flags()
        self.answer(errno.ENOTTY)
        self.assertEqual(os.listdir("/proc/self/fd"), before)

    def test_no_memory_files(self):
        with mock.patch.object(features.os, "memfd_create", side_effect=OSError(errno.ENOSYS, "no memory files")):
            self.assertFalse(features._has_inode_flags())

    def test_programs_that_set_flags_require_them(self):
        """A program that sets inode flags as part of its set-up asks for the feature."""
        sources = (SOURCE_DIR / "suite").glob("*/*/*.cpp")
        programs = [path for path in sources if "setup::set_inode_flags" in path.read_text()]
        self.assertTrue(programs)
        for path in programs:
            self.assertRegex(path.read_text(), r"(?m)^// REQUIRES: .*\binode-flags\b", path)


class Veth(unittest.TestCase):
    def test_this_machine_has_no_interface_more(self):
        before = sorted(os.listdir("/sys/class/net"))
        features._has_veth()
        self.assertEqual(sorted(os.listdir("/sys/class/net")), before)

    def test_a_kernel_that_refuses(self):
        # The kind of interface is what the kernel is asked for: one that no kernel has.
        with mock.patch.object(features, "_VETH_SCRIPT", features._VETH_SCRIPT.replace('b"veth"', 'b"none"')):
            self.assertFalse(features._has_veth())

    def test_a_python_that_does_not_end(self):
        with mock.patch.object(features.subprocess, "run", side_effect=subprocess.TimeoutExpired("python3", 20)):
            self.assertFalse(features._has_veth())


if __name__ == "__main__":
    unittest.main()
