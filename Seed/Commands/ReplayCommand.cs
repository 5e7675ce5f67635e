using System.CommandLine;
using System.Globalization;
using PalActors.Areas.Models.Microcircuit.Traces;
using PalActors.Seed.Traces;
using Spectre.Console;

namespace PalActors.Seed.Commands;

/// <summary><c>palactors replay</c>: replays a golden trace through area actors.</summary>
/// <remarks>The state is compared at every checkpoint.</remarks>
public static class ReplayCommand
{
    /// <summary>Largest deviation, relative to the scale of each quantity, that counts as the same.</summary>
    public const double Tolerance = GoldenTrace.Tolerance;

    /// <summary>The command.</summary>
    public static Command Create(TextWriter output)
    {
        Argument<string> trace = new("TRACE")
        {
            Description = "A trace in the format pal-golden-1, .json or .json.gz.",
        };
        Command command = new(
            "replay",
            "Replays a trace of the authors' simulator through the area actors and compares every checkpoint.")
        {
            trace,
        };
        HelpExamples.Add(
            command,
            "palactors replay tests/golden/a_pal_232_fwbw.json",
            "The last line is 'worst deviation X', X relative to the largest value of each quantity.",
            "Exit code: 0 if X is at most 1e-11, 1 if it is not, 2 if the trace cannot be used.");
        command.SetAction((parsed, stop) => ReplayAsync(parsed.GetRequiredValue(trace), output, stop));
        return command;
    }

    private static async Task<int> ReplayAsync(string path, TextWriter output, CancellationToken stop)
    {
        GoldenTrace trace = Load(path);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{trace.Case}: {trace.Model}, layers {string.Join("-", trace.Layers)}, {trace.TotalSteps} ticks"));
        ReplayReport report;
        try
        {
            report = await TraceReplay.RunAsync(trace, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }

        Print(output, report);
        // NaN fails too.
        return report.Worst <= Tolerance ? ExitCodes.Success : ExitCodes.Failed;
    }

    private static GoldenTrace Load(string path)
    {
        try
        {
            return GoldenTrace.Load(path);
        }
        catch (TraceFormatException exception)
        {
            throw new InputException(exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be read: {exception.Message}");
        }
    }

    private static void Print(TextWriter output, ReplayReport report)
    {
        Table table = new() { Border = TableBorder.Simple, UseSafeBorder = true };
        table.AddColumn("quantity");
        table.AddColumn("deviation", column => column.RightAligned());
        foreach ((string quantity, double deviation) in report.ByQuantity)
            table.AddRow(new Text(quantity), new Text(deviation.ToString("0.00e0", CultureInfo.InvariantCulture)));
        ConsoleFactory.Create(output).Write(table);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Checkpoints} checkpoints; the worst is {report.WorstQuantity} at tick {report.WorstStep}; "
            + $"the bar is {Tolerance:0e0}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"worst deviation {report.Worst:R}"));
    }
}
