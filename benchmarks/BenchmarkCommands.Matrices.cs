using System.CommandLine;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Benchmarks;

/// <content>Benchmarks of passes over one matrix, of files, and of the machine.</content>
internal static partial class BenchmarkCommands
{
    private static Command Rows()
    {
        Argument<int> rounds = Rounds(21);
        (Option<int> threads, Option<int> least, Option<int> most) =
            Matrices("threads of a split pass", Environment.ProcessorCount, 4000);
        Command command = new("rows", "passes over one matrix by one thread beside the same split over cores")
        {
            rounds, threads, least, most,
        };
        command.SetAction(parsed => RowsBenchmark.Run(
            parsed.GetRequiredValue(rounds), parsed.GetRequiredValue(threads), parsed.GetRequiredValue(least),
            parsed.GetRequiredValue(most)));
        return command;
    }

    private static Command Blocked()
    {
        Argument<int> rounds = Rounds(11);
        (Option<int> threads, Option<int> least, Option<int> most) = Matrices("threads that share a matrix", 1, 2000);
        Command command =
            new("blocked", "ticks that pass over one matrix beside blocks of ticks") { rounds, threads, least, most };
        command.SetAction(parsed => BlockedBenchmark.Run(
            parsed.GetRequiredValue(rounds), parsed.GetRequiredValue(threads), parsed.GetRequiredValue(least),
            parsed.GetRequiredValue(most)));
        return command;
    }

    private static Command Batches()
    {
        Argument<int> rounds = Rounds(21);
        Option<int> threads =
            new("--threads") { HelpName = "N", Description = "threads of a pass", DefaultValueFactory = _ => 1 };
        CheckThreads(threads);
        Option<string> only = new("--only")
        {
            HelpName = "TEXT",
            Description = "only lines whose shape, pass and precision hold this text",
            DefaultValueFactory = _ => "",
        };
        Command command = new("batches", "kernels of batches beside the machine's peak") { rounds, threads, only };
        command.SetAction(parsed => new BatchBenchmark(
            parsed.GetRequiredValue(rounds), parsed.GetRequiredValue(threads), parsed.GetRequiredValue(only)).Run());
        return command;
    }

    private static (Option<int> Threads, Option<int> Least, Option<int> Most) Matrices(
        string sharing, int usual, int largest)
    {
        Option<int> threads =
            new("--threads") { HelpName = "N", Description = sharing, DefaultValueFactory = _ => usual };
        Option<int> least = new("--least")
        {
            HelpName = "N",
            Description = "the smallest number of rows and columns",
            DefaultValueFactory = _ => 0,
        };
        Option<int> most = new("--most")
        {
            HelpName = "N",
            Description = "the largest number of rows and columns",
            DefaultValueFactory = _ => largest,
        };
        CheckThreads(threads);
        return (threads, least, most);
    }

    private static void CheckThreads(Option<int> threads) => threads.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() is < 1 or > RowSplit.MostThreads)
            result.AddError($"--threads: valid is 1 to {RowSplit.MostThreads}.");
    });

    private static Command Loading()
    {
        Argument<int> rounds = Rounds(5);
        Command command = new("loading", "files of samples: arrays beside numpy, text per second of a core") { rounds };
        command.SetAction(parsed => LoadingBenchmark.Run(parsed.GetRequiredValue(rounds)));
        return command;
    }

    private static Command Bandwidth()
    {
        Command command = new("bandwidth", "what one core of this machine can do at most");
        command.SetAction(_ => BandwidthBenchmark.Run());
        return command;
    }
}
