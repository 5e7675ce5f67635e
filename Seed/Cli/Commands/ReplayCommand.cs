using System.CommandLine;
using System.Globalization;
using PalActors.Areas.Models;
using PalActors.Areas.Models.Traces;
using PalActors.Cli.Terminal;
using PalActors.Lab;
using PalActors.Lab.Traces;
using Spectre.Console;

namespace PalActors.Cli.Commands;

/// <summary><c>palactors replay</c>: replays a golden trace through area actors.</summary>
/// <remarks>The state is compared at every checkpoint.</remarks>
internal static class ReplayCommand
{
    /// <summary>The command.</summary>
    public static Command Create(TextWriter output)
    {
        Argument<string> trace = new("TRACE")
        {
            Description = $"A trace in the format {string.Join(" or ", TraceFiles.Formats)}, .json or .json.gz.",
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
            "Exit code: 0 if X is at most the tolerance of the format, 1 if it is not, 2 if the trace cannot be used.");
        command.SetAction((parsed, stop) => ReplayAsync(parsed.GetRequiredValue(trace), output, stop));
        return command;
    }

    private static async Task<int> ReplayAsync(string path, TextWriter output, CancellationToken stop)
    {
        ITrace trace = Load(path);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{trace.Case}: {trace.Summary}"));
        Deviations report;
        try
        {
            report = await TraceReplay.RunAsync(trace, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }

        Print(output, trace, report);
        // NaN fails too.
        return report.Worst <= trace.Tolerance ? ExitCodes.Success : ExitCodes.Failed;
    }

    private static ITrace Load(string path)
    {
        try
        {
            return TraceFiles.Load(path);
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

    private static void Print(TextWriter output, ITrace trace, Deviations report)
    {
        Table table = new() { Border = TableBorder.Simple, UseSafeBorder = true };
        table.AddColumn("quantity");
        table.AddColumn("deviation", column => column.RightAligned());
        foreach ((string quantity, double deviation) in report.ByQuantity)
            table.AddRow(new Text(quantity), new Text(deviation.ToString("0.00e0", CultureInfo.InvariantCulture)));
        ConsoleFactory.Create(output).Write(table);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{trace.Ticks.Count} checkpoints; the worst is {report.WorstQuantity} at tick {report.WorstStep}; "
            + $"the bar is {trace.Tolerance:0e0}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"worst deviation {report.Worst:R}"));
    }
}
