"""Booting a kernel in QEMU, with KVM where that works, and following what the guest says."""

from __future__ import annotations

import os
import selectors
import shutil
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..basics.errors import UserError
from ..building.build import Need
from ..building.kernels import Kernel
from . import initramfs

NEEDS = (
    Need("QEMU", lambda: shutil.which("qemu-system-x86_64"), "qemu-system-x86"),
    Need("busybox", lambda: shutil.which("busybox"), "busybox-static"),
)

# The guest's last words, after which it turns itself off.
FAREWELL = f"{initramfs.SAID}finished"

_KEPT = 4096  # bytes of what the guest said last
_OFF_SECONDS = 10.0  # from the last words to the end


@dataclass(frozen=True)
class Accelerator:
    """How QEMU runs the guest's instructions: its options, how many seconds a guest may take until its first word,
    and how many it may be silent for afterwards."""

    name: str
    options: tuple[str, ...]
    boot: float
    silence: float


KVM = Accelerator("KVM", ("-accel", "kvm", "-cpu", "host"), 60, 300)
EMULATION = Accelerator("emulation", ("-accel", "tcg,thread=multi", "-cpu", "max"), 600, 1800)


@dataclass(frozen=True)
class Machine:
    """A guest's processors, and its memory in MiB."""

    accelerator: Accelerator
    processors: int
    memory: int


def accelerator(kernel: Kernel, home: Path, processors: int, memory: int) -> Accelerator:
    """KVM if this kernel boots with it here, else emulation. `home` is a directory for the try."""
    if not os.access("/dev/kvm", os.R_OK | os.W_OK):
        return EMULATION
    said = boot(kernel, home, home, "", Machine(KVM, processors, memory), lambda line: None)
    return EMULATION if said else KVM


def boot(
    kernel: Kernel, home: Path, cache: Path, script: str, machine: Machine, heed: Callable[[str], None]
) -> str:
    """Boots a kernel, whose shell runs `script`; why it did not come to the script's end, or "".

    `home` is what the guest has as initramfs.OUTSIDE, and it may mount `cache` as initramfs.CACHE_TAG. The console's
    words go to `console.log` in `home`; `heed` gets the guest's own. Throws UserError if QEMU cannot be started, and
    what `heed` throws.
    """
    home.mkdir(parents=True, exist_ok=True)
    (home / "guest.sh").write_text(f"{script}\necho {FAREWELL}\necho o > /proc/sysrq-trigger\nsleep 60\n")
    busybox = Path(shutil.which("busybox") or "busybox")
    (home / "initramfs").write_bytes(initramfs.make(busybox, kernel.modules, f"{initramfs.OUTSIDE}/guest.sh"))
    process = subprocess.Popen(
        command(kernel, home, cache, machine), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    try:
        with open(home / "console.log", "wb") as log:
            return _Conversation(process, machine.accelerator, log, heed).follow()
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
        (home / "initramfs").unlink(missing_ok=True)


def command(kernel: Kernel, home: Path, cache: Path, machine: Machine) -> list[str]:
    """QEMU's command line. Throws UserError for a path that QEMU could not be told."""
    for path, option in ((home, "--output"), (cache, "--build-dir")):
        if "," in str(path):
            raise UserError(f"{path}: QEMU's options cannot hold a comma: name another directory with {option}")
    words = ["qemu-system-x86_64", *machine.accelerator.options, "-smp", str(machine.processors)]
    words += ["-m", str(machine.memory), "-nodefaults", "-no-user-config", "-no-reboot"]
    words += ["-display", "none", "-serial", "stdio"]
    words += ["-kernel", str(kernel.image), "-initrd", str(home / "initramfs")]
    words += ["-append", "console=ttyS0 panic=-1 oops=panic quiet"]
    shared = {initramfs.SYSTEM_TAG: Path("/"), initramfs.OUTSIDE_TAG: home, initramfs.CACHE_TAG: cache}
    for tag, path in shared.items():
        more = ",readonly=on" if tag == initramfs.SYSTEM_TAG else ""
        words += ["-fsdev", f"local,id={tag},path={path},security_model=none,multidevs=remap{more}"]
        words += ["-device", f"virtio-9p-pci,fsdev={tag},mount_tag={tag}"]
    return words


class _Conversation:
    """What comes from QEMU until the guest's end."""

    def __init__(self, process: subprocess.Popen, how: Accelerator, log, heed: Callable[[str], None]) -> None:
        self.process, self.how, self.log, self.heed = process, how, log, heed
        self.booted = self.finished = False
        self.last = b""

    def follow(self) -> str:
        """Why the guest did not come to its end, or ""."""
        with selectors.DefaultSelector() as selector:
            selector.register(self.process.stdout, selectors.EVENT_READ)
            deadline = time.monotonic() + self.how.boot
            while selector.select(max(0, deadline - time.monotonic())):
                if not (data := os.read(self.process.stdout.fileno(), 1 << 16)):
                    return self._ended()
                self._take(data)
                if self.booted:
                    deadline = time.monotonic() + (_OFF_SECONDS if self.finished else self.how.silence)
        if self.finished:
            return ""
        what = f"said nothing for {self.how.silence:g}" if self.booted else f"did not boot within {self.how.boot:g}"
        return f"it {what} seconds{self._words()}"

    def _take(self, data: bytes) -> None:
        self.log.write(data)
        self.log.flush()
        *lines, _ = (self.last + data).split(b"\n")
        told = len(self.last.split(b"\n")) - 1
        self.last = (self.last + data)[-_KEPT:]
        for line in lines[told:]:
            text = line.decode(errors="replace").strip()
            self.booted |= text.startswith(initramfs.HELLO)
            self.finished |= text == FAREWELL
            if text.startswith(initramfs.SAID):
                self.heed(text.removeprefix(initramfs.SAID))

    def _ended(self) -> str:
        if self.finished:
            return ""
        return f"it ended before its programs did{self._words()}"

    def _words(self) -> str:
        """What tells most of what was said last."""
        lines = [line.strip() for line in self.last.decode(errors="replace").splitlines() if line.strip()]
        telling = [line for line in lines if "panic" in line or "error" in line]
        return f": {(telling or lines)[-1]}" if lines else ""
