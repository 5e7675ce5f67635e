using PalActors.Clustering.Nodes;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Runs;

/// <summary>How a run uses other nodes. Nothing here changes a digest.</summary>
public sealed record ClusterSettings
{
    /// <summary>Area nodes that areas are placed on besides this one; more are spares.</summary>
    public required int Nodes { get; init; }

    /// <summary>Whether this node hosts areas, too.</summary>
    public bool HostsAreas { get; init; } = true;

    /// <summary>Where it listens.</summary>
    public required RemotingOptions Remoting { get; init; }

    /// <summary>Build of the program that nodes must have.</summary>
    public required BuildIdentity Build { get; init; }

    /// <summary>Name of the experiment.</summary>
    public required string Experiment { get; init; }

    /// <summary>Data of the run that come as files, which nodes must have the same of; null if it uses none.</summary>
    public DataIdentity? Files { get; init; }

    /// <summary>Takes a line for people: who joined, what is waited for.</summary>
    public required Action<string> Say { get; init; }

    /// <summary>Interval of reminders while the seed waits for nodes.</summary>
    public TimeSpan RemindEvery { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Told host and port once the seed listens.</summary>
    public Action<string, int>? Listening { get; init; }

    /// <summary>Told once the nodes asked for are there.</summary>
    public Action? Complete { get; init; }
}
