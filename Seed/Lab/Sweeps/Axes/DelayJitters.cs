using System.Globalization;
using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Models;
using PalActors.Lab.Experiments;

namespace PalActors.Lab.Sweeps.Axes;

/// <summary>Jitter of what is delayed.</summary>
/// <remarks>
/// It is <c>none</c>, or DISTRIBUTION:SCALE or DISTRIBUTION:SCALE:MAX in ticks, for instance <c>uniform:10</c>. Without
/// MAX it is cut at four times the scale.
/// </remarks>
internal sealed class DelayJitters : StudyAxis
{
    private const string None = "none";
    private const double UsualCut = 4;

    /// <inheritdoc/>
    public override string Name => "jitter";

    /// <inheritdoc/>
    public override string Setting => "jitter";

    /// <inheritdoc/>
    public override string Default => None;

    /// <inheritdoc/>
    public override string Example => "none,uniform:10";

    /// <inheritdoc/>
    public override string Help(ModelRegistry models) =>
        "Jitter of what is delayed: none, or DISTRIBUTION:SCALE or DISTRIBUTION:SCALE:MAX in ticks. By default none.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Values(string text, Experiment experiment, string option) =>
        SweepValues.Parse(option, Setting, text, ranges: false);

    /// <inheritdoc/>
    public override IEnumerable<Override> Changes(StudyPoint point, Experiment experiment, string option)
    {
        string text = point[this];
        if (text == None)
            return [];
        string[] parts = text.Split(':');
        bool known = parts.Length is 2 or 3 && parts[0] != None && Jitter.Names.Contains(parts[0]);
        const NumberStyles plain = NumberStyles.AllowDecimalPoint;
        if (!known || !double.TryParse(parts[1], plain, CultureInfo.InvariantCulture, out double scale)
            || !double.IsFinite(scale))
        {
            string names = string.Join(", ", Jitter.Names.Where(name => name != None));
            throw new InputException(
                $"{option} holds '{text}'; valid is none, or a distribution ({names}) with its scale and, if wanted, "
                + "its largest value in ticks: uniform:10 or normal:5:20.");
        }

        string most = parts.Length == 3
            ? parts[2]
            : Math.Ceiling(UsualCut * scale).ToString(CultureInfo.InvariantCulture);
        return
        [
            new(option, "jitter", parts[0]),
            new(option, "jitter_scale", parts[1]),
            new(option, "jitter_max", most),
            new(option, "jitter_direction", point[StudyAxes.Direction]),
        ];
    }

    /// <inheritdoc/>
    public override string Label(string value) => value == None ? "" : value;
}
