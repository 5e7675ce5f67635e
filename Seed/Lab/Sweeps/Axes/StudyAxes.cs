namespace PalActors.Lab.Sweeps.Axes;

/// <summary>The axes of a delay study.</summary>
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

    /// <summary>All of them, in the order of the columns.</summary>
    public static IReadOnlyList<StudyAxis> All { get; } =
    [
        Delay, Direction, Depth, Prospective, new DelayJitters(), new DelayRemedies(), new TargetDelays(), Pathway,
    ];

    /// <summary>Column of an axis.</summary>
    public static int IndexOf(StudyAxis axis) => ((IList<StudyAxis>)All).IndexOf(axis);
}
