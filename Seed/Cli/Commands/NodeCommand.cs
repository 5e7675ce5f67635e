using System.CommandLine;
using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Cli.Settings;
using PalActors.Cli.Terminal;
using PalActors.Clustering.Membership;
using PalActors.Clustering.Remoting;
using PalActors.Lab;
using PalActors.Lab.Results;
using PalActors.Lab.Runs;

namespace PalActors.Cli.Commands;

/// <summary><c>palactors node</c>: an area node.</summary>
internal static partial class NodeCommand
{
    /// <summary>The command.</summary>
    public static Command Create(ModelRegistry models, TextWriter output, ProgramLog log)
    {
        SettingOption join = Join(), giveUp = GiveUp(), shared = Shared(), hocon = HoconSetting.Create();
        Option<string?> experiment = Experiment();
        SettingFlag stay = Stay();
        Command command = new("node", "Hosts areas for a run on another machine or process.")
        {
            join, stay, giveUp, experiment, shared, hocon,
        };
        RemotingArguments remoting = new(command, defaultPort: 0);
        HttpArguments http = new(command);
        HelpExamples.Add(command, s_help);
        command.SetAction((parsed, stop) =>
        {
            NodeAddress seed = Seed(join.Read(parsed));
            bool stays = stay.Read(parsed);
            AreaNodeOptions options = new()
            {
                SeedHost = seed.Host,
                SeedPort = seed.Port,
                Remoting = remoting.Read(parsed),
                GiveUpAfter = giveUp.Read(parsed) is { } time
                    ? Durations.Parse(time)
                    : stays ? TimeSpan.MaxValue : AreaNodeOptions.UsualPatience,
                Stays = stays,
                Experiment = parsed.GetValue(experiment) ?? "",
                SharedFolder = shared.Read(parsed)?.Text,
                HashData = DataFiles.HashHere,
                Log = log.Factory,
                Configuration = HoconSetting.Read(hocon.Read(parsed)).Text,
            };
            return RunAsync(models, options, remoting.HealthPort(parsed), http, parsed, output, log, stop);
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
        ProgramLog log,
        CancellationToken stop)
    {
        log.Hold("role", "area");
        AreaNode? node = null;
        node = new AreaNode(models, options, ProgramVersion.Current, Say);
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

        log.Problem($"{Problem(end.Kind)}: {end.Reason.TrimEnd('.')}.");
        return ExitCodes.Failed;

        void Say(string line)
        {
            // A log collector reads one form of lines.
            if (log.IsJson)
            {
                log.Event(line, new EventSubject { Node = node?.Name });
                return;
            }

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
