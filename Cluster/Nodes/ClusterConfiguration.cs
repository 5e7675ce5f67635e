using System.Globalization;
using Akka.Configuration;

namespace PalActors.Clustering.Nodes;

/// <summary>
/// The configuration of an actor system that is a node of a cluster. Ports bind to loopback. After a split only the side with the oldest seed lives on,
/// so that there are never two clocks.
/// </summary>
public static class ClusterConfiguration
{
    /// <summary>Role of the node that keeps the clock.</summary>
    public const string SeedRole = "seed";

    /// <summary>Role of a node that hosts areas.</summary>
    public const string AreaRole = "area";

    /// <summary>Configuration of a node, without serializers and lanes: those come from <see cref="ActorSystems.Configuration"/> as its fallback.</summary>
    /// <param name="roles">Its roles; one node may have both.</param>
    /// <param name="port">Port on loopback; 0 for any that is free.</param>
    public static Config Create(IEnumerable<string> roles, int port) => ConfigurationFactory.ParseString(string.Create(CultureInfo.InvariantCulture, $$"""
        akka {
          actor.provider = cluster
          remote.dot-netty.tcp {
            hostname = "127.0.0.1"
            port = {{port}}
          }
          cluster {
            roles = [{{string.Join(", ", roles)}}]
            min-nr-of-members = 1
            downing-provider-class = "Akka.Cluster.SBR.SplitBrainResolverProvider, Akka.Cluster"
            split-brain-resolver {
              active-strategy = keep-oldest
              stable-after = 3s
              down-all-when-unstable = off
              keep-oldest {
                role = {{SeedRole}}
                down-if-alone = off
              }
            }
          }
        }
        """));
}
