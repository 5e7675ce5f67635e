using System.Globalization;
using PalActors.Lab;

namespace PalActors.Cli.Terminal;

/// <summary>Whole numbers on the command line.</summary>
internal static class WholeText
{
    /// <summary>Reads a number.</summary>
    /// <param name="option">The option.</param>
    /// <param name="text">Its value.</param>
    /// <param name="least">Smallest valid number.</param>
    /// <param name="most">Largest valid number.</param>
    /// <exception cref="InputException">It is none, or out of range.</exception>
    public static int Parse(string option, string text, int least, int most) =>
        TryParse(text, out int value) && value >= least && value <= most
            ? value
            : throw new InputException($"{option} is '{text}'; valid is a whole number from {least} to {most}.");

    /// <summary>Reads a number of digits alone.</summary>
    public static bool TryParse(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
