using System.CommandLine;
using System.Globalization;
using System.Net.Sockets;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Membership;
using PalActors.Clustering.Nodes;
using PalActors.Seed.Experiments;

namespace PalActors.Seed.Commands;

/// <summary><c>palactors node</c>: an area node.</summary>
public static class NodeCommand
{
    /// <summary>The command.</summary>
    public static Command Create(ModelRegistry models, TextWriter output, TextWriter error)
    {
        Option<string?> join = EnvironmentOption.Create("--join", "PALACTORS_JOIN", "HOST:PORT", "The seed: the 'palactors run ... --nodes N' that this node is to serve.");
        Option<string?> giveUp = EnvironmentOption.Create("--give-up-after", "PALACTORS_GIVE_UP_AFTER", "TIME", "How long to look for a seed, at the start and after each time it is lost; by default 10m.");
        Option<string?> experiment = new("--experiment") { Description = "Serves only a seed that runs this experiment.", HelpName = "NAME" };
        Option<string?> shared = EnvironmentOption.Create("--shared", "PALACTORS_SHARED", "DIR", "Where this node sees the folder of snapshots of a run with '--keeper shared', if not at the path that the seed names.");
        Command command = new("node", "Hosts areas for a run on another machine or process.") { join, giveUp, experiment, shared };
        RemotingArguments remoting = new(command, defaultPort: 0);
        HelpExamples.Add(
            command,
            "palactors node --join 127.0.0.1:4053",
            "palactors node --join seed:4053 --bind 0.0.0.0 --public-host node-1 --tls-certificate node.pem --tls-key node.key --tls-ca ca.pem",
            "The seed and its nodes may start in any order. A node that loses its seed looks for it again.",
            "Exit code: 0 the run is over, or the node was asked to leave; 1 the run failed, the seed refused the node, or none was found; 2 bad input.");
        command.SetAction((parsed, stop) =>
        {
            NodeAddress seed = Seed(parsed.GetValue(join));
            AreaNodeOptions options = new()
            {
                SeedHost = seed.Host,
                SeedPort = seed.Port,
                Remoting = remoting.Read(parsed),
                GiveUpAfter = parsed.GetValue(giveUp) is { } time ? Durations.Parse("--give-up-after", time) : TimeSpan.FromMinutes(10),
                Experiment = parsed.GetValue(experiment) ?? "",
                SharedFolder = parsed.GetValue(shared),
                HashData = ExperimentData.HashHere,
            };
            return RunAsync(models, options, remoting.HealthPort(parsed), output, error, stop);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        ModelRegistry models,
        AreaNodeOptions options,
        int? healthPort,
        TextWriter output,
        TextWriter error,
        CancellationToken stop)
    {
        AreaNode node = new(models, options, ProgramVersion.Current, Say);
        await using HealthPort? health = healthPort is { } port ? OpenHealth(port, () => node.State == SessionState.Joined) : null;
        SessionEnd end;
        try
        {
            end = await node.RunAsync(stop).ConfigureAwait(false);
        }
        catch (ListenException exception)
        {
            throw new InputException(exception.Message + ".");
        }

        if (end.Kind is SessionEndKind.RunOver or SessionEndKind.Stopped)
        {
            Say(end.Reason);
            return stop.IsCancellationRequested && end.Kind == SessionEndKind.Stopped ? ExitCodes.Interrupted : ExitCodes.Success;
        }

        error.WriteLine($"palactors: {(end.Kind == SessionEndKind.Refused ? "refused: " : end.Kind == SessionEndKind.RunFailed ? "the run failed: " : "gave up: ")}{end.Reason.TrimEnd('.')}.");
        return ExitCodes.Failed;

        void Say(string line)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"node: {line}"));
            output.Flush();
        }
    }

    /// <summary>Opens the port that answers probes.</summary>
    /// <exception cref="InputException">It cannot be had.</exception>
    public static HealthPort OpenHealth(int port, Func<bool> isReady)
    {
        try
        {
            return new HealthPort(port, isReady);
        }
        catch (SocketException exception)
        {
            throw new InputException($"--health-port is {port}, which cannot be had: {exception.Message}.");
        }
    }

    private static NodeAddress Seed(string? text)
    {
        if (text is null)
            throw new InputException("--join is missing; valid is --join HOST:PORT, the address that 'palactors run ... --nodes N' shows.");
        return NodeAddress.TryParse(text) ?? throw new InputException(
            $"--join is '{text}'; valid is HOST:PORT, for instance 127.0.0.1:4053, "
            + "an IPv6 address in brackets: [::1]:4053.");
    }
}
