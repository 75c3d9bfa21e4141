"""What a command can fail with, and the exit code of each."""


class LiqaaError(Exception):
    """A failure that a person can act on: what went wrong, with which thing, and what to do about it."""

    exit_code = 1

    def __init__(self, what: str, *, advice: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.advice = advice


class InputError(LiqaaError):
    """The command, a file or the settings are not usable as given (exit 1)."""


class ChecksFailed(LiqaaError):
    """Critical checks failed, so that nothing was published (exit 2)."""

    exit_code = 2


class Fault(LiqaaError):
    """Something of ours or of the machine broke (exit 3)."""

    exit_code = 3
