using PalActors.Clustering.Snapshots;

namespace PalActors.Cluster.Tests.Snapshots;

/// <summary>Stands for the end of the process in a test.</summary>
internal sealed class CrashException() : Exception("The process ends here.");

/// <summary>
/// Writes files without waiting for the disk, logs the steps in order, and can end the process at a step of the n-th
/// file.
/// </summary>
internal sealed class SteppedFile(int crashFile = -1, WriteStep crashStep = WriteStep.Beginning) : DurableFile
{
    private int _file = -1;

    /// <summary>The steps so far: <c>step name</c>, <c>flush name</c> or <c>folder name</c>.</summary>
    public List<string> Log { get; } = [];

    /// <summary>Fails instead of flushing a file.</summary>
    public IOException? FlushFailure { get; init; }

    public override void FlushFolder(string path) => Log.Add("folder " + Path.GetFileName(path));

    protected override void Flush(FileStream stream)
    {
        Log.Add("flush " + Path.GetFileName(stream.Name));
        if (FlushFailure is not null)
            throw FlushFailure;
    }

    protected override void Reached(WriteStep step, string path)
    {
        Log.Add($"{step} {Path.GetFileName(path)}");
        if (step == WriteStep.Beginning)
            _file++;
        if (_file == crashFile && step == crashStep)
            throw new CrashException();
    }
}
