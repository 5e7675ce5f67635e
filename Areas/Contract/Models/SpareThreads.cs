namespace PalActors.Areas.Contract.Models;

/// <summary>Threads that areas may use besides their own; no result depends on them.</summary>
/// <param name="Rows">
/// Threads that share a pass over one large matrix, the area's own included; 1: none is shared.
/// </param>
/// <param name="DrawsAhead">True if a core is left over that may draw noise ahead.</param>
public sealed record SpareThreads(int Rows, bool DrawsAhead)
{
    /// <summary>Most threads that share a pass.</summary>
    public const int MostRows = 256;

    /// <summary>No thread besides the area's own.</summary>
    public static SpareThreads None { get; } = new(1, DrawsAhead: false);
}
