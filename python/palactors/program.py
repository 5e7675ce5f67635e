"""Finds the program."""

import os
import shlex
import shutil
from pathlib import Path

_VARIABLE = "PALACTORS"
_BUILT = Path("Seed", "bin", "Release", "net10.0", "palactors.dll")


def find_program() -> list[str]:
    """The command that starts the program, in this order:

    1. the environment variable PALACTORS, for instance 'dotnet /opt/palactors/palactors.dll';
    2. `palactors` on the path;
    3. what was built in the repository that this package lies in;
    4. its source, by `dotnet run`.

    Raises:
        FileNotFoundError: there is none.
    """
    if command := os.environ.get(_VARIABLE):
        return shlex.split(command)
    if found := shutil.which("palactors"):
        return [found]
    repository = Path(__file__).resolve().parents[2]
    if shutil.which("dotnet"):
        if (repository / _BUILT).exists():
            return ["dotnet", str(repository / _BUILT)]
        if (repository / "Seed").is_dir():
            return ["dotnet", "run", "-c", "Release", "--project", str(repository / "Seed"), "--"]
    raise FileNotFoundError(
        f"there is no program palactors: put it on the path, or its command into the variable {_VARIABLE}")
