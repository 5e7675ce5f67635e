using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Pass over units of work, rows of a result or of an image, by one thread or a team.</summary>
/// <remarks>Units share nothing, so no bit depends on who does them. The object is reused from pass to pass.</remarks>
internal abstract class BatchWork : IRowWork
{
    private readonly RowTeam? _team;
    private readonly int _parts;
    private readonly int _units;
    private readonly int _grain;

    /// <summary>Creates a pass of multiply-adds.</summary>
    /// <param name="split">Threads of large passes.</param>
    /// <param name="multiplyAdds">Multiply-adds of the whole pass.</param>
    /// <param name="units">Number of units.</param>
    /// <param name="grain">Units that are better not parted.</param>
    protected BatchWork(RowSplit split, long multiplyAdds, int units, int grain)
        : this(split, split.TeamFor(multiplyAdds), units, grain)
    {
    }

    /// <summary>Creates a pass for a team.</summary>
    /// <param name="split">Threads of large passes.</param>
    /// <param name="team">Team that shares the pass; null for none.</param>
    /// <param name="units">Number of units.</param>
    /// <param name="grain">Units that are better not parted.</param>
    protected BatchWork(RowSplit split, RowTeam? team, int units, int grain)
    {
        (_units, _grain) = (units, grain);
        int blocks = (units + grain - 1) / grain;
        _team = blocks > 1 ? team : null;
        _parts = Math.Min(split.Parts, blocks);
    }

    /// <inheritdoc/>
    public void Run(int part, int parts)
    {
        long blocks = (_units + _grain - 1) / _grain;
        int first = (int)(blocks * part / parts) * _grain;
        int end = Math.Min((int)(blocks * (part + 1) / parts) * _grain, _units);
        if (first < end)
            Do(first, end);
    }

    /// <summary>Does some of the units.</summary>
    protected abstract void Do(int first, int end);

    /// <summary>Does all units; returns when they are done.</summary>
    protected void Share()
    {
        if (_team is null)
            Do(0, _units);
        else
            _team.Run(this, _parts);
    }
}
