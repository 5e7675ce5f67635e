namespace PalActors.Lab.Sweeps.Axes;

/// <summary>The values of a point of a delay study, by the names of the axes.</summary>
/// <param name="values">The values in the order of <see cref="StudyAxes.All"/>.</param>
internal sealed class StudyPoint(IReadOnlyList<string> values)
{
    /// <summary>Value of an axis.</summary>
    /// <remarks>A table of a version that did not have the axis has its default.</remarks>
    public string this[StudyAxis axis] =>
        StudyAxes.IndexOf(axis) is int at && at < values.Count ? values[at] : axis.Default ?? StudyAxis.NoChoice;

    /// <summary>The point in error messages.</summary>
    public override string ToString() =>
        string.Join(", ", StudyAxes.All.Select(axis => $"{axis.Name} {this[axis]}"));
}
