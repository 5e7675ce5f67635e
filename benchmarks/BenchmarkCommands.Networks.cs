using System.CommandLine;

namespace PalActors.Benchmarks;

/// <content>Benchmarks of whole networks.</content>
internal static partial class BenchmarkCommands
{
    private static Command Ticks()
    {
        Argument<int> rounds = Rounds(5);
        Argument<string> only = new("PART")
        {
            Description = "a part of the names of the networks to measure",
            DefaultValueFactory = _ => "",
        };
        Command command = new("ticks", "actors beside a plain loop over the same model") { rounds, only };
        command.SetAction(
            (parsed, _) => TickBenchmark.RunAsync(parsed.GetRequiredValue(rounds), parsed.GetRequiredValue(only)));
        return command;
    }

    private static Command Versus()
    {
        Argument<int> rounds = Rounds(5);
        Option<string> only = new("--only")
        {
            HelpName = "PART",
            Description = "a part of the names of the networks to measure",
            DefaultValueFactory = _ => "",
        };
        Option<string[]> peers = new("--peer")
        {
            HelpName = "NAME=US",
            Description = "another program's microseconds per step, or NETWORK:NAME=US for one network",
            DefaultValueFactory = _ => [],
        };
        const string about = "actors beside bars and other programs' figures; exit code 1 if a bar is missed";
        Command command = new("versus", about) { rounds, only, peers };
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

            bool met = await VersusBenchmark.RunAsync(
                parsed.GetRequiredValue(rounds), parsed.GetRequiredValue(only), given);
            return met ? 0 : 1;
        });
        return command;
    }

    private static Command Scaling()
    {
        Argument<int> rounds = Rounds(3);
        Option<string> only = new("--only")
        {
            HelpName = "PART",
            Description = "a part of the names of the sweeps: neurons, synapses, depth, seeds",
            DefaultValueFactory = _ => "",
        };
        Option<string?> csv = new("--csv") { HelpName = "FILE", Description = "writes all points there" };
        Option<string?> png = new("--png") { HelpName = "FILE", Description = "draws them there" };
        Command command =
            new("scaling", "cost per tick against size, depth and number of networks") { rounds, only, csv, png };
        command.SetAction((parsed, _) => ScalingBenchmark.RunAsync(
            parsed.GetRequiredValue(rounds), parsed.GetRequiredValue(only), parsed.GetValue(csv),
            parsed.GetValue(png)));
        return command;
    }

    private static Command Nodes()
    {
        Argument<int> rounds = Rounds(5);
        Argument<string> only = new("PART")
        {
            Description = "a part of the names of the networks, or of 'name, delay'",
            DefaultValueFactory = _ => "",
        };
        Command command =
            new("nodes", "two processes on loopback beside one, and beside a plain socket") { rounds, only };
        command.SetAction(
            (parsed, _) => NodesBenchmark.RunAsync(parsed.GetRequiredValue(rounds), parsed.GetRequiredValue(only)));
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
}
