"""What REQUIRES may ask for, and whether this machine has it."""

from __future__ import annotations

import ctypes
import errno
import fcntl
import json
import mmap
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from .expectation import running_kernel

# The words that REQUIRES may hold.
FEATURES = {
    "root": "real root, in the initial user namespace",
    "ns-root": "root of a user namespace of the program's own",
    "user": "an ordinary user without privileges",
    "namespaces": "the program's own mount, pid, network, ipc and uts namespaces",
    "ipv6": "an IPv6 loopback address",
    "veth": "pairs of joined network interfaces, which a network namespace makes for itself",
    "terminal": "pseudo-terminals: a program can open /dev/ptmx and the slave that it names",
    "devices": "device files at /wali/devices on a mount without devices, which the launcher makes if root starts it",
    "link-by-descriptor": "linkat with AT_EMPTY_PATH by whoever opened the file (since Linux 6.10)",
    "inode-flags": "files of tmpfs that can be made immutable or append-only (since Linux 6.0)",
    "memory-4g": "4 GiB of address space for one guest memory",
    "long-links": "symbolic links of 4095 bytes in the scratch directory, which xfs refuses",
    "partial-writes": "files in the scratch directory that take what precedes memory that is not there, unlike btrfs",
    "enotempty": "a scratch directory whose file system says ENOTEMPTY of a full directory, unlike xfs with EEXIST",
    "open-files-4k": "a hard limit of 4096 open files, which the launcher sets if it may",
    "new-privileges": "a program that is not started with no_new_privs, which nobody can take back",
    "set-id-files": "root whose set-user-ID files take effect: no_new_privs and a mount with nosuid prevent that",
    "net-admin": "root that may administer the network (CAP_NET_ADMIN), which container engines take away",
    "other-ids": "an ordinary user in whose user namespace root and others have ids, not only the program",
}

IDENTITIES = ("root", "ns-root", "user")

# The inode flags of a file, as `chattr` sets them (ioctl_iflags(2)), on a machine with longs of 64 bits.
_FS_IOC_GETFLAGS = 0x80086601

_OPERATORS = re.compile(r"[\w.-]+")


def words(expression: str) -> list[str]:
    """The features that a REQUIRES expression names."""
    return _OPERATORS.findall(expression)


def unknown(expression: str) -> list[str]:
    """What a REQUIRES expression names and FEATURES does not have; "" if it names nothing."""
    return [word for word in words(expression) or [""] if word not in FEATURES]


# Succeeds where the ids 0 and those that follow the process's own are mapped (user_namespaces(7)).
_OTHER_IDS_SCRIPT = """
is_mapped() {
  while read -r first _ count; do
    test "$1" -ge "$first" && test "$1" -lt $((first + count)) && return
  done < "/proc/self/$2"
  return 1
}
is_mapped 0 uid_map && is_mapped $(($(id -u) + 1)) uid_map &&
is_mapped 0 gid_map && is_mapped $(($(id -g) + 1)) gid_map
"""

# Succeeds with CAP_NET_ADMIN, which is bit 12 (capabilities(7)).
_NET_ADMIN_SCRIPT = """
while read -r name bits; do
  test "$name" = CapEff: && test $((0x$bits >> 12 & 1)) = 1 && exit
done < /proc/self/status
exit 1
"""

# Succeeds where a file of another user runs with that user's id (execve(2)). The directory is the program's own.
_SET_ID_SCRIPT = """
cp "$(command -v id)" id && chown 1234 id && chmod 4755 id && test "$(./id -u)" = 1234
"""

# What the launcher runs to probe a feature: whom the feature is about (None: whoever programs run as by default),
# and a command that succeeds where the feature is there.
_COMMANDS = {
    # The loopback interface has the address ::1.
    "ipv6": (None, ("/bin/grep", "-qs", "^00000000000000000000000000000001 ", "/proc/net/if_inet6")),
    # A master is opened and the file system of the slaves is there.
    "terminal": (None, ("/bin/sh", "-c", "exec 3<>/dev/ptmx && test -e /dev/pts/ptmx")),
    "devices": (None, ("/bin/sh", "-c", "test -b /wali/devices/block")),
    "open-files-4k": (None, ("/bin/sh", "-c", "test $(ulimit -Hn) -ge 4096")),
    "new-privileges": (None, ("/bin/grep", "-q", "^NoNewPrivs:[[:space:]]*0$", "/proc/self/status")),
    "set-id-files": ("root", ("/bin/sh", "-c", _SET_ID_SCRIPT)),
    "net-admin": ("root", ("/bin/sh", "-c", _NET_ADMIN_SCRIPT)),
    "other-ids": ("user", ("/bin/sh", "-c", _OTHER_IDS_SCRIPT)),
}

# Makes a pair of interfaces (rtnetlink(7), veth(4)) in a network namespace, which ends with the process. Succeeds if
# the kernel does.
_VETH_SCRIPT = """
import ctypes, socket, struct, sys
unshare = ctypes.CDLL(None).unshare
network, user = 0x40000000, 0x10000000  # CLONE_NEWNET, CLONE_NEWUSER
if unshare(network) and unshare(network | user):
    sys.exit(1)
link, kind = bytes(16), struct.pack("=HH4s", 8, 1, b"veth")
body = link + struct.pack("=HH", 4 + len(kind), 18) + kind
netlink = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0)
netlink.send(struct.pack("=IHHII", 16 + len(body), 16, 0x605, 1, 0) + body)
sys.exit(struct.unpack_from("=i", netlink.recv(4096), 16)[0] != 0)
"""


def probe_launch(
    launcher: Path, identity: str | None, isolation: str, scratch: str, command: tuple[str, ...] = ("/bin/true",)
) -> dict | None:
    """The launcher's record of running a host program so, or None if that fails."""
    with tempfile.NamedTemporaryFile(prefix="wali-probe-") as record:
        options = ["--record", record.name, "--timeout", "10", "--isolation", isolation, "--scratch", scratch]
        options += ["--identity", identity] if identity else []
        try:
            subprocess.run(
                [launcher, *options, "--", *command],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=20,
            )
            made = json.loads(record.read() or b"{}")
        except (OSError, subprocess.TimeoutExpired, json.JSONDecodeError):
            return None
    return made if made.get("ended") == "exited" and made.get("status") == 0 else None


def probe(launcher: Path, isolation: str, scratch: str) -> frozenset[str]:
    """The features that this machine has, as the launcher finds them."""
    found = set()
    for identity in IDENTITIES:
        record = probe_launch(launcher, identity, isolation, scratch)
        if record:
            found.add(identity)
            if record.get("isolation") == "namespaces":
                found.add("namespaces")
    if "root" in found and not _initial_user_namespace():
        found.discard("root")
    for feature, (identity, command) in _COMMANDS.items():
        if probe_launch(launcher, identity, isolation, scratch, command):
            found.add(feature)
    found |= _of_the_file_system(scratch)
    if running_kernel() >= (6, 10):
        found.add("link-by-descriptor")
    if _has_inode_flags():
        found.add("inode-flags")
    if _has_4g():
        found.add("memory-4g")
    if _has_veth():
        found.add("veth")
    return frozenset(found)


def refusal(launcher: Path, scratch: str) -> str:
    """Why the launcher makes no namespaces for programs, as it says itself; "" if it does, or does not say."""
    words = [launcher, "--timeout", "10", "--isolation", "namespaces", "--scratch", scratch, "--", "/bin/true"]
    try:
        ran = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", timeout=20)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    said = re.search(r"^wali-launch: (.*)$", ran.stderr, re.MULTILINE)
    return said[1] if said else ""


def _of_the_file_system(scratch: str) -> set[str]:
    """The features of the file system on which the programs' directories are."""
    probes = {"long-links": _has_long_links, "partial-writes": _has_partial_writes, "enotempty": _says_enotempty}
    try:
        with tempfile.TemporaryDirectory(prefix="wali-probe-", dir=scratch) as place:
            return {feature for feature, has in probes.items() if has(Path(place))}
    except OSError:
        return set()


def _has_long_links(place: Path) -> bool:
    try:
        os.symlink("x" * 4095, place / "link")
        return True
    except OSError:
        return False


def _has_partial_writes(place: Path) -> bool:
    """Writes 8 bytes of which memory has 4: the next page cannot be read."""
    libc, page = ctypes.CDLL(None), mmap.PAGESIZE
    memory = mmap.mmap(-1, 2 * page)
    end = ctypes.addressof(ctypes.c_char.from_buffer(memory)) + page
    libc.mprotect(ctypes.c_void_p(end), ctypes.c_size_t(page), 0)  # PROT_NONE
    with open(place / "file", "wb") as file:
        return libc.write(file.fileno(), ctypes.c_void_p(end - 4), ctypes.c_size_t(8)) == 4


def _says_enotempty(place: Path) -> bool:
    (place / "full" / "inner").mkdir(parents=True)
    (place / "empty").mkdir()
    try:
        (place / "empty").rename(place / "full")
    except OSError as error:
        return error.errno == errno.ENOTEMPTY
    return False


def _initial_user_namespace() -> bool:
    try:
        return Path("/proc/self/uid_map").read_text().split() == ["0", "0", "4294967295"]
    except OSError:
        return False


def _has_inode_flags() -> bool:
    """Whether tmpfs knows inode flags: asked of a memory file, which is a file of tmpfs."""
    try:
        file = os.memfd_create("wali-probe")
    except OSError:
        return False
    try:
        fcntl.ioctl(file, _FS_IOC_GETFLAGS, bytes(8))
        return True
    except OSError:
        return False
    finally:
        os.close(file)


def _has_4g() -> bool:
    try:
        flags = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | 0x4000  # MAP_NORESERVE
        with mmap.mmap(-1, 4 << 30, flags=flags, prot=mmap.PROT_READ | mmap.PROT_WRITE):
            return True
    except (OSError, ValueError):
        return False


def _has_veth() -> bool:
    try:
        return subprocess.run(
            [sys.executable, "-I", "-S", "-c", _VETH_SCRIPT], capture_output=True, timeout=20
        ).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
