using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.RateCells;
using PalActors.Benchmarks;
using PalActors.Clustering.Runs;
using PalActors.Messages.Plan;

namespace PalActors.TorchBenchmarks;

/// <content>The areas as actors.</content>
internal sealed partial record Contender
{
    /// <summary>Our areas as actors of one node, all with one thread or with some.</summary>
    /// <remarks>
    /// A turn is a run of its own. What begins and ends a run is no step: its time is that of a run of five times the
    /// steps, less that of the steps, over four.
    /// </remarks>
    public static Contender Actors(BenchmarkNetwork network, int threads)
    {
        ModelRegistry models = new([new MadeUpModel(network)], (_, spare) => new Services(network, spare));
        RunSettings settings = new() { Lanes = 1, ThreadsPerNetwork = threads, RowThreads = 1, DrawAhead = false };
        return new Contender("actors, held input", threads, Steps(1)) { Longer = Steps(5) };

        Action<int> Steps(int times) => steps =>
        {
            NetworkPlan plan = network.Plan(times * steps / BenchmarkNetwork.PresentationTicks);
            LocalRun.RunAsync(models, [plan], settings, new RunStopwatch(), CancellationToken.None)
                .GetAwaiter().GetResult();
        };
    }

    private sealed class MadeUpModel(BenchmarkNetwork network) : RateModel
    {
        public override INetwork Bind(NetworkPlan plan, INetworkServices services) =>
            network.Build(services.Spare.Rows, holdsInput: true);
    }

    /// <summary>Computes five times as many steps in a run of its own; null if turns need no beginning.</summary>
    public Action<int>? Longer { get; init; }
}
