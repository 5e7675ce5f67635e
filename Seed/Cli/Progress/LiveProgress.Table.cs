using System.Globalization;
using PalActors.Lab.Results;
using Spectre.Console;

namespace PalActors.Cli.Progress;

/// <content>The table that is drawn.</content>
internal sealed partial class LiveProgress
{
    private const int BarWidth = 20;

    // Lines of the terminal besides rows.
    private const int LinesAround = 6;

    private Table Draw()
    {
        foreach (RateMeter rate in _rates)
            rate.Sample();
        Table table = new() { Border = TableBorder.Simple, UseSafeBorder = true };
        table.AddColumn("network");
        if (_bars)
            table.AddColumn("");
        bool wire = _rates.Any(rate => rate.WireFramesPerSecond > 0);
        string[] traffic = wire ? ["wire"] : [];
        string[] headline = _headline is null ? [] : [_headline.Headline!.Short];
        string[] names = ["%", "speed", "real time", .. traffic, "epoch", Measure(), .. headline, "left"];
        foreach (string name in names)
            table.AddColumn(name, column => column.RightAligned().NoWrap());
        int[] shown = Shown(Math.Max(1, _console.Profile.Height - LinesAround));
        foreach (int index in shown)
            table.AddRow([.. Row(index, wire).Select(cell => new Markup(cell))]);
        if (shown.Length < _networks.Count)
            table.Caption(Counts(), Style.Plain);
        return table;
    }

    // All networks if there is room; else first those that run, then those to come, then those that ended.
    private int[] Shown(int room)
    {
        IEnumerable<int> all = Enumerable.Range(0, _networks.Count);
        return _networks.Count <= room
            ? [.. all]
            : [.. all.OrderBy(i => Rank(_networks[i])).Take(room).Order()];

        static int Rank(NetworkRecord network) => network is { Outcome: not null } ? 2 : network.Started ? 0 : 1;
    }

    private string Measure()
    {
        string expected = _networks[0].Validation is { } metric ? Evaluations.Name(metric, "validation")
            : _networks[0].Plan.Schedule.RecordEvery > 0 ? "error" : "validation";
        return _networks
            .Select(network => Figures.Success(network).Name)
            .FirstOrDefault(name => name.Length > 0, expected);
    }

    private string Counts()
    {
        int finished = _networks.Count(network => network.Outcome is not null);
        int running = _networks.Count(network => network is { Started: true, Outcome: null });
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{_networks.Count} networks: {running} running, {finished} finished, "
            + $"{_networks.Count - running - finished} to come");
    }

    private List<string> Row(int index, bool wire)
    {
        NetworkRecord network = _networks[index];
        RateMeter rate = _rates[index];
        double share = Figures.Share(network);
        (int epoch, int epochs) = (Figures.Epoch(network), Figures.Epochs(network.Plan));
        List<string> cells = [Markup.Escape(Figures.Name(network.Plan))];
        if (_bars)
            cells.Add(Bar(share, network.Outcome is not null));
        cells.Add(string.Create(CultureInfo.InvariantCulture, $"{100 * share:F0}"));
        cells.Add(Figures.Speed(rate.TicksPerSecond));
        cells.Add(Figures.RealTime(rate.TicksPerSecond, _dt));
        if (wire)
            cells.Add(TrafficText.Of(rate));
        cells.Add(string.Create(CultureInfo.InvariantCulture, $"{epoch}/{epochs}"));
        cells.Add(Figures.Success(network).Value);
        if (_headline is not null)
            cells.Add(Figures.Values(_headline.Form, Figures.LastValues(network, _headline)));
        cells.Add(network.Outcome is { } end ? Figures.How(end, "done") : Figures.Duration(rate.SecondsLeft));
        return cells;
    }

    private string Bar(double share, bool ended)
    {
        int filled = (int)Math.Round(share * BarWidth);
        (char full, char empty) = _console.Profile.Capabilities.Unicode ? ('━', '─') : ('#', '-');
        string color = ended ? "green" : "blue";
        return $"[{color}]{new string(full, filled)}[/][grey]{new string(empty, BarWidth - filled)}[/]";
    }
}
