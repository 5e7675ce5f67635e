namespace PalActors.Areas.Toolkit.Files;

/// <summary>A format of files that hold samples.</summary>
internal interface IDataFormat
{
    /// <summary>Its name.</summary>
    string Name { get; }

    /// <summary>What is read of it, in one line.</summary>
    string Summary { get; }

    /// <summary>Checks whether a file has it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="first">Its first bytes, unpacked if it is a gzip.</param>
    bool Suits(string path, ReadOnlySpan<byte> first);

    /// <summary>Lists what a file holds.</summary>
    /// <exception cref="DataFileException">The file cannot be used.</exception>
    IReadOnlyList<FilePart> Parts(string path);

    /// <summary>Reads what is wanted of a file.</summary>
    /// <exception cref="DataFileException">It is not there, or the file cannot be used.</exception>
    FileContent Read(string path, FileRequest request);
}
