using PalActors.Areas.Contract.Models;
using PalActors.Lab;
using PalActors.Lab.Results;
using PalActors.Lab.Sweeps;

namespace PalActors.Web.Data;

/// <summary>A sweep or study that is read from its folder while it grows.</summary>
internal sealed class ViewedSweep
{
    private readonly string _folder;
    private (long Length, DateTime Written) _seen;

    private ViewedSweep(string folder, SweepDefinition definition) => (_folder, Definition) = (folder, definition);

    /// <summary>Name of its folder.</summary>
    public string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(_folder)));

    /// <summary>Its definition.</summary>
    public SweepDefinition Definition { get; }

    /// <summary>Its rows so far.</summary>
    public IReadOnlyList<SweepRow> Rows { get; private set; } = [];

    /// <summary>Networks that have finished.</summary>
    public int Done { get; private set; }

    /// <summary>Networks among them that diverged.</summary>
    public int Diverged { get; private set; }

    /// <summary>True while a process computes it.</summary>
    public bool IsGoingOn { get; private set; }

    /// <summary>What keeps it from being shown as it is now; null for nothing.</summary>
    public string? Problem { get; private set; }

    /// <summary>Checks whether a folder is that of a sweep.</summary>
    public static bool IsSweep(string folder) => File.Exists(Path.Combine(folder, SweepFiles.Definition));

    /// <summary>Opens one.</summary>
    /// <exception cref="InputException">A file there cannot be read.</exception>
    public static ViewedSweep Open(ModelRegistry models, string folder)
    {
        ViewedSweep sweep = new(folder, SweepDefinition.Read(models, folder));
        sweep.Read();
        return sweep;
    }

    /// <summary>Takes in new rows.</summary>
    public void Refresh()
    {
        try
        {
            Read();
            Problem = null;
        }
        catch (InputException exception)
        {
            Problem = exception.Message;
        }
    }

    private void Read()
    {
        IsGoingOn = FolderLock.IsHeld(_folder);
        FileInfo file = new(Path.Combine(_folder, SweepFiles.Table));
        if (!file.Exists || (file.Length, file.LastWriteTimeUtc) == _seen)
            return;
        Rows = SweepTable.Read(_folder, Definition.Columns);
        // A network that is still being written has no last row yet.
        Done = Rows.Count(row => row.Metric == SweepTable.Frames);
        Diverged = Rows.Count(row => row.Metric == SweepTable.DivergedAtTick);
        _seen = (file.Length, file.LastWriteTimeUtc);
    }
}
