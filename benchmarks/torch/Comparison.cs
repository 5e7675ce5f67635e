using PalActors.Clustering.Reports;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using static TorchSharp.torch;

namespace PalActors.TorchBenchmarks;

/// <summary>Comparison of what torch and our areas compute from the same weights, samples and draws.</summary>
internal static class Comparison
{
    /// <summary>Most that single precision leaves of rates and errors.</summary>
    private const double States = 1e-4;

    /// <summary>Most of errors below pools, of which some may lie elsewhere.</summary>
    private const double Moved = 1e-2;

    /// <summary>Most that it leaves of what weights have learned, a few hundred units of their last place.</summary>
    private const double Changes = 3e-2;

    /// <summary>Computes steps both ways, and prints the largest deviation of each quantity.</summary>
    /// <remarks>
    /// Absolute deviations over the largest absolute value of the quantity in its area; of weights over their largest
    /// change, so that what they learn counts and not what they began with.
    /// </remarks>
    /// <returns>True if both agree as far as single precision goes.</returns>
    public static bool Print(BenchmarkNetwork network, bool holdsInput, int steps)
    {
        NetworkPlan plan = network.Plan();
        LeanLoop ours = new(network.Build(1, holdsInput), plan);
        AreaState[] before = ours.Capture();
        using IDisposable mode = no_grad();
        TorchNetwork theirs = TorchFactory.Create(network, before, below: false);
        Action<long> choose = TorchFactory.UseOurNoise(theirs, plan);
        ours.Run(steps);
        for (int step = 0; step < steps; step++)
        {
            int presentation = step / BenchmarkNetwork.PresentationTicks;
            using Tensor input = TorchFactory.Sample(network, EndpointKind.Stimulus, presentation);
            using Tensor target = TorchFactory.Sample(network, EndpointKind.Target, presentation);
            choose(step + 1);
            theirs.Step(input, target);
        }

        AreaState[] after = ours.Capture();
        Dictionary<string, double> found = [];
        for (int i = 0; i < theirs.Areas.Length; i++)
            Compare(theirs.Areas[i], i, before, after, network.IsPal, found);
        bool agree = found.All(pair => pair.Value <= pair.Key switch
        {
            "W" or "b" or "B" => Changes,
            "e below a pool" => Moved,
            _ => States,
        });
        string form = $"after {steps} steps{(holdsInput ? ", held input" : "")}";
        Console.WriteLine($"  ours {form}: digest {NetworkDigest.Compute(after)}");
        Console.WriteLine($"  deviation {form}: "
            + string.Join(", ", found.Select(pair => FormattableString.Invariant($"{pair.Key} {pair.Value:0.0e0}")))
            + (agree ? "" : "; THE RESULTS DIFFER"));
        return agree;
    }

    private static double Length(IEnumerable<double> values) => Math.Sqrt(values.Sum(value => value * value));

    private static void Compare(
        TorchArea area, int index, AreaState[] before, AreaState[] after, bool isPal, Dictionary<string, double> found)
    {
        AreaState state = after[index];
        State("r", state["r"], area.Rates);
        State(area.Pool is null ? "e" : "e below a pool", state["e"], area.Errors);
        if (area.Pool is not null)
            State("r of a pool", state["r_pool"], area.Pool.Rates);
        Weights("W", index, area.W);
        Weights("b", index, area.Biases);
        if (isPal && index > 0 && area.HighPassed is not null)
            Weights("B", index - 1, area.B!);

        void State(string name, StateBlock ours, Tensor theirs) => Add(name, ours.Values, theirs, ours.Values);

        void Weights(string name, int at, Tensor theirs)
        {
            double[] now = after[at][name].Values;
            Add(name, now, theirs, [.. now.Zip(before[at][name].Values, (x, y) => x - y)]);
        }

        void Add(string name, double[] ours, Tensor theirs, double[] scale)
        {
            float[] values = theirs.detach().contiguous().data<float>().ToArray();
            double length = Length(scale), deviation = Length(ours.Zip(values, (x, y) => x - y));
            double relative = length > 0 ? deviation / length : deviation;
            found[name] = Math.Max(found.GetValueOrDefault(name), relative);
        }
    }
}
