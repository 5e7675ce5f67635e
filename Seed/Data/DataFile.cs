namespace PalActors.Seed.Data;

/// <summary>A file of a data set as it is published.</summary>
/// <param name="Name">Its plain name; it is fetched and kept packed, with <c>.gz</c>.</param>
/// <param name="Md5">Checksum of its unpacked bytes, in lower-case hexadecimal digits.</param>
public sealed record DataFile(string Name, string Md5)
{
    /// <summary>Its name with <c>.gz</c>.</summary>
    public string PackedName => Name + ".gz";
}
