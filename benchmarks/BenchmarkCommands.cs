using System.CommandLine;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Benchmarks;

/// <summary>The command line of the benchmarks that measure whole runs or the machine; everything else is BenchmarkDotNet's.</summary>
internal static class BenchmarkCommands
{
    /// <summary>The commands.</summary>
    public static RootCommand Build()
    {
        RootCommand root = new("Benchmarks of whole networks and of the machine. Anything else goes to BenchmarkDotNet, for instance --filter *Projection*.");
        root.Subcommands.Add(Ticks());
        root.Subcommands.Add(Versus());
        root.Subcommands.Add(Scaling());
        root.Subcommands.Add(Rows());
        root.Subcommands.Add(Blocked());
        root.Subcommands.Add(Bandwidth());
        root.Subcommands.Add(Nodes());
        root.Subcommands.Add(AreaNode());
        root.Subcommands.Add(PingPongAnswer());
        return root;
    }

    private static Argument<int> Rounds(int usual)
    {
        Argument<int> rounds = new("ROUNDS") { Description = "rounds that count; one more is discarded", DefaultValueFactory = _ => usual };
        rounds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError("ROUNDS: valid is 1 or more.");
        });
        return rounds;
    }

    private static Command Ticks()
    {
        Argument<int> rounds = Rounds(5);
        Argument<string> only = new("PART") { Description = "a part of the names of the networks to measure", DefaultValueFactory = _ => "" };
        Command command = new("ticks", "actors beside a plain loop over the same model") { rounds, only };
        command.SetAction((parsed, _) => TickBenchmark.RunAsync(parsed.GetRequiredValue(rounds), parsed.GetRequiredValue(only)));
        return command;
    }

    private static Command Versus()
    {
        Argument<int> rounds = Rounds(5);
        Option<string> only = new("--only") { HelpName = "PART", Description = "a part of the names of the networks to measure", DefaultValueFactory = _ => "" };
        Option<string[]> peers = new("--peer") { HelpName = "NAME=US", Description = "another program's microseconds per step, or NETWORK:NAME=US for one network", DefaultValueFactory = _ => [] };
        Command command = new("versus", "actors beside bars and other programs' figures; exit code 1 if a bar is missed") { rounds, only, peers };
        command.SetAction(async (parsed, _) =>
        {
            Peer[] given;
            try
            {
                given = [.. parsed.GetRequiredValue(peers).Select(Peer.Parse)];
            }
            catch (FormatException exception)
            {
                await Console.Error.WriteLineAsync(exception.Message);
                return 2;
            }

            return await VersusBenchmark.RunAsync(parsed.GetRequiredValue(rounds), parsed.GetRequiredValue(only), given) ? 0 : 1;
        });
        return command;
    }

    private static Command Scaling()
    {
        Argument<int> rounds = Rounds(3);
        Option<string> only = new("--only") { HelpName = "PART", Description = "a part of the names of the sweeps: neurons, synapses, depth, seeds", DefaultValueFactory = _ => "" };
        Option<string?> csv = new("--csv") { HelpName = "FILE", Description = "writes all points there" };
        Option<string?> png = new("--png") { HelpName = "FILE", Description = "draws them there" };
        Command command = new("scaling", "cost per tick against size, depth and number of networks") { rounds, only, csv, png };
        command.SetAction((parsed, _) => ScalingBenchmark.RunAsync(parsed.GetRequiredValue(rounds), parsed.GetRequiredValue(only), parsed.GetValue(csv), parsed.GetValue(png)));
        return command;
    }

    private static Command Nodes()
    {
        Argument<int> rounds = Rounds(5);
        Argument<string> only = new("PART") { Description = "a part of the names of the networks, or of 'name, delay'", DefaultValueFactory = _ => "" };
        Command command = new("nodes", "two processes on loopback beside one, and beside a plain socket") { rounds, only };
        command.SetAction((parsed, _) => NodesBenchmark.RunAsync(parsed.GetRequiredValue(rounds), parsed.GetRequiredValue(only)));
        return command;
    }

    private static Command AreaNode()
    {
        Argument<int> port = new("PORT");
        Command command = new("area-node", "the child process of 'nodes'") { port };
        command.Hidden = true;
        command.SetAction((parsed, _) => NodesBenchmark.ServeAsync(parsed.GetRequiredValue(port)));
        return command;
    }

    private static Command PingPongAnswer()
    {
        Argument<int> port = new("PORT"), bytes = new("BYTES");
        Command command = new("ping-pong-answer", "the child process of 'nodes'") { port, bytes };
        command.Hidden = true;
        command.SetAction(parsed => PingPong.Answer(parsed.GetRequiredValue(port), parsed.GetRequiredValue(bytes)));
        return command;
    }

    private static Command Rows()
    {
        Argument<int> rounds = Rounds(21);
        (Option<int> threads, Option<int> least, Option<int> most) = Matrices("threads of a split pass", Environment.ProcessorCount, 4000);
        Command command = new("rows", "passes over one matrix by one thread beside the same split over cores") { rounds, threads, least, most };
        command.SetAction(parsed => RowsBenchmark.Run(
            parsed.GetRequiredValue(rounds), parsed.GetRequiredValue(threads), parsed.GetRequiredValue(least), parsed.GetRequiredValue(most)));
        return command;
    }

    private static Command Blocked()
    {
        Argument<int> rounds = Rounds(11);
        (Option<int> threads, Option<int> least, Option<int> most) = Matrices("threads that share a matrix", 1, 2000);
        Command command = new("blocked", "ticks that pass over one matrix beside blocks of ticks") { rounds, threads, least, most };
        command.SetAction(parsed => BlockedBenchmark.Run(
            parsed.GetRequiredValue(rounds), parsed.GetRequiredValue(threads), parsed.GetRequiredValue(least), parsed.GetRequiredValue(most)));
        return command;
    }

    private static (Option<int> Threads, Option<int> Least, Option<int> Most) Matrices(string sharing, int usual, int largest)
    {
        Option<int> threads = new("--threads") { HelpName = "N", Description = sharing, DefaultValueFactory = _ => usual };
        Option<int> least = new("--least") { HelpName = "N", Description = "the smallest number of rows and columns", DefaultValueFactory = _ => 0 };
        Option<int> most = new("--most") { HelpName = "N", Description = "the largest number of rows and columns", DefaultValueFactory = _ => largest };
        threads.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > RowSplit.MostThreads)
                result.AddError($"--threads: valid is 1 to {RowSplit.MostThreads}.");
        });
        return (threads, least, most);
    }

    private static Command Bandwidth()
    {
        Command command = new("bandwidth", "what one core of this machine can do at most");
        command.SetAction(_ => BandwidthBenchmark.Run());
        return command;
    }
}
