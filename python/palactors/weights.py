"""Reads files of named matrices."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np

from palactors.tree import Group, read_group


class Weights(Mapping[str, np.ndarray]):
    """The matrices of a file, by path: `weights["PAL_1/area_1/W"]` has post-synaptic neurons x pre-synaptic ones.

    Weights have no unit. The file is HDF5 in any layout of groups, or .npz.

    Attributes:
        path: the file.
        tree: the file as groups, with all attributes; of .npz without attributes.
    """

    def __init__(self, path: str | Path):
        self.path = Path(path)
        if not self.path.is_file():
            raise FileNotFoundError(f"{path}: there is no such file; valid is one of named matrices, .h5 or .npz")
        if self.path.suffix == ".npz":
            with np.load(self.path, allow_pickle=False) as archive:
                self.tree = Group("/", arrays={name: archive[name] for name in archive.files})
        else:
            self.tree = read_group(self.path)
        self._matrices = self.tree.walk()

    def __getitem__(self, name: str) -> np.ndarray:
        if name not in self._matrices:
            raise KeyError(f"{self.path} has no '{name}'; it has {', '.join(self._matrices)}")
        return self._matrices[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._matrices)

    def __len__(self) -> int:
        return len(self._matrices)

    def __repr__(self) -> str:
        shapes = ", ".join(f"{name} {'x'.join(map(str, value.shape))}" for name, value in self.items())
        return f"Weights({str(self.path)!r}: {shapes})"

    def attributes(self, name: str) -> dict:
        """Attributes of a matrix, for instance `units`, or of a group, for instance `seed`."""
        parent, _, last = name.strip("/").rpartition("/")
        group = self.tree[parent] if parent else self.tree
        if last in group.array_attributes:
            return group.array_attributes[last]
        return self.tree[name].attributes if name.strip("/") else self.tree.attributes
