"""Reads the folder of a sweep, or of a study of delays."""

from pathlib import Path

import pandas as pd

from palactors.tables import read_table, read_yaml


class Sweep:
    """The folder of a sweep, also of one that goes on: the networks that have finished.

    Attributes:
        folder: the folder.
        kind: what it is, for instance 'sweep'.
        axes: the swept keys, in the order of the columns.
    """

    DEFINITION = "sweep.yaml"
    _FIXED = ("seed", "model", "metric", "area", "value")

    def __init__(self, folder: str | Path):
        self.folder = Path(folder)
        if not (self.folder / self.DEFINITION).exists():
            raise FileNotFoundError(f"{folder}: there is no {self.DEFINITION}; valid is the folder of a sweep")
        self.kind = self._line("kind")
        self.axes = [name for name in self.table.columns if name not in self._FIXED]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self.folder)!r}, over {', '.join(self.axes)})"

    @property
    def definition(self) -> dict:
        """sweep.yaml by key; it needs the package yaml."""
        path = self.folder / self.DEFINITION
        return read_yaml(path.read_text(encoding="utf-8"), path)

    @property
    def table(self) -> pd.DataFrame:
        """sweep.csv: the swept keys, seed, model, metric, area, value; a row per last value of each measure."""
        return read_table(self.folder / "sweep.csv")

    def metric(self, name: str) -> pd.DataFrame:
        """The rows of one measure, in its unit (angles in degrees, accuracies as shares, times in microseconds).

        Raises:
            KeyError: the sweep has no measure of this name.
        """
        table = self.table
        rows = table[table["metric"] == name]
        if rows.empty:
            raise KeyError(f"{self.folder} has no measure '{name}'; it has {', '.join(table['metric'].unique())}")
        return rows.drop(columns="metric").reset_index(drop=True)

    def summary(self, name: str) -> pd.DataFrame:
        """One measure over seeds: a row per point, model and area.

        Returns:
            index: swept keys that have several values, `model`, `area`; columns: `lower` (quartile), `median`,
            `upper`, in the measure's unit, and `networks`, how many were measured. Networks that diverged have no
            measures; `diverged` counts them.
        """
        rows = self.metric(name)
        keys = [*self._varied(), "model", "area"]
        groups = rows.groupby(keys, sort=False)["value"]
        table = groups.quantile([0.25, 0.5, 0.75]).unstack().set_axis(["lower", "median", "upper"], axis=1)
        table["networks"] = groups.count()
        return table

    @property
    def diverged(self) -> pd.DataFrame:
        """The networks that diverged: swept keys, seed, model, area, and the tick as `value`."""
        table = self.table
        return table[table["metric"] == "diverged_at_tick"].drop(columns="metric").reset_index(drop=True)

    def _varied(self) -> list[str]:
        # A swept seed or model is in the columns that every sweep has.
        table = self.table
        return [axis for axis in self.axes if table[axis].nunique() > 1]

    def _line(self, key: str) -> str:
        lines = (self.folder / self.DEFINITION).read_text(encoding="utf-8").splitlines()
        found = [line for line in lines if line.startswith(f"{key}: ")]
        return found[0].removeprefix(f"{key}: ").strip('"') if found else ""


class Study(Sweep):
    """The folder of a study of delays: a sweep whose first axis is `delay`, in ticks."""

    KIND = "delay study"

    def against_delay(self, name: str) -> pd.DataFrame:
        """Median over seeds of a measure, averaged over areas as in the study's figures.

        Returns:
            index `delay` (ticks), columns: the other axes that vary, and `model`; in the measure's unit.
        """
        others = [axis for axis in self._varied() if axis != "delay"]
        means = self.metric(name).groupby(["delay", *others, "model", "seed"], sort=False)["value"].mean()
        medians = means.groupby(level=["delay", *others, "model"], sort=False).median()
        return medians.unstack([*others, "model"]).sort_index()
