"""The first file system of a guest: busybox, the kernel's modules that it needs, and what they are for.

The guest's root is this machine's, read-only over 9p, beneath an overlay that takes what is written. A directory of
the machine's is shared besides, for what goes in and out. Scratch directories lie on tmpfs.
"""

from __future__ import annotations

import lzma
import shlex
import shutil
import stat
import struct
import subprocess
from pathlib import Path

from ..basics.errors import UserError, require

# What QEMU's shared directories are called, and where the guest finds the second one and its scratch.
SYSTEM_TAG, OUTSIDE_TAG, CACHE_TAG = "system", "outside", "cache"
OUTSIDE, SCRATCH = "/wali-kernels/outside", "/wali-kernels/scratch"

# How the guest mounts them.
SHARED_OPTIONS = "trans=virtio,version=9p2000.L,msize=262144"

# What the guest's own words begin with; the first ones, by which it is known to live.
SAID = "wali-kernels: "
HELLO = f"{SAID}booted"

# What the guest needs to find its root, and what programs ask the kernel for.
_MODULES = ("virtio_pci", "9pnet_virtio", "9p", "overlay", "veth")

_DEPENDS = b"\0depends="
_ELF_INTERPRETER = 3  # PT_INTERP
_DIRECTORY, _FILE = stat.S_IFDIR | 0o755, stat.S_IFREG | 0o755

_INIT = f"""#!/bin/busybox sh
b=/bin/busybox
$b mount -t proc proc /proc
$b mount -t devtmpfs dev /dev
for module in {{modules}}; do $b insmod /modules/$module.ko; done
$b mount -t 9p -o {SHARED_OPTIONS},ro,cache=loose {SYSTEM_TAG} /lower
$b mount -t tmpfs over /over
$b mkdir /over/upper /over/work
$b mount -t overlay -o lowerdir=/lower,upperdir=/over/upper,workdir=/over/work overlay /new
$b mount -t proc proc /new/proc
$b mount -t sysfs sys /new/sys
$b mount -t devtmpfs dev /new/dev
$b mkdir -p /new/dev/pts /new/dev/shm /new{OUTSIDE} /new{SCRATCH}
$b mount -t devpts -o mode=620,ptmxmode=666 pts /new/dev/pts
$b mount -t tmpfs -o mode=1777 shm /new/dev/shm
$b mount -t tmpfs -o mode=1777 scratch /new{SCRATCH}
$b mount -t 9p -o {SHARED_OPTIONS} {OUTSIDE_TAG} /new{OUTSIDE}
$b ip link set lo up
ulimit -n 4096
$b echo "{HELLO} $($b uname -r)"
exec $b switch_root /new /bin/sh {{script}}
"""


def make(busybox: Path, modules: Path | None, script: str) -> bytes:
    """The archive that QEMU hands to the kernel. `modules` is the directory of the kernel's, None if all that the
    guest needs is built in; `script` is what the guest's shell runs, a path in the guest. Throws UserError."""
    content = busybox.read_bytes()
    require(_is_static(content), f"{busybox} is linked dynamically: apt-get install busybox-static")
    loaded = wanted(modules, _MODULES) if modules else {}
    init = _INIT.format(modules=" ".join(loaded), script=shlex.quote(script))
    entries = [(name, _DIRECTORY, b"") for name in ("bin", "proc", "dev", "modules", "lower", "over", "new")]
    entries += [("bin/busybox", _FILE, content), ("init", _FILE, init.encode())]
    return archive(entries + [(f"modules/{name}.ko", _FILE, data) for name, data in loaded.items()])


def wanted(modules: Path, names: tuple[str, ...]) -> dict[str, bytes]:
    """These modules and those that they depend on, in the order in which they are to be loaded. What a kernel has no
    module of, it has built in, or has not."""
    files = {path.name.partition(".ko")[0].replace("-", "_"): path for path in modules.rglob("*.ko*")}
    found: dict[str, bytes] = {}

    def need(name: str) -> None:
        if name in found or name not in files:
            return
        content = _unpacked(files[name])
        for other in _depends(content):
            need(other)
        found[name] = content

    for name in names:
        need(name)
    return found


def _depends(module: bytes) -> list[str]:
    """The modules that must be there before this one."""
    _, found, rest = module.partition(_DEPENDS)
    listed = rest.partition(b"\0")[0].decode() if found else ""
    return [name.replace("-", "_") for name in listed.split(",") if name]


def _unpacked(path: Path) -> bytes:
    """A module, as the kernel takes it."""
    if path.suffix == ".xz":
        return lzma.decompress(path.read_bytes())
    if path.suffix != ".zst":
        return path.read_bytes()
    if not shutil.which("zstd"):
        raise UserError(f"{path} is packed with zstd: apt-get install zstd")
    return subprocess.run(["zstd", "-dc", str(path)], stdout=subprocess.PIPE, check=True).stdout


def archive(entries: list[tuple[str, int, bytes]]) -> bytes:
    """Names, modes and contents as cpio's archive of the new format (initramfs-buffer-format in the kernel's
    documentation)."""
    made = bytearray()
    for number, (name, mode, content) in enumerate([*entries, ("TRAILER!!!", 0, b"")], 1):
        fields = (number, mode, 0, 0, 1, 0, len(content), 0, 0, 0, 0, len(name) + 1, 0)
        made += b"070701" + b"".join(b"%08x" % field for field in fields) + name.encode() + b"\0"
        made += b"\0" * (-len(made) % 4) + content
        made += b"\0" * (-len(made) % 4)
    return bytes(made)


def _is_static(program: bytes) -> bool:
    """Whether an executable needs no dynamic linker (elf(5): no program header of type PT_INTERP)."""
    if not program.startswith(b"\x7fELF\x02\x01"):
        return False
    (start,), (size, count) = struct.unpack_from("<Q", program, 32), struct.unpack_from("<HH", program, 54)
    kinds = (struct.unpack_from("<I", program, start + size * i)[0] for i in range(count))
    return _ELF_INTERPRETER not in kinds
