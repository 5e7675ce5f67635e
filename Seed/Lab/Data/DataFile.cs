using PalActors.Areas.Toolkit.Files;

namespace PalActors.Lab.Data;

/// <summary>A file of a data set as it is published.</summary>
/// <param name="Name">Its plain name.</param>
/// <param name="Md5">
/// Checksum of its unpacked bytes, or packed ones (<see cref="IsSumOfPacked"/>), in lower-case hexadecimal digits.
/// </param>
internal sealed record DataFile(string Name, string Md5)
{
    /// <summary>Its name with <c>.gz</c>, by which it is fetched.</summary>
    public string PackedName => Name + ".gz";

    /// <summary>True if the checksum is that of the packed bytes, since only it is published.</summary>
    /// <remarks>Such a file is right only as it was packed.</remarks>
    public bool IsSumOfPacked { get; init; }

    /// <summary>True if it is kept packed, also if it comes plain; else as it comes.</summary>
    public bool IsKeptPacked { get; init; } = true;

    /// <summary>Folder in which it may also lie, below the one where it is looked for; empty for none.</summary>
    public string Subfolder { get; init; } = "";

    /// <summary>Finds what is wrong with a copy, as a clause; null if it is right.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public async Task<string?> ProblemAsync(string path, CancellationToken stop)
    {
        try
        {
            Task<string> check = IsSumOfPacked ? Checksum.OfPackedAsync(path, stop) : Checksum.OfAsync(path, stop);
            string sum = await check.ConfigureAwait(false);
            return sum == Md5 ? null : $"the checksum is {sum}, and valid is {Md5}";
        }
        catch (DataFileException exception)
        {
            return $"{exception.Message}; valid is a whole file, of checksum {Md5}";
        }
    }

    /// <summary>Finds the file in a folder, packed or plain; null if it is not there.</summary>
    public string? FindIn(string folder) =>
        PackedFile.Find(folder, Name)
        ?? (Subfolder.Length > 0 ? PackedFile.Find(Path.Combine(folder, Subfolder), Name) : null);
}
