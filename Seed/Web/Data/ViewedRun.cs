using PalActors.Clustering.Reports;
using PalActors.Lab.Experiments;
using PalActors.Lab.Results;

namespace PalActors.Web.Data;

/// <summary>A run as the pages show it, wherever it computes.</summary>
/// <param name="folder">Its folder.</param>
/// <param name="experiment">Its experiment.</param>
internal abstract class ViewedRun(string folder, Experiment experiment)
{
    /// <summary>Its folder.</summary>
    public string Folder => folder;

    /// <summary>Its experiment.</summary>
    public Experiment Experiment => experiment;

    /// <summary>Name of its folder, by which it is told from others.</summary>
    public string Name { get; } = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));

    /// <summary>Its networks; their values change while it goes on.</summary>
    public abstract IReadOnlyList<NetworkRecord> Networks { get; }

    /// <summary>True while a process computes it.</summary>
    public abstract bool IsGoingOn { get; }

    /// <summary>What happened, in the order in which it did; empty where no one was told.</summary>
    public virtual IReadOnlyList<RunEvent> Events => [];

    /// <summary>Nodes with the areas of a network, idle ones too; none in one process.</summary>
    public virtual IReadOnlyList<NodeAreas> Places(NetworkRecord network) => [];

    /// <summary>What keeps it from being shown as it is now, in one line; null for nothing.</summary>
    public string? Problem { get; protected set; }

    /// <summary>Takes in what is new.</summary>
    /// <remarks>One thread at a time calls it, and only while a page is open.</remarks>
    public abstract void Refresh();

    /// <summary>Ticks per second of a network over the last seconds; 0 where that is not known.</summary>
    public virtual double TicksPerSecond(NetworkRecord network) =>
        network.Outcome is { Seconds: > 0 } end ? (end.Tick - network.FirstTick) / end.Seconds : 0;

    /// <summary>Traffic of a network, or null where that is not known.</summary>
    public virtual RateMeter? Traffic(NetworkRecord network) => null;

    /// <summary>The newest state of a network that can be had, and asks for a newer one; null for none.</summary>
    public abstract NetworkSample? Sample(NetworkRecord network);
}
