namespace PalActors.Lab.Sweeps.Axes;

/// <summary>The axes of studies, each in the order of its columns.</summary>
internal static class StudyAxes
{
    /// <summary>Delay of the links, ticks.</summary>
    public static DelayLengths Delay { get; } = new();

    /// <summary>Direction that is delayed.</summary>
    public static DelayDirections Direction { get; } = new();

    /// <summary>Number of areas.</summary>
    public static HierarchyDepths Depth { get; } = new();

    /// <summary>Prospective coding.</summary>
    public static ProspectiveCodings Prospective { get; } = new();

    /// <summary>Pathways that are delayed.</summary>
    public static DelayedPathways Pathway { get; } = new();

    /// <summary>Time that a sample is shown.</summary>
    public static PresentationTimes Presentation { get; } = new();

    /// <summary>Cells of a hidden area.</summary>
    public static HiddenSizes Size { get; } = new();

    /// <summary>Number of hidden areas.</summary>
    public static HiddenAreas Areas { get; } = new();

    /// <summary>Those of the delay study.</summary>
    public static IReadOnlyList<StudyAxis> OfDelays { get; } =
    [
        Delay, Direction, Depth, Prospective, new DelayJitters(), new DelayRemedies(), new TargetDelays(), Pathway,
        Presentation,
    ];

    /// <summary>Those of the width study.</summary>
    public static IReadOnlyList<StudyAxis> OfWidths { get; } = [Areas, Size];
}
