"""Runs are started, followed, stopped; their errors are raised."""

import json
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import numpy as np
import palactors
import pytest

FAKE = [sys.executable, str(Path(__file__).with_name("fake_program.py"))]


def test_lines_come_as_they_are_written_and_the_run_is_returned(tmp_path: Path):
    lines: list[str] = []
    run = palactors.run("good", out=tmp_path / "out", on_line=lines.append, program=FAKE)

    assert lines == [f"good: 1 network (PAL), layers 4-30-3; results go to {tmp_path / 'out'}"]
    assert run.metric("accuracy_test").loc[10, ("PAL", 1, "")] == 0.5


def test_the_folder_is_known_from_the_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    assert palactors.run("good", on_line=None, program=FAKE).folder == Path("told")


def test_arguments_are_those_of_the_command_line(tmp_path: Path):
    palactors.run(
        "good", out=tmp_path / "out", seeds=np.arange(1, 3), epochs=3, ticks=40, on_line=None, program=FAKE,
        set={
            "model": ["PAL", "FA"], "eta_fw": np.array([0.5, 2]), "taur": np.float64(0.5), "prospective": True,
            "record": [{"observable": "W", "ticks": [0, 5]}]},
        options=["--chaos", "0.1"])

    assert json.loads((tmp_path / "out" / "arguments.json").read_text())[4:] == [
        "--seeds", "1,2", "--epochs", "3", "--ticks", "40", "--set", "model=[PAL, FA]", "--set", "eta_fw=[0.5, 2.0]",
        "--set", "taur=0.5", "--set", "prospective=true", "--set", "record=[{observable: W, ticks: [0, 5]}]",
        "--chaos", "0.1",
    ]


@pytest.mark.parametrize(
    ("what", "kind", "code", "text"),
    [
        ("bad", palactors.BadInput, 2, "--set: 'eta_foo' is not a key; the nearest valid one is 'eta_fw'."),
        ("fails", palactors.RunFailed, 1, "PAL seed 1 diverged at tick 5."),
    ],
)
def test_an_error_is_raised_in_the_words_of_the_program(tmp_path: Path, what, kind, code, text):
    with pytest.raises(kind) as caught:
        palactors.run(what, out=tmp_path / "out", on_line=None, program=FAKE)

    assert (str(caught.value), caught.value.code) == (text, code)


def test_a_run_that_is_stopped_has_written_its_results(tmp_path: Path):
    process = palactors.start("long", out=tmp_path / "out", program=FAKE)
    for line in process:
        if "epoch" in line:
            break
    process.stop()
    with pytest.raises(palactors.RunStopped) as caught:
        process.wait()

    assert (caught.value.code, process.code) == (143, 143)
    assert "stopped at tick 7" in caught.value.output
    assert (tmp_path / "out" / "metrics.csv").exists()


def test_much_output_on_both_pipes_blocks_nothing(tmp_path: Path):
    lines: list[str] = []
    palactors.run("chatty", out=tmp_path / "out", on_line=lines.append, program=FAKE)
    assert len(lines) == 5001


def heed_interrupts() -> None:
    """In a shell's background job SIGINT is ignored, by children too."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_interrupting_python_stops_the_run_and_waits_for_its_results(tmp_path: Path):
    script = textwrap.dedent(f"""
        import palactors
        palactors.run("long", out={str(tmp_path / "out")!r}, program={FAKE!r})
        """)
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[1])}
    with subprocess.Popen(
            [sys.executable, "-u", "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env=environment, preexec_fn=heed_interrupts) as python:
        assert any("epoch" in line for line in iter(python.stdout.readline, ""))
        python.send_signal(signal.SIGINT)
        _, errors = python.communicate(timeout=30)

    assert "KeyboardInterrupt" in errors
    assert (tmp_path / "out" / "metrics.csv").exists()


def test_a_run_does_not_outlive_python(tmp_path: Path):
    script = f"import palactors; next(iter(palactors.start('long', out={str(tmp_path / 'out')!r}, program={FAKE!r})))"
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[1])}
    subprocess.run([sys.executable, "-c", script], env=environment, check=True, timeout=20)
    assert (tmp_path / "out" / "metrics.csv").exists()


def test_a_killed_run_is_a_failed_one(tmp_path: Path):
    process = palactors.start("long", out=tmp_path / "out", program=FAKE)
    next(iter(process))
    process.kill()
    with pytest.raises(palactors.RunFailed, match="exit code -9"):
        process.wait()


def test_the_program_refuses_a_key_by_name(program: list[str], tmp_path: Path):
    with pytest.raises(palactors.BadInput, match="'eta_foo' is not a key"):
        palactors.run("yin-yang", out=tmp_path / "out", set={"eta_foo": 3}, on_line=None, program=program)
    assert not (tmp_path / "out").exists()


def test_a_stopped_run_of_the_program_goes_on_with_the_same_call(program: list[str], tmp_path: Path):
    arguments = {"out": tmp_path / "out", "epochs": 2, "set": {"train": 400, "validation": 50, "test": 50}}
    process = palactors.start("yin-yang", program=program, **arguments)
    next(iter(process))
    time.sleep(0.5)
    process.stop()
    try:
        process.wait()
    except palactors.RunStopped:
        pass
    run = palactors.run("yin-yang", on_line=None, program=program, **arguments)
    assert run.is_complete
