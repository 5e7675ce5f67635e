"""Folders of runs, sweeps and studies, and files of matrices."""

from pathlib import Path

import h5py
import numpy as np
import pandas as pd
import palactors
import pytest

from conftest import REPOSITORY

STUDIES = REPOSITORY / "docs" / "studies"


def test_metrics_of_a_run_are_ticks_by_networks(recorded: palactors.Run):
    accuracy = recorded.metric("accuracy_validation")

    assert list(accuracy.index) == [2000, 8000]
    assert list(accuracy.columns) == [("PAL", 1, ""), ("PAL", 2, "")]
    assert recorded.epochs.to_dict() == {2000: 0, 8000: 1, 10_000: 1}
    results = {
        (one["seed"], metric["metric"]): metric["value"]
        for one in recorded.results["networks"] for metric in one["metrics"]}
    assert accuracy.loc[8000, ("PAL", 2, "")] == results[(2, "accuracy_validation")]
    assert recorded.is_complete and recorded.dt_ms == 0.01
    assert all(len(digest) == 64 for digest in recorded.digests.values())


def test_quartiles_are_over_seeds_of_each_area():
    columns = pd.MultiIndex.from_product([["PAL"], [1, 2, 3], ["1", "2"]], names=["model", "seed", "area"])
    frame = pd.DataFrame([[1, 10, 2, 20, 6, 60], [0, 1, np.nan, 1, 4, 1]], index=[5, 9], columns=columns)

    table = palactors.quartiles(frame)

    assert table.loc[5, ("PAL", "1")].to_dict() == {0.25: 1.5, 0.5: 2.0, 0.75: 4.0}
    assert table.loc[5, ("PAL", "2", 0.5)] == 20
    assert table.loc[9, ("PAL", "1")].to_dict() == {0.25: 1.0, 0.5: 2.0, 0.75: 3.0}


def test_a_line_that_is_being_written_does_not_count(tmp_path: Path):
    (tmp_path / "metrics.csv").write_text(
        "seed,model,tick,epoch,area,metric,value\n1,no-feedback,10,0,,x,NaN\n1,NA,20,0,left,x,1.5\n1,PAL,30,0,1,x,0.")

    table = palactors.read(tmp_path).metrics

    assert list(table["tick"]) == [10, 20]
    assert list(table["model"]) == ["no-feedback", "NA"] and list(table["area"]) == ["", "left"]
    assert np.isnan(table["value"][0])


@pytest.mark.parametrize("name", sorted(path.parent.name for path in STUDIES.glob("*/sweep.yaml")))
def test_every_study_of_the_docs_can_be_read(name: str):
    study = palactors.read(STUDIES / name)
    measure = study.table["metric"].iloc[0]
    assert study.summary(measure)["networks"].sum() == len(study.metric(measure))
    assert len(study.against_delay(measure)) == study.table["delay"].nunique()


def test_medians_of_a_study_are_those_of_its_table():
    study = palactors.read(STUDIES / "alignment")
    rows = study.table.query("metric == 'angle_WT_B' and delay == 10 and depth == 3")

    assert isinstance(study, palactors.Study)
    assert study.against_delay("angle_WT_B").loc[10, (3, "PAL")] == np.median(rows["value"])
    summary = study.summary("angle_WT_B").loc[(10, 3, "PAL", "1")]
    assert summary["networks"] == len(rows) == 10
    assert summary["lower"] == np.quantile(rows["value"], 0.25)


def test_a_sweep_of_the_program_is_read_by_its_axes(program: list[str], tmp_path: Path):
    palactors.call(
        "sweep", "yin-yang", "--over", "layers=[4,5,3],[4,6,3]", "--over", "delay_up=0,2", "--seeds", "1,2", "--epochs",
        1, "--set", "train=4", "--set", "validation=3", "--set", "test=3", "--out", tmp_path / "sweep")
    sweep = palactors.read(tmp_path / "sweep")

    assert type(sweep) is palactors.Sweep and sweep.axes == ["layers", "delay_up"]
    summary = sweep.summary("accuracy_test")
    assert summary.index.names == ["layers", "delay_up", "model", "area"]
    assert len(summary) == 4 and (summary["networks"] == 2).all()
    assert sweep.diverged.empty


def test_a_folder_that_is_nothing_is_refused(tmp_path: Path):
    with pytest.raises(FileNotFoundError, match="neither metrics.csv nor sweep.yaml; valid is the folder of a run"):
        palactors.read(tmp_path)


def test_matrices_are_read_from_any_groups(tmp_path: Path):
    matrix = np.arange(6.0).reshape(2, 3)
    with h5py.File(tmp_path / "weights.h5", "w") as file:
        file.attrs["experiment"] = "task: x"
        file["PAL_1/area_1/W"] = matrix
        file["PAL_1/area_1/W"].attrs["units"] = "1"
        file["PAL_1"].attrs["seed"] = np.uint64(1)
        file["own"] = matrix.astype("f4")
    np.savez(tmp_path / "weights.npz", W=matrix)

    weights = palactors.Weights(tmp_path / "weights.h5")

    assert sorted(weights) == ["PAL_1/area_1/W", "own"]
    assert np.array_equal(weights["PAL_1/area_1/W"], matrix) and weights["own"].dtype == "f4"
    assert weights.attributes("PAL_1/area_1/W") == {"units": "1"}
    assert weights.attributes("PAL_1") == {"seed": 1} and weights.attributes("/") == {"experiment": "task: x"}
    assert np.array_equal(weights.tree["PAL_1/area_1"].arrays["W"], matrix)
    assert np.array_equal(palactors.Weights(tmp_path / "weights.npz")["W"], matrix)
    with pytest.raises(KeyError, match="has no 'V'; it has own, PAL_1/area_1/W"):
        weights["V"]


def test_weights_of_a_run_are_those_that_it_ended_with(recorded: palactors.Run):
    if not (recorded.folder / "weights.h5").exists():
        pytest.skip("this version of the program writes no weights.h5")
    ends = recorded.recording.read("W", 1, seed=2).values[-1]
    assert np.array_equal(recorded.weights["PAL_2/area_1/W"], ends)
