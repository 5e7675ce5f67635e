using System.Globalization;
using PalActors.Seed.Recording;

namespace PalActors.Seed.Results;

/// <summary>The folder of a run: made and claimed before anything starts, so that a run never ends with nowhere to write.</summary>
public sealed class OutputFolder
{
    private OutputFolder(string path, FileStream metrics) => (Path, Metrics) = (path, metrics);

    /// <summary>The folder as the user named it.</summary>
    public string Path { get; }

    /// <summary>The open, empty metrics.csv: creating it is what claims the folder.</summary>
    public FileStream Metrics { get; }

    /// <summary>The path of a file in the folder.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Claims <paramref name="path"/>, or a fresh folder under runs/ if it is null, and writes the effective experiment there.</summary>
    /// <exception cref="InputException">It cannot be made or written, or holds a run.</exception>
    public static OutputFolder Claim(string? path, string experiment, DateTime now, string effective)
    {
        if (path is null)
        {
            string stamped = System.IO.Path.Combine("runs", string.Create(CultureInfo.InvariantCulture, $"{experiment}-{now:yyyyMMdd-HHmmss}"));
            path = stamped;
            for (int n = 2; Directory.Exists(path); n++)
                path = $"{stamped}-{n}";
        }

        if (path.Length == 0)
            throw new InputException("--out is empty; valid is a folder that can be written.");
        string? made = FirstMissing(path);
        FileStream? metrics = null;
        try
        {
            Directory.CreateDirectory(path);
            // The input may lie in the very folder that is named as output: nothing that is there is ever replaced.
            foreach (string name in RunFiles.All)
            {
                if (System.IO.File.Exists(System.IO.Path.Combine(path, name)))
                    throw new InputException($"--out is '{path}', which already holds {name}; valid is a new or empty folder.");
            }

            foreach (string name in new[] { RecordingFiles.Folder, RecordingFiles.Hdf5 })
            {
                if (System.IO.Path.Exists(System.IO.Path.Combine(path, name)))
                    throw new InputException($"--out is '{path}', which already holds {name}; valid is a new or empty folder.");
            }

            metrics = new FileStream(System.IO.Path.Combine(path, RunFiles.Metrics), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
            using FileStream stream = new(System.IO.Path.Combine(path, RunFiles.Experiment), FileMode.CreateNew, FileAccess.Write);
            using StreamWriter writer = new(stream);
            writer.Write(effective);
            return new OutputFolder(path, metrics);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Discard(path, made, metrics);
            throw new InputException($"--out is '{path}', which cannot be written: {exception.Message.TrimEnd('.')}; valid is a folder that can be written.");
        }
    }

    private static void Discard(string path, string? made, FileStream? metrics)
    {
        try
        {
            if (metrics is not null)
            {
                metrics.Dispose();
                System.IO.File.Delete(System.IO.Path.Combine(path, RunFiles.Metrics));
                System.IO.File.Delete(System.IO.Path.Combine(path, RunFiles.Experiment));
            }

            if (made is not null && Directory.Exists(made))
                Directory.Delete(made, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What could not be written may not be removable either; the user hears of the first error.
        }
    }

    /// <summary>The topmost folder that does not exist yet: what to remove if claiming fails half-way.</summary>
    private static string? FirstMissing(string path)
    {
        string? missing = null;
        try
        {
            for (string? folder = System.IO.Path.GetFullPath(path); folder is not null && !System.IO.Path.Exists(folder); folder = System.IO.Path.GetDirectoryName(folder))
                missing = folder;
        }
        catch (ArgumentException)
        {
            // Not a path at all: making it will say so.
        }

        return missing;
    }
}
