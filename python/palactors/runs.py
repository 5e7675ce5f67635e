"""Reads the folder of a run."""

import json
import re
from pathlib import Path

import pandas as pd

from palactors.recording import Recording
from palactors.tables import read_table, read_yaml
from palactors.weights import Weights


class Run:
    """The folder of a run, also of one that goes on or was stopped. Files are read when they are asked for.

    Attributes:
        folder: the folder.
    """

    def __init__(self, folder: str | Path):
        self.folder = Path(folder)
        if not (self.folder / "metrics.csv").exists():
            raise FileNotFoundError(f"{folder}: there is no metrics.csv; valid is the folder of a run")

    def __repr__(self) -> str:
        return f"Run({str(self.folder)!r})"

    @property
    def experiment_text(self) -> str:
        """The effective experiment, YAML with all defaults resolved."""
        return (self.folder / "experiment.yaml").read_text(encoding="utf-8")

    @property
    def experiment(self) -> dict:
        """The effective experiment by key; it needs the package yaml."""
        return read_yaml(self.experiment_text, self.folder / "experiment.yaml")

    @property
    def dt_ms(self) -> float:
        """Duration of a tick, ms."""
        return float(re.search(r"^dt: *([^ #]+)", self.experiment_text, re.MULTILINE)[1])

    @property
    def results(self) -> dict:
        """results.json: the end of each network, builds, data, statistics over seeds.

        Raises:
            FileNotFoundError: the run goes on or was killed.
        """
        path = self.folder / "results.json"
        if not path.exists():
            raise FileNotFoundError(f"{path}: there is none; the run goes on or was killed, and 'resume' ends it")
        return json.loads(path.read_text(encoding="utf-8"))

    @property
    def is_complete(self) -> bool:
        """Whether all networks reached the end of their schedule."""
        return (self.folder / "results.json").exists() and self.results["completed"]

    @property
    def digests(self) -> dict[tuple[str, int], str | None]:
        """SHA-256 of the final state of each network, by (model, seed)."""
        return {(one["model"], int(one["seed"])): one["digest"] for one in self.results["networks"]}

    @property
    def metrics(self) -> pd.DataFrame:
        """metrics.csv: columns seed, model, tick, epoch, area, metric, value; a row per measured value.

        Units are those of the metrics in docs/recording.md: angles in degrees, accuracies as shares. `area` is '' for
        the network.
        """
        return read_table(self.folder / "metrics.csv")

    def metric(self, name: str) -> pd.DataFrame:
        """One metric: ticks x networks and areas.

        Returns:
            index `tick`, columns (`model`, `seed`, `area`), in the metric's unit; NaN where a network was not
            measured.

        Raises:
            KeyError: the run has no metric of this name.
        """
        table = self.metrics
        rows = table[table["metric"] == name]
        if rows.empty:
            raise KeyError(f"{self.folder} has no metric '{name}'; it has {', '.join(table['metric'].unique())}")
        frame = rows.pivot(index="tick", columns=["model", "seed", "area"], values="value")
        return frame.sort_index(axis=0).sort_index(axis=1)

    @property
    def epochs(self) -> pd.Series:
        """The epoch of each tick at which something was measured: index `tick`."""
        table = self.metrics.drop_duplicates("tick")
        return table.set_index("tick")["epoch"].sort_index()

    @property
    def recording(self) -> Recording:
        """recording.h5.

        Raises:
            FileNotFoundError: nothing was recorded, or the run goes on; `palactors export` makes it then.
        """
        path = self.folder / "recording.h5"
        if not path.exists():
            raise FileNotFoundError(f"{path}: there is none; 'palactors export {self.folder}' makes it if one can")
        return Recording(path)

    @property
    def weights(self) -> Weights:
        """weights.h5, the trained network.

        Raises:
            FileNotFoundError: the run has not finished.
        """
        path = self.folder / "weights.h5"
        if not path.exists():
            raise FileNotFoundError(f"{path}: there is none; a run writes it when it finishes")
        return Weights(path)
