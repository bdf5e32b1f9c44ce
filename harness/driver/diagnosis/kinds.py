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


_RETURN = "a call that fails returns the negative error number, such as -2 for ENOENT; the interface has no errno variable"

KINDS = {
    "missing": Kind(
        "the engine lacks an import: {of}", "define it: the module needs it at load, or when it is called"
    ),
    "enosys": Kind(
        "{of} {is|are} not implemented: the result is -ENOSYS", "implement it, or pass it on to the kernel"
    ),
    "enosys-38": Kind(
        "{of} {returns|return} 38, which is ENOSYS without its minus sign and looks like success",
        f"implement it, and make stubs return -38; {_RETURN}",
        "all:enosys-38",
    ),
    "errno-sign-flipped": Kind(
        "{of} {returns|return} errors as positive numbers, such as 14 for -EFAULT", _RETURN, "all:errno-positive"
    ),
    "any-error-minus-one": Kind("{of} {returns|return} -1 for any error", _RETURN, "all:errno-minus-one"),
    "any-error-eio": Kind("{of} {returns|return} -EIO for any error", "pass the kernel's error on"),
    "failure-as-zero": Kind("{of} {returns|return} 0 where Linux refuses", "pass the kernel's error on"),
    "result-zero-extended": Kind(
        "results of {of} are cut to 32 bits",
        "results are i64: sign-extend them, and keep the upper 32 bits",
        "all:results-32-bits",
    ),
    "at-fdcwd-as-number": Kind(
        "AT_FDCWD is taken for an ordinary descriptor",
        "-100 in place of a directory's descriptor means the working directory: pass it on as -100, even if it "
        "arrives as 4294967196",
        "all:at-fdcwd-plain",
    ),
    "null-refused": Kind(
        "{of} {refuses|refuse} NULL where Linux allows it",
        "0 is not an address here: pass it on as NULL, without the check that other addresses need",
        "all:null-refused",
    ),
    "last-byte-refused": Kind(
        "{of} {refuses|refuse} a range that ends at the last byte of memory",
        "the end of a range may equal the memory's size",
        "all:last-byte-refused",
    ),
    "bounds-check-missing": Kind(
        "{of} {does|do} not refuse addresses outside memory with -EFAULT",
        "before the kernel sees an address, check in 64-bit arithmetic that its whole range lies within the memory's "
        "current size",
        "all:bounds-unchecked",
    ),
    "not-written": Kind(
        "{of} {does|do} not write {its|their} result to memory", "copy the result to the guest's memory"
    ),
    "written-on-failure": Kind(
        "{of} {writes|write} to memory although the call fails", "copy results only if the call succeeded"
    ),
    "handlers-never": Kind(
        "signals do not reach their handlers",
        "check rt_sigaction first: it must keep the action as given, with and without SA_RESTORER, for every signal (the "
        "engine may reserve none). Then check the delivery: after a call, out of a waiting call (-EINTR), and in loops",
        "all:handlers-never",
    ),
    "own-words": Kind(
        "the engine prints lines of its own on standard output",
        "send them to standard error, or match them in the adapter, which sets them aside: own = [{own}]",
        "all:own-words",
    ),
    "prints-nothing": Kind(
        "programs print nothing and end with status 0",
        "check that the command is the engine and that it runs the module (`harness/wali-cts doctor --runner FILE`); "
        "if it does, what programs write to descriptor 1 is lost",
    ),
    "no-return": Kind(
        "a call that must not return returns, and the program runs into `unreachable`",
        "exit_group and __proc_exit must end the process, and exit the thread, whatever the program is doing: a stub that "
        "returns is not enough",
        "all:exit-group-returns",
    ),
    "refused": Kind(
        "{of} where it should succeed", "make it succeed as on Linux: the example's source shows the arguments"
    ),
    "dies": Kind(
        "the engine dies by {of}",
        "no guest may bring an engine down: the last observation before the end tells you the call, and a debugger "
        "the rest",
    ),
    "message": Kind(
        "the engine ends with: {of}",
        "the examples show the whole message; the last observation before it tells you the call",
    ),
    "hangs": Kind("{of} {does|do} not return", "find out where the engine waits, with a debugger or strace"),
    "topic": Kind(
        "programs of {of} fail in different ways", "read their differences one by one: no common cause is known"
    ),
}

# What to do about systemic mutants that are of no kind, by name.
SYSTEMIC = {
    "all:handlers-need-restorer": "install handlers without SA_RESTORER too: the interface has no restorer",
    "all:handlers-die-without-restorer": "a handler returns to the engine, so it must not depend on SA_RESTORER",
    "all:handlers-off-the-alternate-stack": "run a handler with SA_ONSTACK on the stack that sigaltstack set",
    "all:sigusr1-kept": "do not use a signal for the engine's own purposes: every signal is the guest's",
    "all:sigpipe-ignored": "set SIGPIPE back to its default before _start: Rust's runtime, among others, ignores it",
    "all:sigterm-blocked": "set the signal mask back before _start: threads of the engine may block signals, the guest's not",
    "all:open-files-raised": "set RLIMIT_NOFILE back before _start: Go's runtime, among others, raises the soft limit",
    "all:output-non-blocking": "clear O_NONBLOCK on the standard streams: event loops set it, and their file is shared",
    "all:signals-lost-in-waits": "deliver pending signals before an interrupted call returns",
    "all:waits-not-interrupted": "return the kernel's -EINTR to the guest: do not repeat the call",
    "all:fork-refused": "fork the engine's process: the child continues after the call, in a copy of memory",
    "all:threads-refused": "start a thread with its own instance on the same memory, and return its thread id",
    "all:threads-never-run": "start the new thread at once: its creator may wait for it",
    "all:no-arguments": "hand over the program's name and arguments by __cl_get_argc, __cl_get_argv_len and __cl_copy_argv",
    "all:no-environment": "__get_init_envfile has to name a file of NAME=VALUE lines",
    "all:proc-exit-returns": "__proc_exit has to end the process, with status 0 too",
    "all:legacy-refused": "pass on the calls that Linux keeps for old programs: they still work",
    "all:futex-requeue-refused": "translate the addresses of both words to the host's",
    "all:shared-maps-private": "pass MAP_SHARED on to the kernel unchanged",
    "all:longs-32": "time_t and long have 8 bytes in the interface's structures, although a guest's long has 4",
    "all:pointers-signed": "an address is an unsigned 32-bit number: zero-extend it",
}

# What set-up does with a call, where its name does not say that.
HINTS = {
    "futex = -ETIMEDOUT": "set-up waits for a thread: check that the thread runs, and that its end clears the word that "
    "set_tid_address named, and wakes whoever waits for it",
    "wait4 = -ECHILD": "set-up waits for its child: check that fork created one",
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
    return says.replace("{of}", _names(subjects, "topics" if kind == "topic" else "calls"))


def _names(subjects: list[str], called: str) -> str:
    """The subjects as a part of a sentence."""
    shown = subjects[:_SHOWN]
    if len(subjects) > _SHOWN:
        return f"{len(subjects)} {called} ({', '.join(shown)} …)"
    return " and ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))
