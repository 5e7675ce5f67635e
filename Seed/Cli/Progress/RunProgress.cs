using PalActors.Cli.Terminal;
using PalActors.Clustering.Reports;
using PalActors.Lab.Results;

namespace PalActors.Cli.Progress;

/// <summary>Progress of networks: a live table on a terminal, lines elsewhere.</summary>
internal static class RunProgress
{
    /// <summary>Shows it until the run ends.</summary>
    /// <param name="output">Terminal, file or pipe to write to.</param>
    /// <param name="networks">The networks.</param>
    /// <param name="run">The run.</param>
    /// <param name="log">Its lines appear above the table of a terminal.</param>
    /// <param name="status">Status of a run that may have nodes.</param>
    public static Task ShowAsync(
        TextWriter output, IReadOnlyList<NetworkRecord> networks, Task run, ProgramLog? log = null,
        RunStatus? status = null) =>
        LiveProgress.Suits(output)
            ? new LiveProgress(ConsoleFactory.Create(output), networks) { Log = log, Status = status }
                .ShowAsync(run)
            : new PlainProgress(output, networks).ShowAsync(run);
}
