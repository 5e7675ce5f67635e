"""What tests share: the program, if it is built, and short runs of it."""

from pathlib import Path

import palactors
import pytest
from palactors.program import find_program

REPOSITORY = Path(__file__).resolve().parents[2]

RECORD = [
    {"observable": "input", "every": 50},
    {"observable": "target", "every": 50},
    {"observable": "W", "every": 2000},
    {"observable": "prospective_potential", "area": 1, "neurons": [1, 3], "ticks": [0, 7]},
]


@pytest.fixture(scope="session")
def program() -> list[str]:
    """The command of the program; tests that need it are skipped where it is not built."""
    try:
        command = find_program()
    except FileNotFoundError as error:
        pytest.skip(str(error))
    if "run" in command:
        pytest.skip("the program is not built: dotnet build -c Release Seed")
    return command


@pytest.fixture(scope="session")
def recorded(program: list[str], tmp_path_factory: pytest.TempPathFactory) -> palactors.Run:
    """A run of two networks with recordings: 10,000 ticks, two evaluations."""
    sizes = {"train": 40, "validation": 20, "test": 20}
    return palactors.run(
        "yin-yang", seeds=[1, 2], epochs=1, out=tmp_path_factory.mktemp("runs") / "recorded",
        set=sizes | {"record": RECORD}, on_line=None, program=program)


@pytest.fixture(scope="session")
def graph(program: list[str], tmp_path_factory: pytest.TempPathFactory) -> palactors.Run:
    """A run of a graph of areas with recordings."""
    return palactors.run(
        "streams", ticks=200, out=tmp_path_factory.mktemp("runs") / "graph",
        set={"record": [{"observable": "rate", "every": 100}]}, on_line=None, program=program)
