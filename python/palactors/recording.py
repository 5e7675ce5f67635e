"""Reads recording.h5."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import h5py
import numpy as np
import pandas as pd

from palactors.tree import attributes_of

if TYPE_CHECKING:
    import xarray

_COORDINATES = ("time_ms", "epoch", "phase", "sample", "label")


@dataclass
class Series:
    """One recorded quantity of one area.

    Attributes:
        name: path in the file, for instance 'PAL_1/area_1/W'.
        values: records x neurons, or records x rows x columns of a matrix; unit `attributes["units"]`.
        records: a row per record, index `tick`; columns `time_ms` (ms), `epoch`, `phase` (text), `sample` and `label`,
            as far as the file has them. Tick 0 is before the first tick: phase 'start', sample and label -1.
        neurons: number of each recorded neuron, of a matrix of its rows; 0-based.
        attributes: `units`, `symbol`, `description`.
    """

    name: str
    values: np.ndarray
    records: pd.DataFrame
    neurons: np.ndarray
    attributes: dict = field(default_factory=dict)

    def __repr__(self) -> str:
        shape = " x ".join(map(str, self.values.shape))
        return f"Series({self.name!r}, {shape}, {self.attributes.get('description', '')})"

    @property
    def ticks(self) -> np.ndarray:
        """Tick of each record."""
        return self.records.index.to_numpy()

    @property
    def time_ms(self) -> np.ndarray:
        """Model time of each record, ms."""
        return self.records["time_ms"].to_numpy()

    def frame(self) -> pd.DataFrame:
        """The values, a row per record: index `tick`, columns `neuron`, of a matrix (`row`, `column`)."""
        flat = self.values.reshape(len(self.values), -1)
        return pd.DataFrame(flat, index=self.records.index, columns=self._columns())

    def tidy(self) -> pd.DataFrame:
        """The values, a row each: columns tick, the coordinates, neuron (of a matrix row and column), value."""
        columns = self._columns()
        repeated = self.records.reset_index().loc[np.repeat(np.arange(len(self.records)), len(columns))]
        table = repeated.reset_index(drop=True)
        for level in columns.names:
            table[level] = np.tile(columns.get_level_values(level), len(self.records))
        table["value"] = self.values.reshape(-1)
        return table

    def to_xarray(self) -> xarray.DataArray:
        """The values with dimensions tick, neuron, or tick, row, column; it needs the package xarray."""
        import xarray

        is_matrix = self.values.ndim == 3
        dimensions = ("tick", "row", "column") if is_matrix else ("tick", "neuron")
        coordinates: dict = {"tick": self.ticks, dimensions[1]: self.neurons}
        if is_matrix:
            coordinates["column"] = np.arange(self.values.shape[2])
        for name in self.records:
            coordinates[name] = ("tick", self.records[name].to_numpy())
        return xarray.DataArray(
            self.values, coordinates, dimensions, name=self.name.split("/")[-1], attrs=self.attributes)

    def _columns(self) -> pd.Index:
        if self.values.ndim == 2:
            return pd.Index(self.neurons, name="neuron")
        return pd.MultiIndex.from_product([self.neurons, range(self.values.shape[2])], names=["row", "column"])


class Recording:
    """A file recording.h5, opened only while something is read from it.

    Attributes:
        path: the file.
        attributes: `experiment`, the effective experiment as YAML, and `palactors_version`.
        series: a row per recorded quantity, index its path: model, seed, area, observable, records, neurons, columns
            (0 of a vector), units, symbol, description.
    """

    def __init__(self, path: str | Path):
        self.path = Path(path)
        if not self.path.is_file():
            raise FileNotFoundError(f"{path}: there is no such file; valid is the recording.h5 of a run")
        with h5py.File(self.path, "r") as file:
            self.attributes = attributes_of(file)
            self.series = _catalogue(file)

    def __repr__(self) -> str:
        return f"Recording({str(self.path)!r}, {len(self.series)} series)"

    def __getitem__(self, name: str) -> Series:
        """All records of a quantity by its path, for instance 'PAL_1/area_1/W'."""
        if name not in self.series.index:
            raise KeyError(f"{self.path} has no '{name}'; it has {', '.join(self.series.index)}")
        return self._read(name, slice(None))

    def read(
        self,
        observable: str,
        area: str | int | None = None,
        *,
        model: str | None = None,
        seed: int | None = None,
        records: slice = slice(None),
    ) -> Series:
        """One quantity; whatever is left out must have one choice only.

        Args:
            observable: its name, for instance 'W' (of a second recording of it in an area 'W_2').
            area: number of the area in a chain, or its name in a graph.
            model: the learning model.
            seed: the random seed.
            records: which records to read, by their place; by default all.

        Raises:
            LookupError: no series, or several, are of this description.
        """
        found = self.series
        for column, wanted in (("observable", observable), ("area", area), ("model", model), ("seed", seed)):
            if wanted is None:
                continue
            there = found[column].astype(str)
            found = found[there == str(wanted)]
            if found.empty:
                valid = ", ".join(there.unique())
                raise LookupError(f"{self.path}: {column} is {wanted!r}; valid is one of {valid}")
        if len(found) > 1:
            raise LookupError(f"several series are of this description: {', '.join(found.index)}; say which")
        return self._read(found.index[0], records)

    def _read(self, name: str, records: slice) -> Series:
        with h5py.File(self.path, "r") as file:
            dataset = file[name]
            ticks = file[f"{name}_ticks"][records]
            table = pd.DataFrame(index=pd.Index(ticks, name="tick"))
            for coordinate in _COORDINATES:
                if f"{name}_{coordinate}" in file:
                    table[coordinate] = _coordinate(file[f"{name}_{coordinate}"], records)
            network = file[name.split("/")[0]]
            if "time_ms" not in table and "dt_ms" in network.attrs:
                table.insert(0, "time_ms", ticks * network.attrs["dt_ms"])
            attributes = attributes_of(dataset)
            # Files of earlier versions have few neurons as an attribute only.
            neurons = file[f"{name}_neurons"][:] if f"{name}_neurons" in file else attributes["neurons"]
            for known in ("neurons", "coordinates"):
                attributes.pop(known, None)
            return Series(name, dataset[records], table, neurons, attributes)


def _coordinate(dataset: h5py.Dataset, records: slice) -> np.ndarray:
    values = dataset[records]
    if "flag_meanings" not in dataset.attrs:
        return values
    return np.array(dataset.attrs["flag_meanings"].split(" "), dtype=object)[values]


def _catalogue(file: h5py.File) -> pd.DataFrame:
    rows = []
    for network in file.values():
        for area, group in network.items():
            if area == "metrics":
                continue
            names = [name for name in group if f"{name}_ticks" in group]
            rows += [_row(network, area, group[name]) for name in names]
    columns = [
        "name", "model", "seed", "area", "observable", "records", "neurons", "columns", "units", "symbol",
        "description",
    ]
    return pd.DataFrame(rows, columns=columns).set_index("name")


def _row(network: h5py.Group, area: str, dataset: h5py.Dataset) -> tuple:
    shape = dataset.shape
    return (
        dataset.name.strip("/"),
        network.attrs["model"],
        int(network.attrs["seed"]),
        area.removeprefix("area_") if area.removeprefix("area_").isdigit() else area,
        dataset.name.split("/")[-1],
        shape[0],
        shape[1],
        shape[2] if len(shape) > 2 else 0,
        *(dataset.attrs[name] for name in ("units", "symbol", "description")),
    )
