using System.Globalization;
using System.Text;
using Akka.Configuration;
using PalActors.Clustering.Wire;

namespace PalActors.Clustering.Nodes;

/// <summary>Configuration of the actor systems of runs and nodes.</summary>
public static class ActorSystems
{
    /// <summary>Name of every actor system of a cluster.</summary>
    public const string Name = "palactors";

    private static string Single(bool turns) => $"""
          type = Dispatcher
          throughput = {(turns ? 1 : 30)}
          executor = "PalActors.Clustering.Lanes.LaneExecutorConfigurator, PalActors.Clustering"
          mailbox-type = "PalActors.Clustering.Lanes.LaneMailbox, PalActors.Clustering"
        """;

    /// <summary>Name of a lane's dispatcher.</summary>
    /// <remarks>A lane has threads of its own, so that heartbeats and clocks always get time to run.</remarks>
    /// <param name="lane">The lane.</param>
    /// <param name="turns">
    /// True if its actors handle one message each in turn, as free-running areas need it; else several in a row.
    /// </param>
    public static string Lane(int lane, bool turns = false) =>
        string.Create(CultureInfo.InvariantCulture, $"palactors.lane-{lane}{(turns ? "-turns" : "")}");

    /// <summary>Makes the configuration with serializers and lanes.</summary>
    /// <param name="lanes">Networks that may run side by side.</param>
    /// <param name="threads">Threads per lane.</param>
    public static Config Configuration(int lanes, int threads)
    {
        StringBuilder text = new("""
            akka {
              # The log is that of the process, and goes to the error stream: the output stays what a script reads.
              loglevel = ERROR
              stdout-loglevel = OFF
              stdout-logger-class = "PalActors.Clustering.Logging.SilentLogger, PalActors.Clustering"
              loggers = ["PalActors.Clustering.Logging.ActorSystemLogger, PalActors.Clustering"]
              log-dead-letters = off
              log-dead-letters-during-shutdown = off
              # Whoever leaves in an orderly way says so (CoordinatedShutdown.Run); else an actor system just ends.
              coordinated-shutdown.run-by-clr-shutdown-hook = off
              coordinated-shutdown.run-by-actor-system-terminate = off
              actor {
                serializers {
                  hyperion = "PalActors.Clustering.Wire.HyperionControlSerializer, PalActors.Clustering"
                  palactors-frame = "PalActors.Clustering.Wire.FrameSerializer, PalActors.Clustering"
                }
                serialization-bindings {
                  "PalActors.Messages.Control.IControlMessage, PalActors.Messages" = hyperion
                  "PalActors.Messages.Frames.IFrameMessage, PalActors.Messages" = palactors-frame
                }
                serialization-identifiers {
                  "PalActors.Clustering.Wire.HyperionControlSerializer, PalActors.Clustering" = -5
                  "PalActors.Clustering.Wire.FrameSerializer, PalActors.Clustering" = 7301
                }
              }
            }

            """);
        string json = RefusingSerializer.Configuration("json", 1);
        text.Append(CultureInfo.InvariantCulture, $"akka.actor {{\n{json}\n}}\n");
        for (int lane = 0; lane < lanes; lane++)
        {
            foreach (bool turns in new[] { false, true })
            {
                string dispatcher = threads == 1 ? Single(turns) : Several(threads, turns);
                text.Append(CultureInfo.InvariantCulture, $"{Lane(lane, turns)} {{\n{dispatcher}\n}}\n");
            }
        }

        return ConfigurationFactory.ParseString(text.ToString());
    }

    private static string Several(int threads, bool turns) => string.Create(CultureInfo.InvariantCulture, $$"""
          type = ForkJoinDispatcher
          throughput = {{(turns ? 1 : 30)}}
          dedicated-thread-pool {
            thread-count = {{threads}}
            threadtype = background
          }
        """);
}
