using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Messages.Control;

namespace PalActors.Areas.Tests.Reference;

/// <summary>The production code against the naive counterpart, on many random networks.</summary>
public sealed class ReferenceTests
{
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
        PlainLoop loop = new(network);
        Deviations.AssertNone(network, model, tick =>
        {
            loop.RunTo(tick);
            return loop.Areas;
        });
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
                Assert.True(
                    a.Name == b.Name && a.Values.AsSpan().SequenceEqual(b.Values),
                    $"{a.Name} of area {expected.Area} differs: {network}");
            Assert.True(expected.SameBits(actual));
        }
    }
}
