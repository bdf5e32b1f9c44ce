"""Makes a large module of a small one, by functions that nothing calls: what an engine
spends on a module's size, whatever of it runs."""

from __future__ import annotations

import random

from ..suite.wasm import HEADER, Reader, sections

_TYPE, _FUNCTION, _CODE = 1, 3, 10
_TYPE_OF_ADDED = b"\x60\x01\x7f\x01\x7f"  # (i32) -> (i32)
_STEPS = 26  # of a function's body: one is about 38 bytes


def enlarged(module: bytes, size: int) -> bytes:
    """The module with as many functions more as make it about `size` bytes long.

    It must have sections of types, functions and code. The same module gives the same bytes.
    """
    numbers = random.Random(size)
    bodies: list[bytes] = []
    length = len(module)
    while length < size:
        bodies.append(_body(numbers))
        length += len(bodies[-1]) + 1
    out, new_type = [HEADER], 0
    for section, content in sections(module):
        if section == _TYPE:
            new_type = Reader(content).number()
            content = _extended(content, [_TYPE_OF_ADDED])
        elif section == _FUNCTION:
            content = _extended(content, [_leb(new_type)] * len(bodies))
        elif section == _CODE:
            content = _extended(content, bodies)
        out.append(bytes([section]) + _leb(len(content)) + content)
    return b"".join(out)


def _extended(vector: bytes, elements: list[bytes]) -> bytes:
    reader = Reader(vector)
    count = reader.number()
    return _leb(count + len(elements)) + vector[reader.position :] + b"".join(elements)


def _body(numbers: random.Random) -> bytes:
    """Arithmetic, loads, stores and branches, with numbers that no other function has."""
    code = b"".join(_step(numbers) for _ in range(_STEPS))
    body = b"\0" + code + b"\x20\0\x0b"  # no locals; the result is the parameter as it became
    return _leb(len(body)) + body


def _step(numbers: random.Random) -> bytes:
    get, put = b"\x20\0", b"\x21\0"
    address = get + _constant(1020) + b"\x71"  # i32.and
    load = address + b"\x28\x02" + _leb(1024 + 4 * numbers.randrange(256))
    value = get + _constant(numbers.getrandbits(30)) + b"\x6c"  # i32.mul
    store = address + get + b"\x36\x02" + _leb(1024 + 4 * numbers.randrange(256))
    condition = get + _constant(1 << numbers.randrange(30)) + b"\x71\x04\x40"  # i32.and, if
    branch = condition + get + _constant(numbers.getrandbits(20)) + b"\x73" + put + b"\x0b"  # i32.xor, end
    return value + load + b"\x6a" + put + store + branch  # i32.add


def _constant(value: int) -> bytes:
    """i32.const of a number from 0 to 2**31 - 1."""
    out = b"\x41"
    while True:
        low, value = value & 0x7F, value >> 7
        if value == 0 and low < 0x40:  # the sign's bit is clear
            return out + bytes([low])
        out += bytes([low | 0x80])


def _leb(value: int) -> bytes:
    """An unsigned LEB128 number."""
    out = b""
    while value >= 0x80:
        out += bytes([value & 0x7F | 0x80])
        value >>= 7
    return out + bytes([value])
