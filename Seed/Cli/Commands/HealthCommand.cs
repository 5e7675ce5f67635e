using System.CommandLine;
using PalActors.Cli.Settings;
using PalActors.Cli.Terminal;
using PalActors.Clustering.Membership;
using PalActors.Lab;

namespace PalActors.Cli.Commands;

/// <summary><c>palactors health</c>: a probe for containers, which have no shell.</summary>
internal static class HealthCommand
{
    /// <summary>The command.</summary>
    public static Command Create(TextWriter output, ProgramLog log)
    {
        Option<bool> ready = new("--ready")
        {
            Description = "Asks whether the process is part of a run, not only whether it lives.",
        };
        SettingOption port = new("--port", "P", "The --health-port of the process on this machine.", "--health-port");
        Command command = new("health", "Asks a seed or node on this machine how it is: the probe of containers.")
        {
            ready, port,
        };
        HelpExamples.Add(
            command,
            "palactors health --port 4055",
            "palactors health --ready",
            "Exit code: 0 yes, 1 no or no answer, 2 bad input.");
        command.SetAction(async (parsed, stop) =>
        {
            int asked = RemotingArguments.Port(port.Read(parsed))
                ?? throw new InputException(
                    "--port is missing; valid is the --health-port of the process, "
                    + $"or {port.Variable}.");
            string? answer = await HealthPort.AskAsync(asked, stop).ConfigureAwait(false);
            if (answer is null)
            {
                log.Problem($"nothing answers probes at 127.0.0.1:{asked}.");
                return ExitCodes.Failed;
            }

            output.WriteLine(answer);
            return answer == HealthPort.Ready || !parsed.GetValue(ready) ? ExitCodes.Success : ExitCodes.Failed;
        });
        return command;
    }
}
