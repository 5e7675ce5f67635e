namespace PalActors.Lab.Results;

/// <summary>Intervals of a <see cref="FolderLease"/>.</summary>
/// <param name="Renew">Between two renewals.</param>
/// <param name="Look">Between two looks at another's file.</param>
/// <param name="Stale">Without a change until a file counts as left behind: several renewals.</param>
/// <param name="Confirm">From taking over to a look whether another process did so at the same time.</param>
internal sealed record LeaseTimes(TimeSpan Renew, TimeSpan Look, TimeSpan Stale, TimeSpan Confirm)
{
    /// <summary>Those of runs.</summary>
    public static LeaseTimes Usual { get; } = new(
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(2));
}
