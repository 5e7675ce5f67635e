using PalActors.Areas.Model;
using PalActors.Areas.Model.Networks;
using PalActors.Messages.Control;

namespace PalActors.Areas.Tests.Reference;

/// <summary>The product against the naive counterpart, on many random networks.</summary>
public sealed class ReferenceTests
{
    private const double Tolerance = 1e-11;

    public static TheoryData<string, int> Networks
    {
        get
        {
            TheoryData<string, int> data = [];
            for (int seed = 0; seed < 40; seed++)
                data.Add("PAL", seed);
            for (int seed = 0; seed < 12; seed++)
            {
                data.Add("FA", seed);
                data.Add("BP", seed);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void TheModelDoesWhatTheTextSays(string model, int seed)
    {
        RandomNetwork network = new(model, seed);
        NaiveMicrocircuit naive = new(network.Parameters, model, network.Start);
        PlainLoop loop = new(network);
        Dictionary<string, (double Deviation, double Scale, int Tick)> worst = [];
        for (int tick = 1; tick <= RandomNetwork.Ticks; tick++)
        {
            loop.RunTo(tick);
            var (input, target, flags, normals) = network.At(tick);
            naive.Step(input, target, flags, normals);
            foreach (CorticalArea area in loop.Areas)
                Compare(area.Observe(), naive, tick, worst);
        }

        foreach ((string name, (double deviation, double scale, int tick)) in worst)
            Assert.True(deviation <= Tolerance * scale, $"{name} deviates by {deviation} of {scale} at tick {tick}: {network}");
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void CaptureAndRestoreAtRandomTicksChangeNoBit(string model, int seed)
    {
        RandomNetwork network = new(model, seed);
        PlainLoop whole = new(network), running = new(network);
        whole.RunTo(RandomNetwork.Ticks);
        Random random = new(seed);
        for (int tick = random.Next(0, 40); tick < RandomNetwork.Ticks; tick += random.Next(1, 80))
        {
            running.RunTo(tick);
            running = new PlainLoop(network, running.Capture(), running.Learned);
        }

        running.RunTo(RandomNetwork.Ticks);
        foreach ((AreaState expected, AreaState actual) in whole.Capture().Zip(running.Capture()))
        {
            foreach ((StateBlock a, StateBlock b) in expected.Blocks.Zip(actual.Blocks))
                Assert.True(a.Name == b.Name && a.Values.AsSpan().SequenceEqual(b.Values), $"{a.Name} of area {expected.Area} differs: {network}");
            Assert.True(expected.SameBits(actual));
        }
    }

    private static void Compare(AreaState observed, NaiveMicrocircuit naive, int tick, Dictionary<string, (double, double, int)> worst)
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
            (double deviation, double scale, int at) = worst.GetValueOrDefault(name, (0, 1e-300, tick));
            for (int i = 0; i < expected.Length; i++)
            {
                double difference = Math.Abs(expected[i] - actual[i]);
                Assert.True(double.IsFinite(difference), $"{name} is {actual[i]} and should be {expected[i]} at tick {tick}");
                if (difference > deviation)
                    (deviation, at) = (difference, tick);
                scale = Math.Max(scale, Math.Abs(expected[i]));
            }

            worst[name] = (deviation, scale, at);
        }

        static double[] Flat(double[,] matrix) => [.. matrix.Cast<double>()];
    }
}
