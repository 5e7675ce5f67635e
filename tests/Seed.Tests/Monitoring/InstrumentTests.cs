using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using PalActors.Clustering.Telemetry;

namespace PalActors.Seed.Tests.Monitoring;

/// <summary>The table of the docs lists the instruments that there are, and the board asks for no others.</summary>
public sealed partial class InstrumentTests
{
    private static readonly IReadOnlyList<Instrument> s_all = All();

    [Fact]
    public void TheDocsListEveryInstrument()
    {
        string[] rows = [.. Row().Matches(Repository.Read("docs/operations.md")).Select(match => match.Value)];

        Assert.Equal(s_all.Select(RowOf), rows);
    }

    [Fact]
    public void EveryInstrumentHasAUnitAndADescription() =>
        Assert.All(s_all, instrument => Assert.True(instrument is { Unit.Length: > 0, Description.Length: > 10 }));

    [Fact]
    public void TheBoardAsksForMetricsThatThereAre()
    {
        string[] valid = [.. s_all.SelectMany(PrometheusNames)];
        string board = Repository.Read("k8s/overlays/metrics/board.json");
        string[] asked = [.. Metric().Matches(board).Select(match => match.Value).Distinct()];

        Assert.True(asked.Length > 12);
        Assert.All(asked, name => Assert.Contains(name, valid));
    }

    private static List<Instrument> All()
    {
        List<Instrument> found = [];
        Meter own = Instruments.Meter;
        using MeterListener listener = new();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter == own)
                found.Add(instrument);
        };
        listener.Start();
        return found;
    }

    private static string RowOf(Instrument instrument) =>
        $"| `{instrument.Name}` | {KindOf(instrument)} | `{instrument.Unit}` | {instrument.Description} |";

    private static string KindOf(Instrument instrument) => instrument.GetType().Name.Split('`')[0] switch
    {
        "UpDownCounter" => "up-down counter",
        string kind => kind.ToLowerInvariant(),
    };

    // The rules of the exporter, as its answers show them.
    private static IEnumerable<string> PrometheusNames(Instrument instrument)
    {
        string unit = instrument.Unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            "deg" => "_deg",
            "{tick}/s" => "_per_second",
            _ => "",
        };
        string name = instrument.Name.Replace('.', '_') + unit;
        return KindOf(instrument) switch
        {
            "counter" => [$"{name}_total"],
            "histogram" => [$"{name}_bucket", $"{name}_sum", $"{name}_count"],
            _ => [name],
        };
    }

    [GeneratedRegex(@"^\| `palactors\..*$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\bpalactors_(?!network|model|seed|origin|outcome|metric|place)\w+")]
    private static partial Regex Metric();
}
