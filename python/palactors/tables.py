"""Reads the tables of run and sweep folders."""

import io
from pathlib import Path

import pandas as pd

# Texts that pandas would turn into numbers or missing values.
_TEXTS = ("model", "metric", "area")


def read_table(path: Path) -> pd.DataFrame:
    """Reads a CSV file as far as it is whole: a line without its end is still being written.

    Areas and models are texts: the area of a network's own measures is ''.
    """
    text = path.read_text(encoding="utf-8")
    whole = text[: text.rfind("\n") + 1]
    header = pd.read_csv(io.StringIO(whole), nrows=0)
    texts = {name: str for name in header.columns if name in _TEXTS}
    table = pd.read_csv(io.StringIO(whole), dtype=texts, keep_default_na=False, na_values={"value": ["NaN", ""]})
    return table


def read_yaml(text: str, path: Path) -> dict:
    """Reads YAML; it needs the package yaml (Debian: python3-yaml)."""
    try:
        import yaml
    except ImportError as error:
        raise ImportError(f"{path} is YAML; reading it needs the package yaml (Debian: python3-yaml)") from error
    return yaml.safe_load(text)
