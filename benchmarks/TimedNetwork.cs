using PalActors.Areas.Models.Microcircuit;
using PalActors.Messages.Plan;

namespace PalActors.Benchmarks;

/// <summary>A network to time, with all learning on, and plans of any length for it.</summary>
/// <param name="Layers">Neurons per area, the input first.</param>
/// <param name="Model">Learning model by name.</param>
/// <param name="Generator">Random generator by name.</param>
/// <param name="Seeds">Number of random seeds that run side by side.</param>
internal sealed record TimedNetwork(int[] Layers, string Model = "PAL", string Generator = "counter", int Seeds = 1)
{
    /// <summary>Ticks for which an input is held.</summary>
    public const int PresentationTicks = 100;

    // Few samples, shown repeatedly: a teacher's answers take a run of their own, which must stay short beside what is
    // measured.
    private const int Samples = 4;

    private const TickFlags Learning =
        TickFlags.LearnForward | TickFlags.LearnLateral | TickFlags.LearnBackward | TickFlags.Noise | TickFlags.Target;

    /// <summary>Ticks of one epoch; plans are a whole number of epochs.</summary>
    public const int EpochTicks = Samples * PresentationTicks;

    /// <summary>Name made of the sizes.</summary>
    public string Name => Layers.Length <= 7
        ? string.Join('-', Layers)
        : $"{Layers[0]}-{Layers[1]} ({Layers.Length - 2} times)-{Layers[^1]}";

    /// <summary>Number of areas that compute: all but the input.</summary>
    public int Areas => Layers.Length - 1;

    /// <summary>Number of synapses of all areas: W everywhere, P, B and Q in the hidden ones.</summary>
    public long Synapses =>
        Enumerable.Range(0, Areas).Sum(area => (long)Layers[area] * Layers[area + 1] * (area == 0 ? 1 : 4));

    /// <summary>Makes plans of all seeds, for a number of epochs.</summary>
    /// <remarks>
    /// Plans of any length show the same samples, so the data set does not contribute to a difference.
    /// </remarks>
    public NetworkPlan[] Plans(int epochs)
    {
        bool pal = Model == "PAL";
        Schedule schedule = new(
            [
                .. Enumerable.Range(0, epochs).Select(e => new Phase(
                    1 + ((long)e * EpochTicks), Samples, PresentationTicks, Learning, "train", e + 1, -1, null, false)),
            ],
            (long)epochs * EpochTicks);
        return
        [
            .. Enumerable.Range(0, Seeds).Select(seed => new NetworkPlan
            {
                Run = 1,
                Network = seed,
                Seed = 123456 + (ulong)seed,
                Cells = MicrocircuitModel.ModelName,
                Label = Model,
                Model = Model,
                Layers = Layers,
                Options =
                [
                    new("eta_fw", ["0.1"]), new("eta_bw", [pal ? "0.5" : "0"]), new("eta_IP", ["0.05"]),
                    new("eta_PI", [pal ? "0.02" : "0"]),
                    new("alpha", ["1e-6"]), new("noise_scale", [pal ? "0.01" : "0"]),
                    new("init_WPP_range", ["-0.1", "0.1"]),
                    new("generator", [Generator]),
                ],
                Data = Layers is [4, .., 3] ? "yin-yang" : "teacher",
                DataSeed = 9876543,
                Schedule = schedule,
            }),
        ];
    }
}
