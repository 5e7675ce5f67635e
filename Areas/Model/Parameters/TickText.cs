using System.Globalization;
using System.Numerics;

namespace PalActors.Areas.Model.Parameters;

/// <summary>
/// Reads a number of ticks as experiment files write it: <c>50</c>, <c>50 ticks</c>, or a time with its unit, <c>0.5 ms</c>, that is a whole number of ticks.
/// </summary>
public static class TickText
{
    /// <summary>
    /// The largest delay, jitter included, in ticks: one second of the paper's steps of 0.01 ms, a thousand of its presentations. Rings and histories hold as many ticks as a delay has, so this keeps
    /// every count far from what an array can hold.
    /// </summary>
    public const int Most = 100_000;

    private const string Milliseconds = "ms";
    private const string Ticks = "ticks";

    /// <summary>What remains of rounding when a decimal time is divided by a decimal step, relative to the time.</summary>
    private const double RoundOff = 1e-9;

    /// <summary>Whether a text names its unit, so that it is no bare number.</summary>
    public static bool HasUnit(string text) => text.EndsWith(Milliseconds, StringComparison.Ordinal) || text.EndsWith(Ticks, StringComparison.Ordinal);

    /// <summary>The ticks, 0 to <see cref="Most"/>.</summary>
    /// <param name="descriptor">The parameter.</param>
    /// <param name="text">Its value.</param>
    /// <param name="dt">A tick, ms.</param>
    /// <exception cref="ParameterException">It is no such number, negative, no whole number of ticks (then both numbers are named), or too large.</exception>
    public static int Parse(ParameterDescriptor descriptor, string text, double dt)
    {
        if (text.EndsWith(Milliseconds, StringComparison.Ordinal))
            return OfTime(descriptor, text, dt);
        string number = text.EndsWith(Ticks, StringComparison.Ordinal) ? text[..^Ticks.Length] : text;
        if (!BigInteger.TryParse(number, NumberStyles.Integer, CultureInfo.InvariantCulture, out BigInteger ticks) || ticks < 0)
            throw Invalid(descriptor, text);
        return ticks <= Most ? (int)ticks : throw TooLarge(descriptor, text, dt);
    }

    private static int OfTime(ParameterDescriptor descriptor, string text, double dt)
    {
        if (!double.TryParse(text[..^Milliseconds.Length], NumberStyles.Float, CultureInfo.InvariantCulture, out double time) || !double.IsFinite(time) || time < 0)
            throw Invalid(descriptor, text);
        double exact = time / dt, ticks = Math.Round(exact);
        if (exact > Most + 0.5)
            throw TooLarge(descriptor, text, dt);
        if (Math.Abs((ticks * dt) - time) > RoundOff * time)
        {
            string below = Number(Math.Floor(exact)), above = Number(Math.Ceiling(exact));
            throw new ParameterException(
                descriptor.Name, $"{descriptor.Name} is '{text}', which is {Number(exact)} ticks of dt = {Number(dt)} ms; valid is a whole number of ticks, here {below} or {above}.");
        }

        return (int)ticks;
    }

    private static ParameterException Invalid(ParameterDescriptor descriptor, string text) =>
        new(descriptor.Name, $"{descriptor.Name} is '{text}'; valid is {descriptor.Valid}.");

    private static ParameterException TooLarge(ParameterDescriptor descriptor, string text, double dt) =>
        new(descriptor.Name, $"{descriptor.Name} is '{text}'; valid is at most {Most} ticks, {Number(Most * dt)} ms with dt = {Number(dt)} ms.");

    // Short enough to read, exact enough to tell two neighbours apart.
    private static string Number(double value) => value.ToString("G10", CultureInfo.InvariantCulture);
}
