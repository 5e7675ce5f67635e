"""Makes the archives that the tests of readers read, with numpy itself: python3 tests/numpy/make.py

Value k of an array, counted in C order from 0, is k - 5 of signed and k + 3 of unsigned whole numbers, (k - 5) / 4 of
real numbers, and whether 3 divides k of truth values. All have 4 rows of shape 3 x 2.
"""

import os
import numpy as np

folder = os.path.dirname(os.path.abspath(__file__))
k = np.arange(24).reshape(4, 3, 2)
arrays = {}
for kind, sizes, values in [
    ("f", (2, 4, 8), (k - 5) / 4), ("i", (1, 2, 4, 8), k - 5), ("u", (1, 2, 4, 8), k + 3), ("b", (1,), k % 3 == 0),
]:
    for size in sizes:
        for order, suffix in ("<", ""), (">", "-big"):
            if kind == "b" and order == ">":
                continue
            array = values.astype(f"{order}{kind}{size}")
            arrays[f"{kind}{size}{suffix}"] = np.ascontiguousarray(array)
            arrays[f"{kind}{size}{suffix}-fortran"] = np.asfortranarray(array)
arrays["words"] = np.array(["setosa", "virginica", "setosa", "Ångström"])
arrays["words-big"] = arrays["words"].astype(">U9")
arrays["bytes"] = np.array([b"on", b"off", b"off", b"on"])
arrays["whole"] = np.array([3, 1, 3, 2], "<i8")
arrays["whole-as-real"] = np.array([[3.0], [1], [3], [2]], "<f4")
arrays["half"] = np.array([3, 1, 0.5, 2], "<f8")
arrays["nan"] = np.where(k == 9, np.nan, k).astype("<f4")
arrays["infinite-fortran"] = np.asfortranarray(np.where(k == 20, -np.inf, k).astype(">f8"))
arrays["complex"] = k.astype("<c8")
arrays["fields"] = np.zeros(4, [("a", "<f4"), ("b", "<i4")])
arrays["objects"] = np.array([1, "a", None, 2.5], dtype=object)
arrays["single"] = np.array(1.5)
arrays["empty"] = np.zeros((0, 3))
np.savez(os.path.join(folder, "stored.npz"), **arrays)
np.savez_compressed(os.path.join(folder, "deflated.npz"), **arrays)
