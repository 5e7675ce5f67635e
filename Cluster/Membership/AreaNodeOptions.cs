using Microsoft.Extensions.Logging;
using PalActors.Clustering.Logging;
using PalActors.Clustering.Remoting;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Membership;

/// <summary>Options of an area node.</summary>
public sealed record AreaNodeOptions
{
    /// <summary>Usual time for which a node looks for a seed.</summary>
    public static TimeSpan UsualPatience { get; } = TimeSpan.FromMinutes(10);

    /// <summary>Host of the seed.</summary>
    public required string SeedHost { get; init; }

    /// <summary>Port of the seed.</summary>
    public required int SeedPort { get; init; }

    /// <summary>Addresses and certificates of its own end.</summary>
    public RemotingOptions Remoting { get; init; } = new();

    /// <summary>
    /// Time for which it looks for a seed, from its start and after each time it lost one; <see
    /// cref="TimeSpan.MaxValue"/> for ever.
    /// </summary>
    public TimeSpan GiveUpAfter { get; init; } = UsualPatience;

    /// <summary>Goes back to looking for a seed after the end of a run, or where a seed refused it.</summary>
    public bool Stays { get; init; }

    /// <summary>Experiment that it expects the seed to run, or empty for any.</summary>
    public string Experiment { get; init; } = "";

    /// <summary>Path at which it sees the folder that all nodes share; null for the seed's path.</summary>
    public string? SharedFolder { get; init; }

    /// <summary>Hashes this machine's copy of data that come as files; null where it lacks samples in use.</summary>
    public Func<DataIdentity, string?> HashData { get; init; } = _ => null;

    /// <summary>Number of networks that may run side by side.</summary>
    public int Lanes { get; init; } = Environment.ProcessorCount;

    /// <summary>Makes the loggers of its actor systems; by default those of the error stream.</summary>
    public ILoggerFactory Log { get => field ?? LineLog.ErrorStream; init; }

    /// <summary>Further configuration of the actor system, HOCON, taken first.</summary>
    /// <remarks>A user's has passed <see cref="Overrides.HoconOverrides"/>; tests give any.</remarks>
    public string Configuration { get; init; } = "";
}
