"""The recipes of the docs and the notebook run as they stand."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import REPOSITORY

NOTEBOOK = REPOSITORY / "python" / "notebooks" / "fig3.ipynb"
DOCS = [REPOSITORY / "docs" / "recording.md", REPOSITORY / "docs" / "python.md"]
OTHERS = {"matlab": ["matlab", "-batch"], "julia": ["julia", "-e"]}


def blocks(language: str) -> list:
    """The fenced blocks of a language in the docs."""
    found = []
    for path in DOCS:
        for number, text in enumerate(re.findall(rf"^```{language}\n(.*?)^```", path.read_text(), re.M | re.S), 1):
            found.append(pytest.param(text, id=f"{path.name}-{language}-{number}"))
    return found


@pytest.fixture(scope="session")
def workplace(program: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with runs/demo, by the command of docs/recording.md, and with docs/ beside it."""
    folder = tmp_path_factory.mktemp("workplace")
    (folder / "docs").symlink_to(REPOSITORY / "docs")
    command = next(line for line in DOCS[0].read_text().splitlines() if line.startswith("palactors run yin-yang"))
    subprocess.run([*program, *shlex.split(command)[1:]], cwd=folder, check=True, capture_output=True)
    return folder


def python(text: str, folder: Path, program: list[str]) -> str:
    """Runs a script in a folder, without a display."""
    environment = os.environ | {
        "MPLBACKEND": "Agg", "PALACTORS": shlex.join(program), "PYTHONPATH": str(REPOSITORY / "python"),
        "PYTHONDONTWRITEBYTECODE": "1"}
    ended = subprocess.run(
        [sys.executable, "-W", "error::FutureWarning", "-c", text], cwd=folder, env=environment, text=True,
        capture_output=True, timeout=300)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def need(text: str) -> None:
    """Skips what imports a package that is not here."""
    for package in re.findall(r"^(?:import|from) (\w+)", text, re.M):
        pytest.importorskip(package)


@pytest.mark.parametrize("recipe", blocks("python"))
def test_a_recipe_runs(recipe: str, workplace: Path, program: list[str]):
    need(recipe)
    if "to_xarray" in recipe:
        pytest.importorskip("xarray")
    python(recipe, workplace, program)


@pytest.mark.parametrize("language", list(OTHERS))
def test_a_recipe_of_another_language_runs(language: str, workplace: Path):
    if shutil.which(OTHERS[language][0]) is None:
        pytest.skip(f"there is no {language} here")
    for recipe in blocks(language):
        subprocess.run([*OTHERS[language], recipe.values[0]], cwd=workplace, check=True, capture_output=True)


def test_the_notebook_goes_from_a_run_to_the_figure(program: list[str], tmp_path: Path):
    cells = json.loads(NOTEBOOK.read_text())["cells"]
    script = []
    for cell in cells:
        if cell["cell_type"] == "code":
            script.append("".join(cell["source"]))
            if "parameters" in cell["metadata"].get("tags", []):
                # One seed of the ten.
                script.append('seeds = "123"')
    script.append("print(last.round(4).to_string())")
    need("\n".join(script))

    printed = python("\n".join(script), tmp_path, program)

    assert (tmp_path / "runs" / "fig3abc" / "fig3.png").stat().st_size > 10_000
    # What the authors published of this seed.
    assert [18.0023, 10.4059, 7.6331] == [float(text) for text in re.findall(r"\d+\.\d+", printed.split("PAL")[-1])]
