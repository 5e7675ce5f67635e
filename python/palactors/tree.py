"""Reads any HDF5 group into numpy arrays."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import h5py
import numpy as np

# What makes a dataset an axis of another one; its place among the axes says the same.
_LINKS = ("CLASS", "NAME", "DIMENSION_LIST", "REFERENCE_LIST", "_Netcdf4Dimid")


@dataclass
class Group:
    """A group of an HDF5 file, read whole.

    Attributes:
        name: its path in the file.
        attributes: its attributes by name.
        arrays: its datasets by name, each with the shape that it has in the file.
        array_attributes: attributes of each dataset, for instance `units`.
        groups: the groups in it by name.
    """

    name: str
    attributes: dict = field(default_factory=dict)
    arrays: dict[str, np.ndarray] = field(default_factory=dict)
    array_attributes: dict[str, dict] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)

    def __getitem__(self, path: str) -> Group | np.ndarray:
        """The group or array at a path such as 'area_1/W'."""
        first, _, rest = path.strip("/").partition("/")
        if first in self.groups:
            return self.groups[first][rest] if rest else self.groups[first]
        if first in self.arrays and not rest:
            return self.arrays[first]
        raise KeyError(f"{self.name} has no '{first}'; it has {', '.join([*self.groups, *self.arrays])}")

    def walk(self, prefix: str = "") -> dict[str, np.ndarray]:
        """All arrays below it, by their path from here."""
        found = {prefix + name: array for name, array in self.arrays.items()}
        for name, group in self.groups.items():
            found |= group.walk(f"{prefix}{name}/")
        return found


def read_group(path: str | Path, group: str = "/") -> Group:
    """Reads a group of an HDF5 file with all that is in it.

    Args:
        path: the file.
        group: path of the group in it.
    """
    with h5py.File(path, "r") as file:
        return _read(file[group])


def attributes_of(item: h5py.Group | h5py.Dataset) -> dict:
    """Attributes as plain Python values and numpy arrays, without those that link axes."""
    return {name: plain(item.attrs[name]) for name in item.attrs if name not in _LINKS}


def plain(value: object) -> object:
    """Text for bytes, a Python number for a numpy scalar; an array of texts is a list."""
    if isinstance(value, bytes):
        return value.decode()
    if isinstance(value, np.ndarray):
        return [plain(item) for item in value] if value.dtype.kind in "OS" else value
    return value.item() if isinstance(value, np.generic) else value


def _read(group: h5py.Group) -> Group:
    read = Group(group.name, attributes_of(group))
    for name, item in group.items():
        if isinstance(item, h5py.Group):
            read.groups[name] = _read(item)
        else:
            read.arrays[name] = item[()]
            read.array_attributes[name] = attributes_of(item)
    return read
