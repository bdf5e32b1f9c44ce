"""Errors that end a command with one line for the user."""


class UserError(Exception):
    """Something the user can put right: the message says what, in one line."""


class MachineError(UserError):
    """This machine cannot go on with programs, as where a disk is full: nothing follows from it for
    an engine."""


def require(condition: bool, message: str) -> None:
    """Throws UserError with this message unless the condition holds."""
    if not condition:
        raise UserError(message)
