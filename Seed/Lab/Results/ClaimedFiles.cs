using PalActors.Clustering.Snapshots;

namespace PalActors.Lab.Results;

/// <summary>Durable files in a claimed folder, which get their names only while the claim holds.</summary>
/// <param name="hold">The claim.</param>
/// <param name="lost">Words the loss of the claim.</param>
internal sealed class ClaimedFiles(FolderHold hold, string lost) : DurableFile
{
    /// <inheritdoc/>
    public override void RequireClaim()
    {
        if (!hold.IsHeld())
            throw new IOException(lost);
    }
}
