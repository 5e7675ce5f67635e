namespace PalActors.Areas.Toolkit.Batches;

/// <summary>One of the three nested loops over the terms of a product.</summary>
/// <param name="Count">Number of repetitions.</param>
/// <param name="A">Elements by which the left factor moves on at each.</param>
/// <param name="X">Elements by which the right factor moves on at each.</param>
internal readonly record struct TermLoop(int Count, int A, int X)
{
    /// <summary>Loop that runs once.</summary>
    public static TermLoop Once { get; } = new(1, 0, 0);
}
