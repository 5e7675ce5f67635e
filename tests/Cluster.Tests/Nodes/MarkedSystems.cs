using System.Collections.Concurrent;
using Akka.Actor;

namespace PalActors.Cluster.Tests.Nodes;

/// <summary>Actor systems of runs in this process, so that a test can end parts of them from within.</summary>
public sealed class MarkedSystems : ExtensionIdProvider<MarkedSystems>, IExtension
{
    private static readonly ConcurrentDictionary<string, ActorSystem> s_systems = new();

    /// <summary>Configuration of an actor system with a mark.</summary>
    public static string Configuration(string mark) => $"""

        akka.extensions = ["PalActors.Cluster.Tests.Nodes.MarkedSystems, PalActors.Cluster.Tests"]
        palactors-tests.mark = "{mark}"
        """;

    /// <summary>The newest actor system with a mark.</summary>
    public static ActorSystem Of(string mark) => s_systems[mark];

    public override MarkedSystems CreateExtension(ExtendedActorSystem system)
    {
        s_systems[system.Settings.Config.GetString("palactors-tests.mark")] = system;
        return new MarkedSystems();
    }
}
