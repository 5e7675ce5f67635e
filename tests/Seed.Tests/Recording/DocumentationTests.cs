using System.Text.RegularExpressions;
using PalActors.Areas.Contract.Models;
using PalActors.Lab.Experiments;
using PalActors.Lab.Runs;
using PalActors.TestKit;

namespace PalActors.Seed.Tests.Recording;

/// <summary>docs/recording.md agrees with the code.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string[] s_lines = File.ReadAllLines(
        Path.Combine(AppContext.BaseDirectory, "docs", "recording.md"));

    [Fact]
    public void TheTableIsThatOfTheCode() =>
        Assert.Equal(Palactors.Cells.Observables.Select(Row), Table("observable"));

    [Fact]
    public void TheTablesOfRateCellsAreThoseOfTheCode()
    {
        IAreaModel cells = CellModels.All.Get("rate");
        Assert.Equal(cells.Observables.Select(Row), Table("observable", place: 1));
        Assert.Equal(cells.Metrics.Except(CommonMetrics.All).Select(Row), Table("metric", place: 1));
    }

    [Fact]
    public void TheTableOfMetricsIsThatOfTheCode() =>
        Assert.Equal(Palactors.Cells.Metrics.Select(Row), Table("metric"));

    [Fact]
    public void TheExampleOfTheKeyIsValid()
    {
        int first = Array.IndexOf(s_lines, "record:");
        string example = string.Join('\n', s_lines.Skip(first).TakeWhile(line => line != "```"));
        YamlEntry entry = Assert.Single(Assert.IsType<YamlMap>(YamlReader.Read(example, "recording.md")).Entries);

        Assert.Equal(3, RecordReader.Read(entry, Palactors.Cells, [SmallPlans.YinYang("PAL", [4, 30, 3])]).Count);
    }

    [Fact]
    public async Task TheCommandLeavesWhatTheRecipesRead()
    {
        using TemporaryFolder folder = new();
        string command = s_lines.Single(line => line.StartsWith("palactors run", StringComparison.Ordinal));
        string record = command[(command.IndexOf("record=", StringComparison.Ordinal) + 7)..].TrimEnd('\'');
        ExperimentRun run = new(
            CellModels.All, ExperimentFiles.Resolve("yin-yang"),
            [new Override("--ticks", "ticks", "2000"), new Override("--set", "record", record)])
        {
            Folder = folder["out"],
        };

        Assert.True((await run.RunAsync()).HasEnded);
        using var opened = PureHDF.H5File.OpenRead(Path.Combine(folder["out"], "recording.h5"));
        string[] paths =
        [
            .. s_lines.SelectMany(line => QuotedPaths().Matches(line))
                .Select(match => match.Groups[1].Value)
                .Distinct(),
        ];
        Assert.Equal(3, paths.Length);
        Assert.All(paths, path => Assert.True(opened.LinkExists(path), path));
    }

    // Of the network of the command, in whichever language.
    [GeneratedRegex("\"/?(PAL_123456[/\\w]*)\"")]
    private static partial Regex QuotedPaths();

    private static IEnumerable<string> Table(string heading, int place = 0)
    {
        (string Line, int At)[] headings =
            [.. s_lines.Select((line, i) => (line, i)).Where(one => one.line.StartsWith($"| {heading} |"))];
        return s_lines.Skip(headings[place].At + 2).TakeWhile(line => line.StartsWith('|'));
    }

    private static string Row(MetricDescriptor metric) =>
        $"| `{metric.Name}` | {metric.Unit} | {Home(metric.Home)} | {metric.Meaning} |";

    private static string Home(MetricHome home) => home switch
    {
        MetricHome.Network => "network",
        MetricHome.Feedback => "hidden",
        MetricHome.AboveFirst => "2 to top",
        _ => "1 to top",
    };

    private static string Row(ObservableDescriptor observable) =>
        $"| `{observable.Name}` | {observable.Symbol} | {observable.Unit} | {Axis(observable.Rows)}"
        + $"{(observable.Columns == ObservableAxis.None ? "" : " x " + Axis(observable.Columns))} | "
        + $"{Home(observable.Home)} | {observable.Description} |";

    private static string Axis(ObservableAxis axis) => axis switch
    {
        ObservableAxis.Here => "neurons",
        ObservableAxis.Below => "neurons below",
        _ => "neurons above",
    };

    private static string Home(ObservableHome home) => home switch
    {
        ObservableHome.Input => "0",
        ObservableHome.Hidden => "hidden",
        ObservableHome.Targeted => "top",
        _ => "1 to top",
    };
}
