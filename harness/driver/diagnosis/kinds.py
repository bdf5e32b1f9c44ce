"""The kinds of causes, in words: what each says of an engine, and what to do.

Symptoms (symptoms.py) and operators of mutants that are named alike are one kind. Causes of
one kind in several calls are one cause: whoever mends it in one call mends it in all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """`says` is a sentence; {of} stands for what it is of, and "{one|several}" for what depends on
    their number. `systemic` is the mutant that breaks all calls in this way."""

    says: str
    do: str
    systemic: str = ""


_RETURN = "a call that fails returns the negative error itself, -2 for ENOENT: there is no errno on this side"

KINDS = {
    "missing": Kind(
        "the engine lacks an import: {of}", "define it: the module needs it at load, or when it is called"
    ),
    "enosys": Kind("{of} {is|are} not there: the answer is -ENOSYS", "implement it, or pass it on to the kernel"),
    "enosys-38": Kind(
        "{of} {answers|answer} 38: ENOSYS without its minus sign, which looks like success",
        f"implement it, and let stubs return -38; {_RETURN}",
        "all:enosys-38",
    ),
    "errno-sign-flipped": Kind(
        "{of} {returns|return} errors as positive numbers, such as 14 for -EFAULT", _RETURN, "all:errno-positive"
    ),
    "any-error-minus-one": Kind("{of} {returns|return} -1 for any error", _RETURN, "all:errno-minus-one"),
    "any-error-eio": Kind("{of} {returns|return} -EIO for any error", "pass the kernel's own error on"),
    "failure-as-zero": Kind("{of} {returns|return} 0 where Linux refuses", "pass the kernel's own error on"),
    "result-zero-extended": Kind(
        "results of {of} are cut to 32 bits",
        "results are i64: extend the sign, and keep the upper half",
        "all:results-32-bits",
    ),
    "at-fdcwd-as-number": Kind(
        "AT_FDCWD is taken for an ordinary descriptor",
        "-100 in place of a directory's descriptor means the working directory: hand it on as -100, also where it "
        "comes as 4294967196",
        "all:at-fdcwd-plain",
    ),
    "null-refused": Kind(
        "{of} {refuses|refuse} NULL where Linux allows it",
        "0 is no address: hand it on as NULL, without the check that other addresses need",
        "all:null-refused",
    ),
    "last-byte-refused": Kind(
        "{of} {refuses|refuse} what ends with the last byte of memory",
        "the end of a range may be the memory's size",
        "all:last-byte-refused",
    ),
    "bounds-check-missing": Kind(
        "{of} {does|do} not refuse addresses outside of memory with -EFAULT",
        "before the kernel sees an address, look in 64 bits whether its whole range lies within the memory's "
        "current size",
        "all:bounds-unchecked",
    ),
    "not-written": Kind(
        "{of} {leaves|leave} unwritten what {it is|they are} asked for", "copy the result to the guest's memory"
    ),
    "written-on-failure": Kind("{of} {writes|write} though the call fails", "copy results only after success"),
    "handlers-never": Kind(
        "signals do not reach their handlers",
        "look at rt_sigaction first: is the action kept as given, with SA_RESTORER and without, for every signal (none "
        "is the engine's own)? Then at the delivery: after a call, out of a waiting call (-EINTR), and in loops",
        "all:handlers-never",
    ),
    "own-words": Kind(
        "the engine prints words of its own on standard output",
        "send them to standard error; or name them in the adapter, and they are set aside: own = [{own}]",
        "all:own-words",
    ),
    "no-return": Kind(
        "a program goes on behind a call that must not return, into `unreachable`",
        "exit_group and __proc_exit end the process, exit the thread, whatever the program is doing: a stub that "
        "returns is not enough",
        "all:exit-group-returns",
    ),
    "refused": Kind(
        "{of} where it should succeed", "let it succeed as Linux does: the example's source has the arguments"
    ),
    "dies": Kind(
        "the engine dies by {of}",
        "no guest may bring an engine down: the last observation before it tells the call; a debugger tells "
        "the rest",
    ),
    "message": Kind(
        "the engine ends with: {of}",
        "the examples print all that it said; the last observation before it tells the call",
    ),
    "hangs": Kind("{of} {does|do} not come back", "look where the engine waits, with a debugger or strace"),
    "topic": Kind("programs of {of} fail, in different ways", "read their differences one by one"),
}

# What to do about systemic mutants that are of no kind, by name.
SYSTEMIC = {
    "all:handlers-need-restorer": "install the handler with SA_RESTORER and without: the interface has no restorer",
    "all:handlers-die-without-restorer": "a handler returns to the engine: nothing of it hangs on SA_RESTORER",
    "all:handlers-off-the-alternate-stack": "a handler with SA_ONSTACK runs on the stack that sigaltstack was told",
    "all:sigusr1-kept": "take another means for the engine's own ends: every signal is the guest's",
    "all:signals-lost-in-waits": "deliver what is pending before a call that was interrupted returns",
    "all:waits-not-interrupted": "let the kernel's -EINTR reach the guest: do not repeat the call by yourself",
    "all:fork-refused": "fork the engine's process: the child goes on behind the call, in a copy of memory",
    "all:threads-refused": "start a thread with an instance of its own on the same memory, and return its number",
    "all:threads-never-run": "run wasi_thread_start in the new thread's instance before the spawner waits for it",
    "all:no-arguments": "the program's name and its arguments are asked for by __cl_get_argc and its like",
    "all:no-environment": "__get_init_envfile names a file of NAME=VALUE lines",
    "all:proc-exit-returns": "__proc_exit ends the process, with status 0 as with any other",
    "all:legacy-refused": "calls that Linux keeps for old programs work there: pass them on",
    "all:futex-requeue-refused": "pass both words' addresses on, as addresses of the host",
    "all:shared-maps-private": "MAP_SHARED reaches the kernel as it is",
    "all:longs-32": "time_t and long have 8 bytes in structures of the interface, though a guest's long has 4",
    "all:pointers-signed": "an address is an unsigned 32-bit number: extend it with zeros",
}

# What set-up does with a call, where its name does not say that.
HINTS = {
    "futex = -ETIMEDOUT": "set-up waits for a thread there: does the thread run, and does its end clear the word that "
    "was told to set_tid_address, and wake who waits for it?",
    "wait4 = -ECHILD": "set-up waits for its child there: did fork make one?",
}

# So many calls are named; of more there is a number too.
_SHOWN = 4


def is_common(kind: str) -> bool:
    """Whether causes of this kind in several calls are one; those of other mutants are put
    together by call."""
    return kind in KINDS


def sentence(kind: str, subjects: list[str]) -> str:
    """What a kind says of these calls, or of what else it is of."""
    place = 2 if len(subjects) > 1 else 1
    says = re.sub(r"\{([^|{}]*)\|([^|{}]*)\}", lambda match: match[place], KINDS[kind].says)
    return says.replace("{of}", names(subjects))


def names(subjects: list[str]) -> str:
    """The subjects as a part of a sentence."""
    shown = subjects[:_SHOWN]
    if len(subjects) > _SHOWN:
        return f"{len(subjects)} calls ({', '.join(shown)} …)"
    return " and ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))
