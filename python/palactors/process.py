"""A command of the program as a process of its own, and how it is followed."""

from __future__ import annotations

import atexit
import os
import signal
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from palactors.errors import BadInput, PalactorsError, RunFailed, RunStopped
from palactors.runs import Run

_ERRORS: dict[int, type[PalactorsError]] = {2: BadInput, 130: RunStopped, 143: RunStopped}


class Process:
    """A run that goes on. Iterate over it for its lines, or `wait` for its end.

    Ctrl+C during `wait` stops the run at a tick boundary; its results so far are written before KeyboardInterrupt goes
    on. A run that still goes on when Python ends is stopped in the same way.

    Attributes:
        command: the program and its arguments.
        folder: where its results go; None if it was not told, until a line of it says so.
        lines: the lines of its output so far.
    """

    def __init__(self, command: Sequence[str], folder: Path | None = None):
        self.command = list(command)
        self.folder = folder
        self.lines: list[str] = []
        self._errors: list[str] = []
        # In a group of its own: Ctrl+C comes once, from here, whether in a terminal or a notebook.
        self._process = subprocess.Popen(
            self.command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            encoding="utf-8", errors="replace", start_new_session=True, env=os.environ | {"NO_COLOR": "1"})
        self._reader = threading.Thread(target=self._read_errors, daemon=True)
        self._reader.start()
        atexit.register(self._close)

    def __iter__(self) -> Iterator[str]:
        """Lines of progress as they come, then raises what `wait` does."""
        for line in self._process.stdout:
            line = line.rstrip()
            self.lines.append(line)
            self._notice(line)
            yield line
        self._end()

    def wait(self, on_line: Callable[[str], object] | None = None) -> Run | None:
        """Waits for the end.

        Args:
            on_line: called with each line of progress, for instance `print`.

        Returns:
            the run; None if the command leaves none.

        Raises:
            BadInput, RunFailed, RunStopped: with the error as the program says it.
        """
        try:
            for line in self:
                if on_line is not None:
                    on_line(line)
        except KeyboardInterrupt:
            self._close()
            raise
        return Run(self.folder) if self.folder is not None and (self.folder / "metrics.csv").exists() else None

    def stop(self) -> None:
        """Stops it as Ctrl+C does, at a tick boundary; its results so far are written. `wait` then says so."""
        # Not SIGINT, which a child of a shell's background job ignores.
        self._signal(signal.SIGTERM)

    def kill(self) -> None:
        """Kills it at once. Its snapshots are left, and the same command goes on from there."""
        self._signal(signal.SIGKILL)

    @property
    def code(self) -> int | None:
        """Exit code; None while it runs."""
        return self._process.poll()

    def _signal(self, number: signal.Signals) -> None:
        if self._process.poll() is None:
            os.killpg(self._process.pid, number)

    def __repr__(self) -> str:
        state = "goes on" if self.code is None else f"ended with exit code {self.code}"
        return f"Process({self.folder}: {state})"

    def _close(self) -> None:
        self.stop()
        try:
            self.lines += [line.rstrip() for line in self._process.stdout]
            self._process.wait()
        except KeyboardInterrupt:
            # The second one does not wait.
            self.kill()
            raise

    def _read_errors(self) -> None:
        self._errors.extend(line.rstrip() for line in self._process.stderr)

    def _notice(self, line: str) -> None:
        marker = "results go to "
        if self.folder is None and marker in line:
            self.folder = Path(line.rpartition(marker)[2])

    def _end(self) -> None:
        code = self._process.wait()
        atexit.unregister(self._close)
        self._reader.join()
        if code == 0:
            return
        message = " ".join(line.removeprefix("palactors: ") for line in self._errors if line)
        kind = _ERRORS.get(code, RunFailed)
        if kind is RunStopped and not message:
            message = f"stopped; what there is so far is in {self.folder}, and the same call goes on"
        raise kind(message or f"exit code {code}", code, self.command, "\n".join(self.lines))
