using System.Globalization;

namespace PalActors.Lab.Experiments;

/// <summary>A moment of a run: the end of an epoch, or a tick.</summary>
/// <param name="Number">The epoch, 0 before the first one, or the tick.</param>
/// <param name="IsTick">True for a tick.</param>
public readonly record struct WeightsMoment(long Number, bool IsTick)
{
    /// <summary>What texts are moments.</summary>
    public const string Valid = "an epoch, such as 5, or a tick, such as '2000 ticks'";

    private const string Ticks = "ticks";

    /// <summary>Reads an epoch, or a number of ticks; null for another text.</summary>
    public static WeightsMoment? Parse(string text)
    {
        bool isTick = text.EndsWith(Ticks, StringComparison.Ordinal);
        string number = isTick ? text[..^Ticks.Length].TrimEnd() : text;
        return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out long read)
            ? new WeightsMoment(read, isTick)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Number}{(IsTick ? " " + Ticks : "")}");
}
