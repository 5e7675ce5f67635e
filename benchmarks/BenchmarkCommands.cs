using System.CommandLine;

namespace PalActors.Benchmarks;

/// <summary>Command line of the benchmarks that measure whole runs or the machine.</summary>
/// <remarks>All other arguments go to BenchmarkDotNet.</remarks>
internal static partial class BenchmarkCommands
{
    /// <summary>Root command with one subcommand per benchmark.</summary>
    public static RootCommand Build()
    {
        RootCommand root = new(
            "Benchmarks of whole networks and of the machine. Anything else goes to BenchmarkDotNet, for instance "
                + "--filter *Projection*.");
        root.Subcommands.Add(Ticks());
        root.Subcommands.Add(Versus());
        root.Subcommands.Add(Scaling());
        root.Subcommands.Add(Rows());
        root.Subcommands.Add(Blocked());
        root.Subcommands.Add(Batches());
        root.Subcommands.Add(Bandwidth());
        root.Subcommands.Add(Loading());
        root.Subcommands.Add(Nodes());
        root.Subcommands.Add(AreaNode());
        root.Subcommands.Add(PingPongAnswer());
        return root;
    }

    private static Argument<int> Rounds(int usual)
    {
        Argument<int> rounds = new("ROUNDS")
        {
            Description = "rounds that count; one more is discarded",
            DefaultValueFactory = _ => usual,
        };
        rounds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError("ROUNDS: valid is 1 or more.");
        });
        return rounds;
    }
}
