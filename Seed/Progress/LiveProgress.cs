using System.Globalization;
using PalActors.Seed.Results;
using Spectre.Console;

namespace PalActors.Seed.Progress;

/// <summary>Progress on a terminal: one row per network, drawn anew a few times a second by a task of its own.</summary>
public sealed class LiveProgress
{
    private const int BarWidth = 20;
    private const int LinesAround = 6;
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(250);

    private readonly IAnsiConsole _console;
    private readonly IReadOnlyList<NetworkRecord> _networks;
    private readonly RateMeter[] _rates;
    private readonly double _dt;
    private readonly bool _bars;

    /// <summary>Progress of these networks on this terminal.</summary>
    public LiveProgress(TextWriter terminal, IReadOnlyList<NetworkRecord> networks)
    {
        _console = ConsoleFactory.Create(terminal);
        _networks = networks;
        _rates = [.. networks.Select(network => new RateMeter(network))];
        _dt = Figures.Dt(networks[0].Plan);
        _bars = _console.Profile.Width >= 110;
    }

    /// <summary>Whether this terminal can be drawn on: not a pipe, not a build server, not a dumb terminal.</summary>
    public static bool Suits(TextWriter output)
    {
        if (!ConsoleFactory.IsTerminal(output))
            return false;
        IAnsiConsole console = ConsoleFactory.Create(output);
        return console.Profile.Capabilities is { Ansi: true, Interactive: true };
    }

    /// <summary>Draws until the run ends.</summary>
    public Task ShowAsync(Task run) => _console.Live(Draw()).Overflow(VerticalOverflow.Crop).StartAsync(async display =>
    {
        using PeriodicTimer timer = new(s_look);
        while (!run.IsCompleted)
        {
            display.UpdateTarget(Draw());
            await Task.WhenAny(run, timer.WaitForNextTickAsync().AsTask()).ConfigureAwait(false);
        }

        display.UpdateTarget(Draw());
    });

    private Table Draw()
    {
        foreach (RateMeter rate in _rates)
            rate.Sample();
        Table table = new() { Border = TableBorder.Simple, UseSafeBorder = true };
        table.AddColumn("network");
        if (_bars)
            table.AddColumn("");
        bool wire = _rates.Any(rate => rate.WireFramesPerSecond > 0);
        foreach (string name in (string[])["%", "speed", "real time", .. wire ? (string[])["wire"] : [], "epoch", Measure(), "angle(W^T,B)", "left"])
            table.AddColumn(name, column => column.RightAligned().NoWrap());
        int room = Math.Max(1, _console.Profile.Height - LinesAround);
        int[] shown = Shown(room);
        foreach (int index in shown)
            table.AddRow([.. Row(index, wire).Select(cell => new Markup(cell))]);
        if (shown.Length < _networks.Count)
            table.Caption(Others(), Style.Plain);
        return table;
    }

    /// <summary>All networks if the terminal is high enough; else those that run, then those to come, then those that ended.</summary>
    private int[] Shown(int room)
    {
        IEnumerable<int> all = Enumerable.Range(0, _networks.Count);
        return _networks.Count <= room
            ? [.. all]
            : [.. all.OrderBy(i => _networks[i] is { Outcome: not null } ? 2 : _networks[i].Started ? 0 : 1).Take(room).Order()];
    }

    private string Measure() => _networks.Select(network => Figures.Success(network).Name).FirstOrDefault(name => name.Length > 0, _networks[0].Plan.Schedule.RecordEvery > 0 ? "error" : "validation");

    private string Others()
    {
        int finished = _networks.Count(network => network.Outcome is not null), running = _networks.Count(network => network is { Started: true, Outcome: null });
        return string.Create(CultureInfo.InvariantCulture, $"{_networks.Count} networks: {running} running, {finished} finished, {_networks.Count - running - finished} to come");
    }

    private List<string> Row(int index, bool wire)
    {
        NetworkRecord network = _networks[index];
        RateMeter rate = _rates[index];
        double share = Figures.Share(network);
        List<string> cells = [Markup.Escape(Figures.Name(network.Plan))];
        if (_bars)
            cells.Add(Bar(share, network.Outcome is not null));
        cells.Add(string.Create(CultureInfo.InvariantCulture, $"{100 * share:F0}"));
        cells.Add(Figures.Speed(rate.TicksPerSecond));
        cells.Add(Figures.RealTime(rate.TicksPerSecond, _dt));
        if (wire)
            cells.Add(Figures.Traffic(rate));
        cells.Add(string.Create(CultureInfo.InvariantCulture, $"{Figures.Epoch(network)}/{Figures.Epochs(network.Plan)}"));
        cells.Add(Figures.Success(network).Value);
        cells.Add(Figures.Angles(Figures.LastAngles(network)));
        cells.Add(network.Outcome is { } end ? Figures.How(end, "done") : Figures.Duration(rate.SecondsLeft));
        return cells;
    }

    private string Bar(double share, bool ended)
    {
        int filled = (int)Math.Round(share * BarWidth);
        (char full, char empty) = _console.Profile.Capabilities.Unicode ? ('━', '─') : ('#', '-');
        return $"[{(ended ? "green" : "blue")}]{new string(full, filled)}[/][grey]{new string(empty, BarWidth - filled)}[/]";
    }
}
