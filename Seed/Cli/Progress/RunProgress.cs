using PalActors.Lab.Results;

namespace PalActors.Cli.Progress;

/// <summary>Progress of networks: a live table on a terminal, lines elsewhere.</summary>
internal static class RunProgress
{
    /// <summary>Shows it until the run ends.</summary>
    /// <param name="output">Terminal, file or pipe to write to.</param>
    /// <param name="networks">The networks.</param>
    /// <param name="run">The run.</param>
    public static Task ShowAsync(TextWriter output, IReadOnlyList<NetworkRecord> networks, Task run) =>
        LiveProgress.Suits(output)
            ? new LiveProgress(output, networks).ShowAsync(run)
            : new PlainProgress(output, networks).ShowAsync(run);
}
