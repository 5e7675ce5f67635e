namespace PalActors.Clustering.Snapshots;

/// <summary>Writes files such that after a crash at any moment the old file or the whole new one is there.</summary>
/// <remarks>
/// It writes beside (<c>name.part</c>), waits for the disk, renames, and waits for the folder, since a rename is an
/// entry of the folder and not of the file. A later write is therefore on the disk only if all earlier ones are. The
/// protected members are for tests that end at a step or look at the order. The file beside is always a new one, so
/// that a process which had the folder before, and still has such a file open, writes into no other than its own.
/// </remarks>
public class DurableFile
{
    /// <summary>Suffix of a file's name while it is written.</summary>
    public const string Part = ".part";

    /// <summary>Writer that waits for the disk at every step.</summary>
    public static DurableFile Default { get; } = new();

    /// <summary>Bytes that are gathered for a write.</summary>
    public const int BufferSize = 1 << 16;

    /// <summary>Writes a file, in place of an old one of this name if there is one.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="bytes">All of it.</param>
    /// <exception cref="IOException">
    /// It could not be written; the old file is as it was, unless the disk failed only at the very last step.
    /// </exception>
    public void Write(string path, byte[] bytes) => Write(path, file =>
    {
        file.Write(bytes);
        return bytes.Length;
    });

    /// <summary>Writes a file that need not fit into memory, in place of an old one of this name.</summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="write">Writes all of it.</param>
    /// <returns>Whatever <paramref name="write"/> returns.</returns>
    /// <exception cref="IOException">
    /// It could not be written; the old file is as it was, unless the disk failed only at the very last step.
    /// </exception>
    public T Write<T>(string path, Func<Stream, T> write)
    {
        string part = path + Part;
        T result;
        Reached(WriteStep.Beginning, path);
        RequireClaim();
        try
        {
            File.Delete(part);
            using FileStream stream = new(part, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferSize);
            result = write(stream);
            Reached(WriteStep.Written, path);
            Flush(stream);
        }
        catch (IOException)
        {
            // Most often the disk is full: the unfinished file takes room that is needed.
            Remove(part);
            throw;
        }

        Reached(WriteStep.Flushed, path);
        RequireClaim();
        File.Move(part, path, overwrite: true);
        Reached(WriteStep.Renamed, path);
        FlushFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        Reached(WriteStep.Durable, path);
        return result;
    }

    /// <summary>Makes a folder and those above it, each on the disk before anything is put into it.</summary>
    public void CreateFolder(string path)
    {
        string full = Path.GetFullPath(path);
        if (Directory.Exists(full) || Path.GetDirectoryName(full) is not string parent)
            return;
        CreateFolder(parent);
        Directory.CreateDirectory(full);
        FlushFolder(parent);
    }

    /// <summary>Fails if the folder is no longer this process's to change.</summary>
    /// <remarks>It is called just before each change by which files get or lose their names.</remarks>
    /// <exception cref="IOException">Another process has taken the folder over.</exception>
    public virtual void RequireClaim()
    {
    }

    private static void Remove(string part)
    {
        try
        {
            File.Delete(part);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The caller gets the first failure.
        }
    }

    /// <summary>Waits until a folder's names are on the disk.</summary>
    public virtual void FlushFolder(string path) => FolderFlush.Flush(path);

    /// <summary>Waits until a file's bytes are on the disk.</summary>
    protected virtual void Flush(FileStream stream) => stream.Flush(flushToDisk: true);

    /// <summary>Marks that the writing of <paramref name="path"/> has come to a step.</summary>
    protected virtual void Reached(WriteStep step, string path)
    {
    }
}
