namespace PalActors.Lab.Data;

/// <summary>A tar archive, packed with gzip, in which the files of a data set are published.</summary>
/// <param name="Name">Its name without <c>.gz</c>.</param>
/// <param name="Bytes">Length, packed.</param>
/// <param name="Sha256">SHA-256 of the packed bytes, in lower-case hexadecimal digits.</param>
internal sealed record DataArchive(string Name, long Bytes, string Sha256)
{
    /// <summary>The archive as a file to be fetched; the checksum of its unpacked bytes is not published.</summary>
    public DataFile File { get; } = new(Name, "");

    /// <summary>Its name with <c>.gz</c>.</summary>
    public string PackedName => File.PackedName;
}
