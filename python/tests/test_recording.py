"""Recordings explain themselves, to this package and to others."""

from pathlib import Path

import h5py
import numpy as np
import palactors
import pandas as pd
import pytest


def test_the_catalogue_says_what_was_recorded(recorded: palactors.Run):
    series = recorded.recording.series

    assert list(series.index[:2]) == ["PAL_1/area_0/input", "PAL_1/area_1/W"]
    row = series.loc["PAL_2/area_1/W"]
    assert (row["model"], row["seed"], row["area"], row["neurons"], row["columns"]) == ("PAL", 2, "1", 30, 4)


def test_records_begin_with_the_state_before_the_first_tick(recorded: palactors.Run):
    weights = recorded.recording.read("W", 1, seed=2)

    assert list(weights.ticks) == [0, 2000, 4000, 6000, 8000, 10_000]
    assert weights.values.shape == (6, 30, 4)
    assert weights.records.loc[0].to_dict() == {
        "time_ms": 0.0, "epoch": 0, "phase": "start", "sample": -1, "label": -1}
    # Nothing learns before the first epoch, from tick 2001 to 6000.
    assert (weights.values[0] == weights.values[1]).all()
    assert (weights.values[1] != weights.values[2]).any()
    assert (weights.values[3] == weights.values[5]).all()


def test_sample_and_label_tell_input_and_target(recorded: palactors.Run):
    recording = recorded.recording
    inputs, targets = recording.read("input", seed=1), recording.read("target", seed=1)

    assert inputs.records.equals(targets.records)
    shown = inputs.records.iloc[1:]
    assert set(shown["phase"]) == {"validation", "train", "test"}
    assert (shown["time_ms"] == shown.index * 0.01).all()
    assert list(shown["epoch"].unique()) == [0, 1]
    assert (targets.values[1:].argmax(axis=1) == shown["label"]).all()
    # The same sample of the same split is the same input, and others are others.
    places = inputs.records.reset_index(drop=True).iloc[1:]
    rates = {key: {tuple(inputs.values[i]) for i in rows.index} for key, rows in places.groupby(["phase", "sample"])}
    assert all(len(values) == 1 for values in rates.values())
    assert len({next(iter(values)) for values in rates.values()}) == len(rates) > 40


def test_frames_have_the_values_where_they_belong(recorded: palactors.Run):
    series = recorded.recording.read("prospective_potential", seed=1)
    assert list(series.neurons) == [1, 3]
    assert series.frame().loc[7, 3] == series.values[1, 1] != 0
    weights = recorded.recording.read("W", 2, seed=1)
    tidy = weights.tidy().set_index(["tick", "row", "column"])
    assert tidy.loc[(4000, 2, 29), "value"] == weights.values[2, 2, 29] == weights.frame().loc[4000, (2, 29)]
    assert tidy.loc[(4000, 2, 29), "phase"] == "train"


def test_what_is_ambiguous_or_missing_is_named(recorded: palactors.Run):
    with pytest.raises(LookupError, match="several series.*PAL_1/area_1/W, PAL_1/area_2/W"):
        recorded.recording.read("W")
    with pytest.raises(LookupError, match="observable is 'Q'; valid is one of input, W, prospective_potential, target"):
        recorded.recording.read("Q")
    with pytest.raises(LookupError, match="area is 'left'; valid is one of 1, 2"):
        recorded.recording.read("W", "left")


def test_some_records_can_be_read(recorded: palactors.Run):
    series = recorded.recording.read("input", seed=2, records=slice(10, 20, 2))
    assert list(series.ticks) == [500, 600, 700, 800, 900]
    assert series.values.shape == (5, 4)


def test_areas_of_a_graph_have_their_names(graph: palactors.Run):
    series = graph.recording.series
    assert {"left", "right", "mid", "top"} == set(series["area"])
    assert graph.recording.read("rate", "left").ticks.tolist() == [0, 100, 200]


def test_h5py_finds_the_axes(recorded: palactors.Run):
    with h5py.File(recorded.folder / "recording.h5") as file:
        weights = file["PAL_1/area_1/W"]
        scales = [[scale.name for scale in axis.values()] for axis in weights.dims]
        assert scales == [[f"{weights.name}_{axis}"] for axis in ("ticks", "neurons", "columns")]
        accuracy = file["PAL_1/metrics/accuracy_validation"]
        assert accuracy.dims[0][0].name == f"{accuracy.name}_ticks"


@pytest.mark.parametrize("engine", ["h5netcdf", "netcdf4"])
def test_xarray_opens_the_file_by_itself(recorded: palactors.Run, engine: str):
    xarray = pytest.importorskip("xarray")
    pytest.importorskip({"netcdf4": "netCDF4"}.get(engine, engine))
    with xarray.open_dataset(recorded.folder / "recording.h5", group="PAL_1/area_1", engine=engine) as opened:
        weights, own = opened["W"], recorded.recording.read("W", 1, seed=1)
        assert weights.dims == ("W_ticks", "W_neurons", "W_columns")
        assert np.array_equal(weights.sel(W_ticks=4000), own.values[2])
        assert set(weights.coords) >= {"W_ticks", "W_time_ms", "W_epoch", "W_phase", "W_sample", "W_label"}
        assert np.array_equal(weights["W_label"], own.records["label"])


def test_our_arrays_have_short_names(recorded: palactors.Run):
    pytest.importorskip("xarray")
    weights = recorded.recording.read("W", 1, seed=1).to_xarray()
    assert weights.dims == ("tick", "row", "column")
    assert weights.sel(tick=4000, row=7, column=2) == recorded.recording["PAL_1/area_1/W"].values[2, 7, 2]
    assert str(weights["phase"].sel(tick=0).values) == "start"


def test_long_axes_are_packed_and_read_back(program: list[str], tmp_path: Path):
    run = palactors.run(
        "yin-yang", ticks=40_000, out=tmp_path / "long", on_line=None, program=program,
        set={"record": [{"observable": "rate", "area": 2, "neurons": 0, "every": 1}]})
    series = run.recording.read("rate", 2)
    assert np.array_equal(series.ticks, np.arange(40_001))
    assert np.array_equal(series.time_ms, np.arange(40_001) * 0.01)
    with h5py.File(run.folder / "recording.h5") as file:
        axis = file["PAL_123456/area_2/rate_epoch"]
        assert axis.id.get_storage_size() < axis.size * axis.dtype.itemsize / 20


def test_npy_files_have_an_index(recorded: palactors.Run, tmp_path: Path):
    output = palactors.call("export", recorded.folder, "--format", "npy", "--out", tmp_path / "npy")
    assert output.startswith(f"{tmp_path / 'npy'}: 10 series of 2 networks")
    index = pd.read_csv(tmp_path / "npy" / "index.csv")
    for _, row in index.iterrows():
        values = np.load(tmp_path / "npy" / f"{row['file']}.npy")
        own = recorded.recording[row["file"]]
        assert np.array_equal(values, own.values)
        records = pd.read_csv(tmp_path / "npy" / f"{row['file']}_records.csv", index_col="tick")
        assert records.equals(own.records.astype(records.dtypes))
    assert len(index) == len(recorded.recording.series)
