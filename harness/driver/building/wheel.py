"""The suite as a wheel: the bundle in a Python package, with a command `wali-cts`.

    pipx run --spec wali_cts-VERSION-….whl wali-cts run --runner mine.toml

A wheel is a zip file of the package and of `*.dist-info`, which describes it (PEP 427). One build
always gives the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import io
import platform
import re
import zipfile

from .archive import is_program

PACKAGE = "wali_cts"

_INIT = '''"""wali-cts, the conformance suite for WALI."""

import sys
from pathlib import Path


def main() -> int:
    sys.path.insert(0, str(Path(__file__).resolve().parent / "bundle" / "harness"))
    from driver.cli import main

    return main()
'''
_MAIN = "import sys\n\nfrom . import main\n\nsys.exit(main())\n"

# The oldest C library that pip knows a name for.
_OLDEST = (2, 17)
_EPOCH = (1980, 1, 1, 0, 0, 0)


def name(version: str, bundle: dict[str, bytes]) -> str:
    """The wheel's file name, which says on what it runs: PEP 600."""
    return f"{PACKAGE}-{version}-{_tag(bundle)}.whl"


def wheel(version: str, bundle: dict[str, bytes]) -> bytes:
    """The wheel of a bundle, whose files are given by name."""
    info = f"{PACKAGE}-{version}.dist-info"
    files = {f"{PACKAGE}/__init__.py": _INIT.encode(), f"{PACKAGE}/__main__.py": _MAIN.encode()}
    files |= {f"{PACKAGE}/bundle/{path}": content for path, content in bundle.items()}
    files |= {
        f"{info}/METADATA": _metadata(version).encode(),
        f"{info}/WHEEL": f"Wheel-Version: 1.0\nGenerator: wali-cts\nRoot-Is-Purelib: false\nTag: {_tag(bundle)}\n".encode(),
        f"{info}/entry_points.txt": f"[console_scripts]\nwali-cts = {PACKAGE}:main\n".encode(),
        f"{info}/licenses/LICENSE": bundle["LICENSE"],
    }
    record = "".join(f"{path},{_digest(content)},{len(content)}\n" for path, content in sorted(files.items()))
    files[f"{info}/RECORD"] = (record + f"{info}/RECORD,,\n").encode()
    return _zipped(files)


def _zipped(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(path, _EPOCH)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3  # Unix: the mode counts
            entry.external_attr = (0o100755 if is_program(files[path]) else 0o100644) << 16
            archive.writestr(entry, files[path], compresslevel=6)
    return packed.getvalue()


def _digest(content: bytes) -> str:
    return "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()


def _metadata(version: str) -> str:
    return (
        f"Metadata-Version: 2.4\nName: wali-cts\nVersion: {version}\n"
        "Summary: A conformance test suite for WALI, the WebAssembly Linux Interface\n"
        "License-Expression: Apache-2.0 WITH LLVM-exception\nLicense-File: LICENSE\nRequires-Python: >=3.11\n"
    )


def _tag(bundle: dict[str, bytes]) -> str:
    """For which machines: those whose C library is as new as what the programs ask for. FileCheck
    brings its own."""
    needed = _OLDEST
    for path, content in bundle.items():
        if path.startswith("build/bin/wali-") and content.startswith(b"\x7fELF"):
            found = re.findall(rb"\bGLIBC_(\d+)\.(\d+)", content)
            needed = max([needed, *((int(major), int(minor)) for major, minor in found)])
    return f"py3-none-manylinux_{needed[0]}_{needed[1]}_{platform.machine()}"
