"""Errors of this package."""


class PalactorsError(Exception):
    """The program ended with an exit code other than 0.

    Attributes:
        code: the exit code.
        command: the program and its arguments.
        output: what it wrote to standard output.
    """

    def __init__(self, message: str, code: int, command: list[str], output: str):
        super().__init__(message)
        self.code = code
        self.command = command
        self.output = output


class BadInput(PalactorsError):
    """Exit code 2: a file, a key, an option or a folder is invalid. Nothing was run."""


class RunFailed(PalactorsError):
    """Exit code 1, or any other: the run failed, or a network of it diverged."""


class RunStopped(PalactorsError):
    """Exit code 130 or 143: the run was stopped. Its results so far are written, and it can be resumed."""
