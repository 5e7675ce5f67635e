using System.Globalization;
using PalActors.Lab.Results;

namespace PalActors.Cli.Progress;

/// <content>The table that is drawn.</content>
internal sealed partial class LiveProgress
{
    private const int BarWidth = 20;

    // Columns of a terminal below which names are short.
    private const int Narrow = 60;

    // Lines of the terminal besides rows.
    private const int LinesAround = 6;

    /// <summary>The lines as they are now; none is longer than the terminal is wide.</summary>
    internal IReadOnlyList<string> Lines()
    {
        foreach (RateMeter rate in _rates)
            rate.Sample();
        // A character in the last column makes some terminals wrap.
        int width = Math.Max(10, _console.Profile.Width - 1);
        int[] shown = Shown(Math.Max(1, _console.Profile.Height - LinesAround));
        List<string> lines = [.. LiveTable.Lines(Columns(shown, width < Narrow), width)];
        if (shown.Length < _networks.Count)
            lines.Add(LiveTable.Cut(Counts(), width));
        if (Status is not null && NodeLine.Of(Status) is { Length: > 0 } nodes)
            lines.Add(LiveTable.Cut(nodes, width));
        return lines;
    }

    private IEnumerable<LiveColumn> Columns(int[] shown, bool isNarrow)
    {
        yield return new(
            "network", 0,
            Cells((network, _) => isNarrow
                ? Number($"{network.Plan.Label} {network.Plan.Seed}")
                : Figures.Name(network.Plan)),
            IsText: true);
        yield return new("", 8, Cells((network, _) => Bar(Figures.Share(network))), IsText: true);
        yield return new("%", 0, Cells((network, _) => Number($"{100 * Figures.Share(network):F0}")));
        yield return new("ticks/s", 5, Cells((_, rate) => Figures.Speed(rate.TicksPerSecond).Replace(" ticks/s", "")));
        yield return new("real time", 7, Cells((_, rate) => Figures.RealTime(rate.TicksPerSecond, _dt)));
        if (shown.Any(index => _rates[index].WireFramesPerSecond > 0))
            yield return new("wire", 6, Cells((_, rate) => TrafficText.Of(rate)));
        yield return new(
            "epoch", 2,
            Cells((network, _) => Number($"{Figures.Epoch(network)}/{Figures.Epochs(network.Plan)}")));
        yield return new(Measure(), 1, Cells((network, _) => Figures.Success(network).Value));
        if (_headline is { Headline: { } texts })
        {
            yield return new(texts.Short, 4, Cells((network, _) =>
                Figures.Values(_headline.Form, Figures.LastValues(network, _headline))));
        }

        yield return new("left", 3, Cells((network, rate) => network.Outcome is { } end
            ? Figures.How(end, "done")
            : Figures.Duration(rate.SecondsLeft)));

        string[] Cells(Func<NetworkRecord, RateMeter, string> cell) =>
            [.. shown.Select(index => cell(_networks[index], _rates[index]))];

        static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
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

    private string Bar(double share)
    {
        int filled = (int)Math.Round(share * BarWidth);
        (char full, char empty) = _console.Profile.Capabilities.Unicode ? ('━', '─') : ('#', '-');
        return new string(full, filled) + new string(empty, BarWidth - filled);
    }
}
