using System.Globalization;

namespace PalActors.Messages.Control;

/// <summary>A value of a state that is not finite.</summary>
/// <param name="Quantity">Name of its block.</param>
/// <param name="Value">The value as text: <c>NaN</c>, <c>Infinity</c> or <c>-Infinity</c>.</param>
public sealed record NonFinite(string Quantity, string Value)
{
    /// <summary>Finds the first value of a block that is not finite; null if all are.</summary>
    public static NonFinite? In(string quantity, ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            if (!double.IsFinite(value))
                return new NonFinite(quantity, value.ToString(CultureInfo.InvariantCulture));
        }

        return null;
    }
}
