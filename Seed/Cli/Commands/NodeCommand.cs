using System.CommandLine;
using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Cli.Terminal;
using PalActors.Clustering.Membership;
using PalActors.Clustering.Remoting;
using PalActors.Lab;
using PalActors.Lab.Runs;

namespace PalActors.Cli.Commands;

/// <summary><c>palactors node</c>: an area node.</summary>
internal static partial class NodeCommand
{
    /// <summary>The command.</summary>
    public static Command Create(ModelRegistry models, TextWriter output, TextWriter error)
    {
        Option<string?> join = Join(), giveUp = GiveUp(), experiment = Experiment(), shared = Shared();
        Option<bool> stay = Stay();
        Command command = new("node", "Hosts areas for a run on another machine or process.")
        {
            join, stay, giveUp, experiment, shared,
        };
        RemotingArguments remoting = new(command, defaultPort: 0);
        HttpArguments http = new(command);
        HelpExamples.Add(command, s_help);
        command.SetAction((parsed, stop) =>
        {
            NodeAddress seed = Seed(parsed.GetValue(join));
            bool stays = parsed.GetValue(stay);
            AreaNodeOptions options = new()
            {
                SeedHost = seed.Host,
                SeedPort = seed.Port,
                Remoting = remoting.Read(parsed),
                GiveUpAfter = parsed.GetValue(giveUp) is { } time
                    ? Durations.Parse("--give-up-after", time)
                    : stays ? TimeSpan.MaxValue : AreaNodeOptions.UsualPatience,
                Stays = stays,
                Experiment = parsed.GetValue(experiment) ?? "",
                SharedFolder = parsed.GetValue(shared),
                HashData = DataFiles.HashHere,
            };
            return RunAsync(models, options, remoting.HealthPort(parsed), http, parsed, output, error, stop);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        ModelRegistry models,
        AreaNodeOptions options,
        int? healthPort,
        HttpArguments http,
        ParseResult parsed,
        TextWriter output,
        TextWriter error,
        CancellationToken stop)
    {
        AreaNode node = new(models, options, ProgramVersion.Current, Say);
        await using HealthPort? health =
            healthPort is { } port ? HealthPorts.Open(port, () => node.State == SessionState.Joined) : null;
        string seed = $"{options.SeedHost}:{options.SeedPort}";
        await using IAsyncDisposable? monitoring =
            await http.StartAsync(parsed, node, seed, Say, stop).ConfigureAwait(false);
        SessionEnd end;
        try
        {
            end = await node.RunAsync(stop).ConfigureAwait(false);
        }
        catch (ListenException exception)
        {
            throw ListenFailures.Of(exception);
        }

        if (end.Kind is SessionEndKind.RunOver or SessionEndKind.Stopped)
        {
            Say(end.Reason);
            bool isStopped = stop.IsCancellationRequested && end.Kind == SessionEndKind.Stopped;
            return isStopped ? ExitCodes.Interrupted : ExitCodes.Success;
        }

        error.WriteProblem($"{Problem(end.Kind)}: {end.Reason.TrimEnd('.')}.");
        return ExitCodes.Failed;

        void Say(string line)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"node: {line}"));
            output.Flush();
        }
    }

    private static string Problem(SessionEndKind kind) => kind switch
    {
        SessionEndKind.Refused => "refused",
        SessionEndKind.RunFailed => "the run failed",
        _ => "gave up",
    };
}
