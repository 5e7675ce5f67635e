using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Microcircuit.Metrics;
using PalActors.Cli.Progress;
using PalActors.Cli.Terminal;
using PalActors.Clustering.Reports;
using PalActors.Lab.Experiments;
using PalActors.Lab.Results;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using Spectre.Console;

namespace PalActors.Seed.Tests;

/// <summary>The table on a terminal: no line is torn or wrapped, whatever the width.</summary>
public sealed class LiveTableTests
{
    [Theory]
    [InlineData(40, "network % validation", "no-feedback 123456")]
    [InlineData(80, "network % ticks/s epoch validation angle(W^T,B) left", "no-feedback seed 123456")]
    [InlineData(120, "network % ticks/s wire epoch validation angle(W^T,B) left", "no-feedback seed 123456")]
    [InlineData(200, "network % ticks/s real time wire epoch validation angle(W^T,B) left", "no-feedback seed 123456")]
    public void EachWidthShowsWhatFitsAndNamesAreWhole(int width, string headings, string name)
    {
        StringWriter output = new();
        IAnsiConsole console = Console(output, width);
        LiveProgress progress = new(console, Networks());

        console.Write(LiveTable.Draw(progress.Lines()));

        string[] lines = output.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        Assert.All(lines, line => Assert.True(line.Length < width, $"{line.Length} columns of {width}: {line}"));
        // Heading, rule, and a line for each network.
        Assert.Equal(4, lines.Length);
        Assert.Equal(headings.Split(' '), lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("PAL ", lines[2], StringComparison.Ordinal);
        Assert.StartsWith(name, lines[3], StringComparison.Ordinal);
        Assert.DoesNotContain("...", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ATextThatIsTooLongEndsInDots()
    {
        Assert.Equal("a text", LiveTable.Cut("a text", 6));
        Assert.Equal("a long...", LiveTable.Cut("a long text", 9));
    }

    [Fact]
    public void MessagesStandWholeAboveTheTable()
    {
        StringWriter output = new(), error = new();
        IAnsiConsole console = Console(output, 80);
        MessageStream messages = new(error) { IsTerminal = true };

        console.Live(LiveTable.Draw(["network", "PAL"])).Start(display =>
        {
            using (messages.Above(console))
                messages.WriteLine("palactors: node a is gone at about tick 301");
            display.UpdateTarget(LiveTable.Draw(["network", "FA"]));
        });
        messages.WriteLine("palactors: later");

        string text = output.ToString();
        // Its line is filled up, so nothing of the table that stood there shows.
        string message = "palactors: node a is gone at about tick 301".PadRight(79);
        Assert.Contains($"{message}\n", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal("palactors: later\n", error.ToString().ReplaceLineEndings("\n"));
        // The table is drawn again below the message.
        Assert.True(
            text.LastIndexOf("network", StringComparison.Ordinal) > text.IndexOf("is gone", StringComparison.Ordinal));
    }

    [Fact]
    public void CtrlCLeavesNoTraceInATableAndTheLastOneLeavesTheTerminal()
    {
        StringWriter output = new();
        MessageStream messages = new(new StringWriter());
        using (messages.Above(Console(output, 80)))
        {
            LiveDrawing.Mend(isLast: false);
            LiveDrawing.Mend(isLast: true);
            LiveDrawing.Mend(isLast: true);
        }

        messages.Above(Console(output, 80)).Dispose();
        LiveDrawing.Mend(isLast: true);

        // The echo is gone, twice, and the shell begins on a line of its own, with a cursor.
        Assert.Equal("\b\b\u001b[K\b\b\u001b[K\n\u001b[?25h", output.ToString());
    }

    private static IAnsiConsole Console(StringWriter output, int width)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = AnsiSupport.No,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = width;
        console.Profile.Height = 24;
        return console;
    }

    private static NetworkRecord[] Networks()
    {
        IReadOnlyList<NetworkPlan> plans = NetworkPlans.Of(ExperimentReader.Read(
            CellModels.All, ExperimentFiles.Resolve("yin-yang"),
            Override.Parse("--set", "model=[PAL, no-feedback]"), new Override("--epochs", "epochs", "10")));
        NetworkRecord[] networks = [.. plans.Select(plan => new NetworkRecord(plan, Palactors.Cells))];
        foreach (NetworkRecord network in networks)
        {
            int number = network.Plan.Network;
            network.Start();
            network.Add(new Metric(number, 10, 10, null, CommonMetrics.AccuracyValidation, 0.755));
            network.Add(new Metric(number, 10, 10, 1, MicrocircuitMetrics.AngleWTB, 52));
            network.Finish(new NetworkEnd(
                network.Plan.Schedule.EndTick, Completed: true, new NetworkFigures(900, 40_000, 3_000_000, 5, []),
                new string('0', 64), Seconds: 10));
        }

        return networks;
    }
}
