"""Runs of PalActors in Python: start them, follow them, and read what they leave.

    import palactors

    run = palactors.run("yin-yang", epochs=5, seeds="1-3")
    print(palactors.quartiles(run.metric("accuracy_validation")))

`start` and `run` start a run; `read` opens the folder of a run, a sweep or a study; `Recording` and `Weights` open
their HDF5 files. All of them are imported from here.
"""

from palactors.errors import BadInput, PalactorsError, RunFailed, RunStopped
from palactors.folders import read
from palactors.process import Process
from palactors.recording import Recording, Series
from palactors.runs import Run
from palactors.starting import call, run, start
from palactors.statistics import quartiles
from palactors.sweeps import Study, Sweep
from palactors.tree import Group, read_group
from palactors.weights import Weights

__version__ = "0.1.0"

__all__ = [
    "BadInput",
    "Group",
    "PalactorsError",
    "Process",
    "Recording",
    "Run",
    "RunFailed",
    "RunStopped",
    "Series",
    "Study",
    "Sweep",
    "Weights",
    "call",
    "quartiles",
    "read",
    "read_group",
    "run",
    "start",
]
