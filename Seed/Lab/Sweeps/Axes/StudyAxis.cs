using PalActors.Areas.Contract.Models;
using PalActors.Lab.Experiments;

namespace PalActors.Lab.Sweeps.Axes;

/// <summary>An axis of a study: a column of its table, and what a value changes in the experiment.</summary>
/// <remarks>A class and a row of <see cref="StudyAxes"/> are all that an axis takes.</remarks>
internal abstract class StudyAxis
{
    /// <summary>Value where the cells, or the network, have no choice.</summary>
    public const string NoChoice = "-";

    /// <summary>Name of the column.</summary>
    public abstract string Name { get; }

    /// <summary>Name of the setting that holds the values, a plural such as <c>delays</c>.</summary>
    public abstract string Setting { get; }

    /// <summary>The values if none are given, as text; null for that of the experiment.</summary>
    public virtual string? Default => null;

    /// <summary>Values in the help.</summary>
    public abstract string Example { get; }

    /// <summary>Help on the setting.</summary>
    /// <param name="models">The cell models.</param>
    public abstract string Help(ModelRegistry models);

    /// <summary>The value of the experiment, for an axis without a default.</summary>
    public virtual string Own(Experiment experiment) => NoChoice;

    /// <summary>The values, all different.</summary>
    /// <param name="text">As given, or the default.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="option">Name of the setting in error messages.</param>
    /// <exception cref="InputException">One of them is not valid.</exception>
    public abstract IReadOnlyList<string> Values(string text, Experiment experiment, string option);

    /// <summary>Changes of the experiment at a point, if the axis is given or has a default.</summary>
    /// <param name="point">The values of all axes.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="option">Name of the setting in error messages.</param>
    public virtual IEnumerable<Override> Changes(StudyPoint point, Experiment experiment, string option) => [];

    /// <summary>Keys that every value rewrites; what is given for all points goes into the values.</summary>
    public virtual IEnumerable<string> Rewritten(Experiment experiment) => [];

    /// <summary>A value in the label of a line of the figures; empty for the default.</summary>
    public virtual string Label(string value) => "";

    /// <summary>Reads some of the valid words, separated by commas.</summary>
    protected IReadOnlyList<string> Words(string option, string text, IReadOnlyList<string> valid)
    {
        IReadOnlyList<string> values = SweepValues.Parse(option, Setting, text);
        return values.FirstOrDefault(value => !valid.Contains(value)) is { } other
            ? throw new InputException($"{option} holds '{other}'; {NearestKey.Advice(other, valid)}.")
            : values;
    }
}
