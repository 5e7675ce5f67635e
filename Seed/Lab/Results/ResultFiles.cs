using PalActors.Clustering.Reports;
using PalActors.Clustering.Snapshots;

namespace PalActors.Lab.Results;

/// <summary>Files of results, each written if it can be, whatever became of the others.</summary>
/// <param name="files">Tells whether the folder may still be written.</param>
/// <param name="tell">Receives why a file was not written.</param>
internal sealed class ResultFiles(DurableFile files, Action<string> tell)
{
    private readonly List<string> _written = [];
    private readonly List<string> _unwritten = [];

    /// <summary>Names of the files that were written.</summary>
    public IReadOnlyList<string> Written => [.. _written.Distinct()];

    /// <summary>Names of the files that could not be written.</summary>
    public IReadOnlyList<string> Unwritten => _unwritten;

    /// <summary>Receives why a file was not written.</summary>
    public Action<string> Tell => tell;

    /// <summary>Writes a file, or tells why it cannot be written.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="write">Writes it, and those that belong to it; returns the names of all.</param>
    /// <exception cref="IOException">The folder belongs to another process by now.</exception>
    public void Write(string name, Func<IReadOnlyList<string>> write)
    {
        files.RequireClaim();
        try
        {
            _written.AddRange(write());
        }
        catch (Exception exception) when (IsProblem(exception))
        {
            Miss(name, exception);
        }
    }

    /// <summary>Waits until others have written a file, or tells why they could not.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="writing">Completes when it is written.</param>
    public async Task AwaitAsync(string name, Task writing)
    {
        try
        {
            await writing.ConfigureAwait(false);
        }
        catch (Exception exception) when (IsProblem(exception))
        {
            Miss(name, exception);
        }
    }

    private static bool IsProblem(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or RunFailedException;

    private void Miss(string name, Exception exception)
    {
        _unwritten.Add(name);
        tell($"{name} was not written: {exception.Message.ReplaceLineEndings(" ")}");
    }
}
