using PalActors.Areas.Contract.Models;
using PalActors.Cli.Terminal;
using PalActors.Clustering.Reports;
using PalActors.Lab.Results;
using Spectre.Console;

namespace PalActors.Cli.Progress;

/// <summary>Progress on a terminal as a table with a row per network.</summary>
/// <remarks>A task of its own draws it anew a few times a second.</remarks>
internal sealed partial class LiveProgress
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(250);

    private readonly IAnsiConsole _console;
    private readonly IReadOnlyList<NetworkRecord> _networks;
    private readonly RateMeter[] _rates;
    private readonly double _dt;
    private readonly MetricDescriptor? _headline;

    /// <summary>Progress of these networks on this terminal.</summary>
    public LiveProgress(IAnsiConsole terminal, IReadOnlyList<NetworkRecord> networks)
    {
        _console = terminal;
        _networks = networks;
        _rates = [.. networks.Select(network => new RateMeter(network))];
        _dt = Figures.Dt(networks[0].Plan);
        _headline = networks[0].Cells.Headline();
    }

    /// <summary>Status of a run that may have nodes.</summary>
    public RunStatus? Status { get; init; }

    /// <summary>Its lines appear above the table.</summary>
    public ProgramLog? Log { get; init; }

    /// <summary>Checks whether this is a terminal to draw on: no pipe, no build server, no dumb terminal.</summary>
    public static bool Suits(TextWriter output)
    {
        if (!ConsoleFactory.IsTerminal(output))
            return false;
        IAnsiConsole console = ConsoleFactory.Create(output);
        return console.Profile.Capabilities is { Ansi: true, Interactive: true };
    }

    /// <summary>Draws until the run ends.</summary>
    public async Task ShowAsync(Task run)
    {
        using IDisposable? above = Log?.Above(_console);
        await _console.Live(LiveTable.Draw(Lines())).Overflow(VerticalOverflow.Crop).StartAsync(async display =>
        {
            using PeriodicTimer timer = new(s_look);
            while (!run.IsCompleted)
            {
                display.UpdateTarget(LiveTable.Draw(Lines()));
                await Task.WhenAny(run, timer.WaitForNextTickAsync().AsTask()).ConfigureAwait(false);
            }

            display.UpdateTarget(LiveTable.Draw(Lines()));
        }).ConfigureAwait(false);
    }
}
