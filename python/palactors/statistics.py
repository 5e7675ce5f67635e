"""Statistics over random seeds."""

import pandas as pd


def quartiles(frame: pd.DataFrame) -> pd.DataFrame:
    """Median and quartiles over seeds of what `Run.metric` gives.

    Args:
        frame: values whose columns have a level `seed`; ticks x networks and areas.

    Returns:
        ticks x (the other levels, `quartile`), where `quartile` is 0.25, 0.5 or 0.75. Values that are missing do not
        count.
    """
    others = [name for name in frame.columns.names if name != "seed"]
    groups = frame.T.groupby(level=others, sort=False)
    parts = {share: groups.quantile(share).T for share in (0.25, 0.5, 0.75)}
    joined = pd.concat(parts, axis=1, names=["quartile", *others])
    return joined.reorder_levels([*others, "quartile"], axis=1).sort_index(axis=1)
