using PalActors.Areas.Toolkit.Stimuli;

namespace PalActors.Lab.Experiments;

/// <summary>The original data set, which an experiment has where its file does not say otherwise.</summary>
/// <param name="Name">Name in <see cref="DataSets.Names"/>.</param>
/// <param name="Seed">Seed of the original set.</param>
/// <param name="LargestSeed">Largest valid seed.</param>
/// <param name="Train">Training samples of the original set.</param>
/// <param name="Validation">Validation samples.</param>
/// <param name="Test">Test samples.</param>
/// <param name="Inputs">Input rates per sample, or null where its files tell.</param>
/// <param name="Classes">Classes.</param>
internal sealed record DataSetDefaults(
    string Name, ulong Seed, ulong LargestSeed, int Train, int Validation, int Test, int? Inputs, int Classes)
{
    // Pixels and the label.
    private const int DigitBytes = (28 * 28) + 1;
    private const int PhotoBytes = (3 * 32 * 32) + 1;

    private static readonly DataSetDefaults[] s_all =
    [
        // numpy's legacy generator takes 32 bits, and the two other splits take the two seeds that follow.
        new("yin-yang", YinYang.OriginalSeed, uint.MaxValue - 2, 6000, 900, 900, 4, 3),
        // What is in the files decides about the inputs, once they are opened.
        new("mnist", 0, 0, 50_000, 10_000, 10_000, null, Mnist.Classes) { FileBytes = 70_000 * DigitBytes },
        new("mnist-images", 0, 0, 50_000, 10_000, 10_000, null, Mnist.Classes) { FileBytes = 70_000 * DigitBytes },
        new("cifar10", 0, 0, 40_000, 10_000, 10_000, PhotoBytes - 1, Cifar10.Classes)
        {
            FileBytes = 60_000L * PhotoBytes,
        },
        new("shapes", Shapes.UsualSeed, ulong.MaxValue, 5_000, 1_000, 1_000, 3 * 16 * 16, Shapes.Classes),
    ];

    /// <summary>Bytes of its files in memory; 0 where samples are drawn.</summary>
    public long FileBytes { get; init; }

    /// <summary>Checks whether it comes as files, from a folder instead of from a seed.</summary>
    public bool FromFiles => DataSets.IsFromFiles(Name);

    /// <summary>Names of the labelled sets.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. s_all.Select(defaults => defaults.Name)];

    /// <summary>Bytes that a data set takes in memory; 0 where samples are drawn.</summary>
    public static long BytesOf(string name) => Array.Find(s_all, defaults => defaults.Name == name)?.FileBytes ?? 0;

    /// <summary>The defaults of a data set.</summary>
    public static DataSetDefaults Get(string name) => Array.Find(s_all, defaults => defaults.Name == name)
        ?? throw new InvalidOperationException($"The data set '{name}' has no line in {nameof(DataSetDefaults)}.");
}
