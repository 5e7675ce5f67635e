namespace PalActors.Clustering.Membership;

/// <summary>Times for which a node that stays leaves a seed alone.</summary>
/// <remarks>
/// A seed answers for some seconds after the end of its run, and one that does not take a node in would do the same
/// again: each is asked less and less often.
/// </remarks>
internal sealed class RestTimes
{
    /// <summary>Shortest time, after the end of a run in which the node took part.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>Longest time, and that after a refusal.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private TimeSpan _last = Shortest;

    /// <summary>Gets the time after an end that the seed gave.</summary>
    /// <param name="kind">Kind of the end.</param>
    /// <param name="isFirst">True if the seed had something to do for the node, or was long away.</param>
    public TimeSpan After(SessionEndKind kind, bool isFirst)
    {
        if (kind == SessionEndKind.Refused)
            return Longest;
        _last = isFirst ? Shortest : TimeSpan.FromTicks(Math.Min(2 * _last.Ticks, Longest.Ticks));
        return _last;
    }
}
