using PalActors.Messages.Control;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.Reference;

/// <summary>
/// Delays, and each remedy against them, compared with the naive counterpart, which looks up all earlier values in
/// lists.
/// </summary>
public sealed class RemedyReferenceTests
{
    private static readonly string[] s_remedies =
    [
        "", "noise_lag=round_trip", "interneuron_lag=round_trip", "prediction=linear",
        "prediction=linear tau_prediction=0.5", "target_delay=aligned",
        "noise_lag=round_trip interneuron_lag=round_trip prediction=linear tau_prediction=0.25 target_delay=aligned",
    ];

    // One value stands for all hidden areas.
    private static readonly (string Up, string Down)[] s_delays =
        [("0", "0"), ("3", "3"), ("0", "3"), ("3", "0"), ("1", "5"), ("17", "4")];

    public static TheoryData<string, string, string, string> Cases
    {
        get
        {
            TheoryData<string, string, string, string> data = [];
            foreach ((string up, string down) in s_delays)
            {
                foreach (string remedy in s_remedies)
                    data.Add("PAL", up, down, remedy);
                data.Add("FA", up, down, s_remedies[^1]);
                data.Add("BP", up, down, s_remedies[^1]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheModelDoesWhatTheTextSays(string model, string up, string down, string remedy)
    {
        for (int seed = 0; seed < 3; seed++)
        {
            RandomNetwork network = new(model, seed, Options(up, down, remedy));
            HistoryLoop loop = new(network);
            Deviations.AssertNone(network, model, tick => loop.RunTo(tick).Areas);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void CaptureAndRestoreAtRandomTicksChangeNoBit(string model, string up, string down, string remedy)
    {
        RandomNetwork network = new(model, 1, Options(up, down, remedy));
        HistoryLoop whole = new HistoryLoop(network).RunTo(RandomNetwork.Ticks), broken = new(network);
        Random random = new(7);
        for (int tick = 2; tick < RandomNetwork.Ticks; tick += random.Next(1, 40))
        {
            broken.RunTo(tick);
            for (int i = 0; i < broken.Areas.Length; i++)
            {
                AreaState state = broken.Areas[i].Capture();
                broken.Areas[i] = network.BuildArea(i + 1);
                broken.Areas[i].Restore(state);
            }
        }

        StateAssert.SameBits(whole.Capture(), broken.RunTo(RandomNetwork.Ticks).Capture());
    }

    private static string[] Options(string up, string down, string remedy) =>
        [$"delay_up={up}", $"delay_down={down}", .. remedy.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
