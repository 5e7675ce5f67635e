namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Keys of the description of own data; reading, checks, defaults and schema follow from the table.</summary>
public static class OwnDataKeys
{
    /// <summary>Files that hold inputs and what is learned.</summary>
    public const string File = "file";

    /// <summary>Inputs.</summary>
    public const string Inputs = "inputs";

    /// <summary>Labels.</summary>
    public const string Labels = "labels";

    /// <summary>Real-valued targets.</summary>
    public const string Targets = "targets";

    /// <summary>Frames of a sample.</summary>
    public const string Frames = "frames";

    /// <summary>Validation samples.</summary>
    public const string Validation = "validation";

    /// <summary>Test samples.</summary>
    public const string Test = "test";

    /// <summary>Order in which samples are divided.</summary>
    public const string SplitSeed = "split_seed";

    /// <summary>Scaling of the inputs.</summary>
    public const string Scaling = "scaling";

    /// <summary>Values that are scaled together.</summary>
    public const string ScalingOver = "scaling_over";

    /// <summary>Rates that scaling leads to.</summary>
    public const string Rates = "rates";

    /// <summary>Scaling of real-valued targets.</summary>
    public const string TargetScaling = "target_scaling";

    /// <summary>Target voltages that classes or scaling lead to.</summary>
    public const string TargetVoltages = "target_voltages";

    /// <summary>Word for no scaling, and for no seed.</summary>
    public const string None = "none";

    /// <summary>Word for scaling by the smallest and the largest value.</summary>
    public const string MinMax = "min-max";

    /// <summary>Word for scaling by mean and standard deviation.</summary>
    public const string ZScore = "z-score";

    /// <summary>Word for scaling each column by its own values.</summary>
    public const string Column = "column";

    /// <summary>All of them, in the order in which they are written.</summary>
    public static IReadOnlyList<OwnDataKey> All { get; } =
    [
        new(File, OwnDataKind.Texts, "file or files that hold inputs and what is learned, seen from this file"),
        new(
            Inputs, OwnDataKind.Texts,
            "with file: columns (p* is all that begin with p) or array; by default all others. Without: files"),
        new(Labels, OwnDataKind.Texts, "with file: the column or array that has classes. Without: files"),
        new(Targets, OwnDataKind.Texts, "as labels, of real-valued targets: columns or array, or files"),
        new(
            Frames, OwnDataKind.Whole,
            "frames of a sample, shown one after the other within Tpres: its inputs are those of the frames in turn; "
            + "default 1"),
        new(Validation, OwnDataKind.Split, "validation samples: a share of the samples, or files; default 0.1")
        {
            Default = ["0.1"],
        },
        new(Test, OwnDataKind.Split, "test samples: a share of the samples, or files; default 0.1")
        {
            Default = ["0.1"],
        },
        new(SplitSeed, OwnDataKind.Seed, "random seed by which shares are divided; none: in their order; default 1")
        {
            Default = ["1"],
        },
        new(Scaling, OwnDataKind.Word, "scaling of inputs by the training samples; default none")
        {
            Default = [None], Words = [None, MinMax, ZScore],
        },
        new(ScalingOver, OwnDataKind.Word, "whether columns are scaled each or all alike; default column")
        {
            Default = [Column], Words = [Column, "all"],
        },
        new(Rates, OwnDataKind.Range, "input rates of the smallest and largest value, by min-max; default [0, 1]")
        {
            Default = ["0", "1"],
        },
        new(TargetScaling, OwnDataKind.Word, "scaling of targets by the training samples; default none")
        {
            Default = [None], Words = [None, MinMax, ZScore],
        },
        new(
            TargetVoltages, OwnDataKind.Range,
            "target voltages of other classes and of the class, or of the smallest and largest target by min-max; "
            + "default [0.1, 1]")
        {
            Default = ["0.1", "1"],
        },
    ];

    /// <summary>Keys of the map that names the files of a split.</summary>
    public static IReadOnlyList<string> OfSplit { get; } = [Inputs, Labels, Targets];

    /// <summary>Finds a key, or null.</summary>
    public static OwnDataKey? Find(string name) => All.FirstOrDefault(key => key.Name == name);
}
