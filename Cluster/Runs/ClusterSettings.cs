using Microsoft.Extensions.Logging;
using PalActors.Clustering.Logging;
using PalActors.Clustering.Remoting;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Runs;

/// <summary>Settings of a run over several nodes; none of them changes a digest.</summary>
public sealed record ClusterSettings
{
    /// <summary>Area nodes that areas are placed on besides this one; more are spares.</summary>
    public required int Nodes { get; init; }

    /// <summary>True if this node hosts areas, too.</summary>
    public bool HostsAreas { get; init; } = true;

    /// <summary>Address and certificates of this node.</summary>
    public required RemotingOptions Remoting { get; init; }

    /// <summary>Build of the program that nodes must have.</summary>
    public required BuildIdentity Build { get; init; }

    /// <summary>Name of the experiment.</summary>
    public required string Experiment { get; init; }

    /// <summary>Data of the run that come as files, which must be the same on all nodes; null if none.</summary>
    public DataIdentity? Files { get; init; }

    /// <summary>Takes a line for people, such as that a node has joined.</summary>
    public required Action<string> Say { get; init; }

    /// <summary>Makes the loggers of the actor system that dismisses nodes; a run's are those of its settings.
    /// </summary>
    public ILoggerFactory Log { get => field ?? LineLog.ErrorStream; init; }

    /// <summary>Interval of reminders while the seed waits for nodes.</summary>
    public TimeSpan RemindEvery { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Time for which a run that goes on waits for all nodes before it takes those that are here; null for ever.
    /// </summary>
    /// <remarks>A run that begins waits for all that were asked for.</remarks>
    public TimeSpan? Patience { get; init; }

    /// <summary>Receives host and port once the seed listens.</summary>
    public Action<string, int>? Listening { get; init; }

    /// <summary>Called once the nodes asked for are there.</summary>
    public Action? Complete { get; init; }
}
