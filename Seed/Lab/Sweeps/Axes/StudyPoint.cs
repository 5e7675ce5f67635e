namespace PalActors.Lab.Sweeps.Axes;

/// <summary>The values of a point of a delay study, by the names of the axes.</summary>
/// <param name="values">The values in the order of <see cref="StudyAxes.All"/>.</param>
internal sealed class StudyPoint(IReadOnlyList<string> values)
{
    /// <summary>Value of an axis; its default, or that it has none, in a table of a version that did not have it.</summary>
    public string this[StudyAxis axis] =>
        StudyAxes.IndexOf(axis) is int at && at < values.Count ? values[at] : axis.Default ?? StudyAxis.NoChoice;

    /// <summary>The point in error messages.</summary>
    public override string ToString() =>
        string.Join(", ", StudyAxes.All.Select(axis => $"{axis.Name} {this[axis]}"));
}
