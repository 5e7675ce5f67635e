using System.Globalization;

namespace PalActors.Lab.Sweeps.Axes;

/// <summary>Whole numbers as values of an axis.</summary>
internal static class WholeNumbers
{
    /// <summary>Reads a list or range of them.</summary>
    /// <param name="option">The setting.</param>
    /// <param name="name">Name of the quantity.</param>
    /// <param name="text">The values.</param>
    /// <param name="least">Smallest valid number.</param>
    /// <param name="most">Largest valid number.</param>
    /// <exception cref="InputException">One is none, or out of range.</exception>
    public static IReadOnlyList<string> Parse(string option, string name, string text, int least, int most)
    {
        IReadOnlyList<string> values = SweepValues.Parse(option, name, text);
        return [.. values.Select(Number).Distinct().Select(n => n.ToString(CultureInfo.InvariantCulture))];

        int Number(string value) =>
            int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number >= least
            && number <= most
                ? number
                : throw new InputException($"{option}: {name} holds '{value}'; valid are whole numbers{Range()}.");

        string Range() => most == int.MaxValue ? $", {least} or more" : $" from {least} to {most}";
    }
}
