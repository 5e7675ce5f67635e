namespace PalActors.Lab.Data;

/// <summary>A source of files: an address or a folder.</summary>
internal interface IFileSource
{
    /// <summary>Name in messages to the user.</summary>
    string Name { get; }

    /// <summary>Opens a file, packed.</summary>
    /// <exception cref="IOException">There is none, or it cannot be reached; also while it is read.</exception>
    Task<FetchedStream> OpenAsync(DataFile file, CancellationToken stop);
}

/// <summary>The bytes of a file, with their number if that is known.</summary>
/// <param name="Stream">The bytes.</param>
/// <param name="Length">Their number, or null.</param>
internal sealed record FetchedStream(Stream Stream, long? Length);
