namespace PalActors.Lab.Results;

/// <summary>The lock of a folder, with a lease where locks may not be known.</summary>
/// <param name="file">The locked file.</param>
/// <param name="lease">The lease, or null.</param>
internal sealed class FolderHold(FileStream file, FolderLease? lease) : IDisposable
{
    /// <summary>Completes if another process takes the folder over, which it does after a long suspension.</summary>
    public Task Lost { get; } = lease?.Lost ?? new TaskCompletionSource().Task;

    /// <summary>Checks that the folder is still this process's.</summary>
    /// <exception cref="IOException">The lease cannot be read.</exception>
    public bool IsHeld() => lease?.IsHeld() != false;

    /// <inheritdoc/>
    public void Dispose()
    {
        lease?.Dispose();
        file.Dispose();
    }
}
