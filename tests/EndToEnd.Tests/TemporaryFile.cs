namespace PalActors.EndToEnd.Tests;

/// <summary>A file that is deleted after the test.</summary>
internal sealed class TemporaryFile(string extension) : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(
        System.IO.Path.GetTempPath(), $"palactors-{Guid.NewGuid():N}{extension}");

    public void Dispose() => File.Delete(Path);
}
