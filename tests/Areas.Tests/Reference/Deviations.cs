using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Messages.Control;

namespace PalActors.Areas.Tests.Reference;

/// <summary>
/// The largest deviation of each quantity from its naive counterpart, relative to the largest value that the quantity
/// takes.
/// </summary>
internal sealed class Deviations
{
    private const double Tolerance = 1e-11;

    private readonly Dictionary<string, (double Deviation, double Scale, int Tick)> _worst = [];

    /// <summary>Runs a random network beside its naive counterpart and asserts that they agree at every tick.</summary>
    /// <param name="network">The network.</param>
    /// <param name="model">Its learning model.</param>
    /// <param name="areasAt">Its areas after the next tick.</param>
    public static void AssertNone(RandomNetwork network, string model, Func<int, IEnumerable<CorticalArea>> areasAt)
    {
        NaiveMicrocircuit naive = new(network.Parameters, model, network.Start);
        Deviations worst = new();
        for (int tick = 1; tick <= RandomNetwork.Ticks; tick++)
        {
            IEnumerable<CorticalArea> areas = areasAt(tick);
            var (input, target, flags, normals) = network.At(tick);
            naive.Step(input, target, flags, normals);
            foreach (CorticalArea area in areas)
                worst.Compare(area.Observe(), naive, tick);
        }

        worst.AssertNone(network);
    }

    // Asserts that all deviations are within tolerance.
    private void AssertNone(RandomNetwork network)
    {
        foreach ((string name, (double deviation, double scale, int tick)) in _worst)
            Expect.True(
                deviation <= Tolerance * scale, $"{name} deviates by {deviation} of {scale} at tick {tick}: {network}");
    }

    // Records the quantities of an area after a tick.
    private void Compare(AreaState observed, NaiveMicrocircuit naive, int tick)
    {
        int l = observed.Area - 1;
        bool top = l == naive.W.Length - 1;
        Check("u", naive.U[l]);
        Check("u_breve", naive.Ub[l]);
        Check("r", naive.R[l]);
        Check("v_bas", naive.Vbas[l]);
        Check("hp", naive.HighPassed[l]);
        Check("W", Flat(naive.W[l]));
        if (observed.Blocks.Any(b => b.Name == "D"))
            Check("D", Flat(naive.D[l]));
        if (top)
            return;
        Check("v", naive.V[l]);
        Check("v_breve", naive.Vb[l]);
        Check("s", naive.S[l]);
        Check("v_den", naive.Vden[l]);
        Check("v_api", naive.Vapi[l]);
        Check("v_api_noise", naive.VapiNoise[l]);
        Check("xi", naive.Xi[l]);
        Check("P", Flat(naive.P[l]));
        Check("B", Flat(naive.B[l]));
        Check("Q", Flat(naive.Q[l]));

        void Check(string name, double[] expected)
        {
            double[] actual = observed[name].Values;
            Assert.Equal(expected.Length, actual.Length);
            (double deviation, double scale, int at) = _worst.GetValueOrDefault(name, (0, 1e-300, tick));
            for (int i = 0; i < expected.Length; i++)
            {
                double difference = Math.Abs(expected[i] - actual[i]);
                Expect.True(
                    double.IsFinite(difference), $"{name} is {actual[i]} and should be {expected[i]} at tick {tick}");
                if (difference > deviation)
                    (deviation, at) = (difference, tick);
                scale = Math.Max(scale, Math.Abs(expected[i]));
            }

            _worst[name] = (deviation, scale, at);
        }

        static double[] Flat(double[,] matrix) => [.. matrix.Cast<double>()];
    }
}
