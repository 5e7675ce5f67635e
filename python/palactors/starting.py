"""Starts runs, and other commands of the program."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from palactors.process import Process
from palactors.program import find_program
from palactors.runs import Run


def start(
    experiment: str | Path,
    *,
    out: str | Path | None = None,
    seeds: str | int | Sequence[int] | None = None,
    epochs: int | None = None,
    ticks: int | None = None,
    set: Mapping[str, object] | None = None,
    options: Sequence[str] = (),
    program: Sequence[str] | None = None,
) -> Process:
    """Starts a run and returns at once.

    Args:
        experiment: name of a shipped experiment, or a .yaml file.
        out: folder of the results; by default a new one below runs/.
        seeds: random seeds: one, several, or a text such as '1-10'.
        epochs: how long, in epochs.
        ticks: how long, in ticks.
        set: values of keys of the experiment; True, lists and maps are written as YAML.
        options: further options as on the command line, for instance ['--chaos', '0.1'].
        program: command of the program; by default that of `palactors.program.find_program`.
    """
    arguments = ["run", str(experiment)]
    for name, value in (("--out", out), ("--seeds", _seeds(seeds)), ("--epochs", epochs), ("--ticks", ticks)):
        if value is not None:
            arguments += [name, str(value)]
    for key, value in (set or {}).items():
        arguments += ["--set", f"{key}={_text(value)}"]
    command = [*(program or find_program()), *arguments, *options]
    return Process(command, Path(out) if out is not None else None)


def run(experiment: str | Path, *, on_line: Callable[[str], object] | None = print, **arguments: object) -> Run:
    """Runs an experiment to its end: `start`, whose arguments it takes, and `Process.wait`.

    Args:
        on_line: called with each line of progress; None for silence.
    """
    return start(experiment, **arguments).wait(on_line)


def call(*arguments: object, on_line: Callable[[str], object] | None = None) -> str:
    """Runs any command to its end, for instance call("export", run.folder, "--format", "npy"), or a sweep.

    Args:
        arguments: the command and its arguments.
        on_line: called with each line of its output as it comes.

    Returns:
        its output.

    Raises:
        BadInput, RunFailed, RunStopped: with the error as the program says it.
    """
    process = Process([*find_program(), *map(str, arguments)])
    process.wait(on_line)
    return "\n".join(process.lines)


def _seeds(seeds: str | int | Sequence[int] | None) -> str | None:
    seeds = _plain(seeds)
    if seeds is None or isinstance(seeds, (str, int)):
        return None if seeds is None else str(seeds)
    return ",".join(map(str, seeds))


def _plain(value: object) -> object:
    # Numbers and arrays of numpy.
    return value.tolist() if hasattr(value, "tolist") else value


def _text(value: object) -> str:
    value = _plain(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_text(item)}" for key, item in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(map(_text, value)) + "]"
    return str(value)
