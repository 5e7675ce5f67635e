namespace PalActors.Web.Data;

/// <summary>Something that happened in a run.</summary>
/// <param name="At">When this process heard of it.</param>
/// <param name="Text">One line.</param>
internal sealed record RunEvent(DateTimeOffset At, string Text)
{
    /// <summary>True if something was lost or went wrong.</summary>
    public bool IsLoss { get; } = s_losses.Any(word => Text.Contains(word, StringComparison.Ordinal));

    private static readonly string[] s_losses =
        ["is gone", "diverged", "could not", "cannot", "was not written", "no longer", "lost"];
}
