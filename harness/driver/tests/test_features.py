"""What REQUIRES may ask for: how the machine is probed."""

import errno
import os
import re
import resource
import shlex
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from driver.basics.machine import filesystem
from driver.suite import features
from driver.suite.layout import SOURCE_DIR
from driver.tests.support import built_tree, can_mount


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


@unittest.skipUnless(built_tree(), "needs a build")
class Launched(unittest.TestCase):
    """What is probed through the launcher, which is started with less than this machine gives."""

    def setUp(self):
        self.root = Path(tempfile.mkdtemp(prefix="wali-cts-test-"))
        self.root.chmod(0o755)
        self.addCleanup(shutil.rmtree, self.root, ignore_errors=True)

    def found(self, *words, scratch=None):
        """The features with a launcher that these words start, without isolation."""
        launcher = self.root / "wali-launch"
        launcher.write_text(f'#!/bin/sh\nexec {shlex.join(words)} {built_tree().launcher} "$@"\n')
        launcher.chmod(0o755)
        found = features.probe(launcher, "process-group", scratch or str(self.root))
        self.assertIn("user", found)
        return found

    def test_no_new_privileges(self):
        self.assertNotIn("new-privileges", self.found("setpriv", "--no-new-privs"))
        here = "NoNewPrivs:\t0\n" in Path("/proc/self/status").read_text()
        self.assertEqual("new-privileges" in self.found(), here)

    def test_fewer_open_files(self):
        limited = ["sh", "-c", 'ulimit -n 256 && exec "$@"', "sh"]
        if os.geteuid() == 0:  # who could set a higher limit again
            limited = ["setpriv", "--bounding-set", "-sys_resource", *limited]
        self.assertNotIn("open-files-4k", self.found(*limited))
        if resource.getrlimit(resource.RLIMIT_NOFILE)[1] >= 4096:
            self.assertIn("open-files-4k", self.found())

    @unittest.skipUnless(os.geteuid() == 0, "needs root")
    def test_root_of_a_container(self):
        dropped = self.found("setpriv", "--bounding-set", "-net_admin")
        self.assertIn("root", dropped)
        self.assertNotIn("net-admin", dropped)
        bits = re.search(r"^CapEff:\t(\w+)$", Path("/proc/self/status").read_text(), re.MULTILINE)[1]
        self.assertEqual("net-admin" in self.found(), bool(int(bits, 16) >> 12 & 1))

    @unittest.skipUnless(os.geteuid() == 0 and can_mount(), "needs root, and a mount namespace")
    def test_set_id_files(self):
        mount = ["unshare", "-m", "sh", "-c", 'mount -t tmpfs -o "mode=1777,$0" scratch /mnt && exec "$@"']
        self.assertIn("set-id-files", self.found(*mount, "suid", scratch="/mnt"))
        self.assertNotIn("set-id-files", self.found(*mount, "nosuid", scratch="/mnt"))
        self.assertNotIn("set-id-files", self.found("setpriv", "--no-new-privs"))

    def test_ids_of_others(self):
        alone = ["unshare", "--user", "--map-user=1000", "--map-group=1000"]
        if not features._initial_user_namespace() or subprocess.run([*alone, "true"], capture_output=True).returncode:
            self.skipTest("needs all ids, and user namespaces")
        self.assertIn("other-ids", self.found())
        self.assertNotIn("other-ids", self.found(*alone))


class FileSystem(unittest.TestCase):
    """What is asked of the file system of the scratch directory."""

    ALL = {"long-links", "partial-writes", "enotempty"}

    def found(self):
        with tempfile.TemporaryDirectory() as scratch:
            found = features._of_the_file_system(scratch)
            self.assertEqual(os.listdir(scratch), [])
            return found

    @unittest.skipUnless(filesystem(tempfile.gettempdir()) in ("ext4", "tmpfs"), "needs a usual file system")
    def test_one_with_all(self):
        self.assertEqual(self.found(), self.ALL)

    def test_one_that_refuses_long_links(self):
        with mock.patch("os.symlink", side_effect=OSError(errno.ENAMETOOLONG, "too long")):
            self.assertNotIn("long-links", self.found())

    def test_one_that_says_that_the_name_exists(self):
        with mock.patch.object(Path, "rename", side_effect=OSError(errno.EEXIST, "exists")):
            self.assertNotIn("enotempty", self.found())

    def test_one_that_writes_all_or_nothing(self):
        writes = mock.Mock(**{"write.return_value": -1})
        with mock.patch.object(features.ctypes, "CDLL", return_value=writes):
            self.assertNotIn("partial-writes", self.found())

    def test_no_place(self):
        self.assertEqual(features._of_the_file_system("/nonexistent"), set())


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
