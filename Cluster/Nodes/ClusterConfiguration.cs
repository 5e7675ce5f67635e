using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Remote.Transport.DotNetty;
using Microsoft.Extensions.Logging;
using PalActors.Clustering.Frames;
using PalActors.Clustering.Logging;
using PalActors.Clustering.Remoting;
using PalActors.Clustering.Wire;

namespace PalActors.Clustering.Nodes;

/// <summary>Configuration of an actor system that is a node of a cluster.</summary>
/// <remarks>After a split only the side with the seed goes on, so that there are never two clocks.</remarks>
public static class ClusterConfiguration
{
    /// <summary>Role of the node that keeps the clock.</summary>
    public const string SeedRole = "seed";

    /// <summary>Role of a node that hosts areas.</summary>
    public const string AreaRole = "area";

    // Akka's own serializers and their identifiers, besides those that are replaced by name below.
    private static readonly (string Alias, int Identifier)[] s_refused =
    [
        ("proto", 2), ("daemon-create", 3), ("bytes", 4), ("akka-misc", 16), ("primitive", 17), ("akka-system-msg", 22),
        ("reliable-delivery", 36),
    ];

    /// <summary>Starts the actor system of a node.</summary>
    /// <param name="roles">Its roles; one node may have both.</param>
    /// <param name="options">Address and certificates.</param>
    /// <param name="lanes">Networks that may run side by side.</param>
    /// <param name="threads">Threads per lane.</param>
    /// <param name="further">Further configuration, taken first.</param>
    /// <param name="log">Makes its loggers; null for those of the error stream.</param>
    /// <exception cref="ListenException">It cannot listen there.</exception>
    public static ActorSystem Start(
        IEnumerable<string> roles,
        RemotingOptions options,
        int lanes,
        int threads,
        string further = "",
        ILoggerFactory? log = null)
    {
        LogSetup logs = new(log ?? LineLog.ErrorStream);
        Config config = ConfigurationFactory.ParseString($"{further}\n{logs.Configuration}")
            .WithFallback(Create(roles, options))
            .WithFallback(ActorSystems.Configuration(lanes, threads));
        BootstrapSetup bootstrap = BootstrapSetup.Create().WithConfig(config);
        NodeTls? tls = options.Tls is null ? null : new NodeTls(options.Tls);
        ActorSystemSetup setup = ActorSystemSetup.Create(bootstrap, new FrameConnections.Options(options, tls), logs);
        if (tls is not null)
            setup = setup.And(Remoting(tls));
        ActorSystem system;
        try
        {
            system = ActorSystem.Create(ActorSystems.Name, setup);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The rest of the configuration is fixed; only the address can fail.
            throw ListenException.At(options, exception);
        }

        try
        {
            FrameConnections.Of(system);
            return system;
        }
        catch (SocketException exception)
        {
            system.Terminate();
            throw ListenException.At(options, exception, isForFrames: true);
        }
    }

    /// <summary>Makes the configuration of a node, without serializers and lanes.</summary>
    /// <remarks>Those come from <see cref="ActorSystems.Configuration"/> as its fallback.</remarks>
    /// <param name="roles">Its roles.</param>
    /// <param name="options">Address and certificates.</param>
    public static Config Create(IEnumerable<string> roles, RemotingOptions options) =>
        ConfigurationFactory.ParseString(string.Create(CultureInfo.InvariantCulture, $$"""
        akka {
          actor {
            provider = cluster
            serializers.akka-cluster = "PalActors.Clustering.Wire.ClusterSerializer, PalActors.Clustering"
            serializers.akka-containers = "PalActors.Clustering.Wire.SelectionSerializer, PalActors.Clustering"
            {{string.Join('\n', s_refused.Select(one => RefusingSerializer.Configuration(one.Alias, one.Identifier)))}}
          }
          remote {
            untrusted-mode = on
            # Nodes refer to each other's actors by their paths; only Akka's cluster selects.
            trusted-selection-paths = ["/system/cluster/core/daemon", "/system/cluster/heartbeatReceiver"]
            # A seed that was away is found again within a second.
            retry-gate-closed-for = 1s
            log-remote-lifecycle-events = off
            dot-netty.tcp {
              hostname = "{{IPAddress.Parse(options.Bind)}}"
              public-hostname = "{{options.Host}}"
              port = {{options.Port}}
              # On Linux .NET lets two processes listen at one port with this option, and the kernel deals their
              # connections to both. A port of a killed process can be had again without it.
              tcp-reuse-addr = off
              maximum-frame-size = {{RemotingOptions.MaximumFrame}}b
              send-buffer-size = {{2 * RemotingOptions.MaximumFrame}}b
              receive-buffer-size = {{2 * RemotingOptions.MaximumFrame}}b
              enable-ssl = {{(options.Tls is null ? "off" : "on")}}
            }
          }
          cluster {
            roles = [{{string.Join(", ", roles)}}]
            min-nr-of-members = 1
            downing-provider-class = "PalActors.Clustering.Nodes.SeedDecides, PalActors.Clustering"
            # A node may be too busy to answer for a moment: five seconds are many ticks to replay, but few to wait.
            failure-detector.acceptable-heartbeat-pause = 5s
          }
        }
        """));

    // Only nodes whose certificate the authority has signed can send a message, in either direction; whoever opens a
    // connection also compares the name that it was meant for.
    private static DotNettySslSetup Remoting(NodeTls tls) => new(
        tls.Own,
        suppressValidation: false,
        requireMutualAuthentication: true,
        customValidator: (certificate, _, peer, _, _) => tls.Admits(certificate, peer));
}
