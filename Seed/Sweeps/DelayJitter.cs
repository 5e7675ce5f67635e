using System.Globalization;
using PalActors.Areas.Contract.Links;
using PalActors.Seed.Experiments;

namespace PalActors.Seed.Sweeps;

/// <summary>Jitter of delays as the study writes it.</summary>
/// <remarks>
/// It is <c>none</c>, or DISTRIBUTION:SCALE or DISTRIBUTION:SCALE:MAX in ticks, for instance <c>uniform:10</c>. Without
/// MAX it is cut at four times the scale.
/// </remarks>
public static class DelayJitter
{
    /// <summary>No jitter.</summary>
    public const string None = "none";

    private const double UsualCut = 4;

    /// <summary>Changes that a jitter makes in an experiment.</summary>
    /// <param name="option">The option that asked for it.</param>
    /// <param name="text">The jitter.</param>
    /// <param name="direction">The direction whose delays vary.</param>
    /// <exception cref="InputException">It is no jitter.</exception>
    public static IEnumerable<Override> Changes(string option, string text, string direction)
    {
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
            new(option, "jitter_direction", direction),
        ];
    }
}
