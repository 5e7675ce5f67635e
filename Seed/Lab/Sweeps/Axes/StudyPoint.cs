using System.Globalization;

namespace PalActors.Lab.Sweeps.Axes;

/// <summary>The values of a point of a study, by its axes.</summary>
/// <param name="axes">The axes of the study.</param>
/// <param name="values">The values in their order.</param>
internal sealed class StudyPoint(IReadOnlyList<StudyAxis> axes, IReadOnlyList<string> values)
{
    /// <summary>Value of an axis.</summary>
    /// <remarks>A table of a version that did not have the axis has its default.</remarks>
    public string this[StudyAxis axis] =>
        axes.Zip(values).FirstOrDefault(one => one.First == axis).Second ?? axis.Default ?? StudyAxis.NoChoice;

    /// <summary>Value of an axis of whole numbers.</summary>
    public int Whole(StudyAxis axis) => int.Parse(this[axis], CultureInfo.InvariantCulture);

    /// <summary>The point in error messages.</summary>
    public override string ToString() => string.Join(", ", axes.Select(axis => $"{axis.Name} {this[axis]}"));
}
