using System.Globalization;

namespace PalActors.Lab.Sweeps.Axes;

/// <summary>Reads the values of an axis: items between commas.</summary>
/// <remarks>
/// Commas inside brackets, braces and quotes belong to the item, so that lists can be swept
/// (<c>layers=[4,30,3],[4,30,30,3]</c>). An item <c>lo:hi:n</c> means n evenly spaced numbers, both ends included.
/// </remarks>
internal static class SweepValues
{
    private const int MostValues = 10_000;

    /// <summary>The values, in their order.</summary>
    /// <param name="option">The option that gave them, for error messages.</param>
    /// <param name="name">The key or quantity that they are of, for error messages.</param>
    /// <param name="text">The text.</param>
    /// <param name="ranges">Whether lo:hi:n means numbers.</param>
    /// <exception cref="InputException">There is none, one is empty or occurs twice, or a range is none.</exception>
    public static IReadOnlyList<string> Parse(string option, string name, string text, bool ranges = true)
    {
        if (text.Trim().Length == 0)
            throw new InputException($"{option}: {name} has no values; valid is a list such as 1,2,3 or lo:hi:n.");
        List<string> values = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string item in Split(text))
        {
            if (item.Length == 0)
            {
                throw new InputException(
                    $"{option}: {name} holds an empty value in '{text}'; valid are values between commas.");
            }

            foreach (string value in ranges ? Expand(option, name, item) : [item])
            {
                if (!seen.Add(value))
                    throw new InputException($"{option}: {name} holds '{value}' twice; valid are different values.");
                values.Add(value);
            }
        }

        return values;
    }

    private static IEnumerable<string> Split(string text)
    {
        int depth = 0, start = 0;
        char quote = '\0';
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'')
                quote = c;
            else if (c is '[' or '{')
                depth++;
            else if (c is ']' or '}')
                depth--;
            else if (c == ',' && depth <= 0)
            {
                yield return text[start..i].Trim();
                start = i + 1;
            }
        }

        yield return text[start..].Trim();
    }

    private static IEnumerable<string> Expand(string option, string name, string item)
    {
        if (item[0] is '[' or '{' or '"' or '\'' || item.Split(':') is not [string first, string last, string count])
            return [item];
        if (!TryReal(first, out double low)
            || !TryReal(last, out double high)
            || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int n))
        {
            throw new InputException(
                $"{option}: {name} holds '{item}', which is not lo:hi:n; "
                + "valid are two numbers and how many there are in all, for instance 0:1:11.");
        }

        if (n is < 2 or > MostValues)
            throw new InputException($"{option}: {name} holds '{item}', where n is {n}; valid is 2 to {MostValues}.");
        return Enumerable.Range(0, n).Select(i => Number(low, high, i, n));
    }

    // The ends as they were given; the others without the round-off in the last digits.
    private static string Number(double low, double high, int i, int n) =>
        i == 0 ? low.ToString("R", CultureInfo.InvariantCulture)
        : i == n - 1 ? high.ToString("R", CultureInfo.InvariantCulture)
        : (low + ((high - low) * i / (n - 1))).ToString("G15", CultureInfo.InvariantCulture);

    private static bool TryReal(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
}
