using PalActors.Messages.Control;
using static TorchSharp.torch;

namespace PalActors.TorchBenchmarks;

/// <summary>One way to compute steps of a network.</summary>
/// <param name="Name">Name in the table.</param>
/// <param name="Threads">Threads that it uses.</param>
/// <param name="Run">Computes a number of steps.</param>
internal sealed partial record Contender(string Name, int Threads, Action<int> Run)
{
    /// <summary>Torch's network, with the weights of ours.</summary>
    /// <param name="network">The network.</param>
    /// <param name="states">States of our areas before tick 1.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="below">True to compute the error below area 1.</param>
    public static Contender Torch(BenchmarkNetwork network, AreaState[] states, int threads, bool below)
    {
        TorchNetwork torch = TorchFactory.Create(network, states, below);
        Tensor[] inputs = Samples(EndpointKind.Stimulus), targets = Samples(EndpointKind.Target);
        int step = 0;
        return new Contender(below ? "torch, with the error below area 1" : "torch", threads, steps =>
        {
            set_num_threads(threads);
            for (int end = step + steps; step < end; step++)
            {
                int sample = step / BenchmarkNetwork.PresentationTicks % inputs.Length;
                torch.Step(inputs[sample], targets[sample]);
            }
        });

        Tensor[] Samples(EndpointKind kind) =>
            [.. Enumerable.Range(0, 20).Select(i => TorchFactory.Sample(network, kind, i))];
    }

    /// <summary>Our areas in a plain loop.</summary>
    /// <param name="network">The network.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="holdsInput">False to compute all products.</param>
    public static Contender Ours(BenchmarkNetwork network, int threads, bool holdsInput)
    {
        LeanLoop loop = new(network.Build(threads, holdsInput), network.Plan());
        return new Contender(holdsInput ? "ours, held input" : "ours, all products", threads, loop.Run);
    }
}
