namespace PalActors.Areas.Toolkit.Files;

/// <summary>Array of numpy in a file, plain or gzip.</summary>
internal sealed class NpyFormat : IDataFormat
{
    /// <inheritdoc/>
    public string Name => ".npy";

    /// <inheritdoc/>
    public string Summary => "one array of numpy; C or Fortran order, little- or big-endian, numbers or texts";

    /// <inheritdoc/>
    public bool Suits(string path, ReadOnlySpan<byte> first) => first.StartsWith(NpyHeader.Magic);

    /// <inheritdoc/>
    public IReadOnlyList<FilePart> Parts(string path) => SingleArray.Parts(path, NpyHeader.Read);

    /// <inheritdoc/>
    public FileContent Read(string path, FileRequest request) => SingleArray.Read(path, request, NpyHeader.Read);
}
