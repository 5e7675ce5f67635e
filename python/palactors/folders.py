"""Opens the folder of a run, a sweep or a study."""

from pathlib import Path

from palactors.runs import Run
from palactors.sweeps import Study, Sweep


def read(folder: str | Path) -> Run | Sweep:
    """Opens a folder as what it is: a `Run`, a `Sweep`, or a `Study`, which is a sweep over delays.

    Raises:
        FileNotFoundError: it is none of them.
    """
    folder = Path(folder)
    if (folder / Sweep.DEFINITION).exists():
        sweep = Sweep(folder)
        return Study(folder) if sweep.kind == Study.KIND else sweep
    if not (folder / "metrics.csv").exists():
        raise FileNotFoundError(
            f"{folder}: there is neither metrics.csv nor {Sweep.DEFINITION}; valid is the folder of a run, a sweep or "
            "a study")
    return Run(folder)
