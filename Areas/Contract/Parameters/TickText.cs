using System.Globalization;
using System.Numerics;

namespace PalActors.Areas.Contract.Parameters;

/// <summary>Reads a number of ticks as experiment files write it.</summary>
/// <remarks>
/// As <c>50</c>, <c>50 ticks</c>, or a time with its unit, <c>0.5 ms</c>, that is a whole number of ticks.
/// </remarks>
public static class TickText
{
    /// <summary>The largest delay, jitter included, ticks.</summary>
    /// <remarks>
    /// One second of the paper's steps of 0.01 ms, a thousand of its presentations. Rings and histories hold as many
    /// ticks as a delay has, so this keeps every count far from what an array can hold.
    /// </remarks>
    public const int Most = 100_000;

    private const string Milliseconds = "ms";
    private const string Ticks = "ticks";

    // What remains of rounding when a decimal time is divided by a decimal step: relative to the time, and in ticks.
    private const double RoundOff = 1e-9;
    private const double RoundOffTicks = 1e-3;

    /// <summary>Checks whether a text ends in a unit instead of being a plain number.</summary>
    public static bool HasUnit(string text) =>
        text.EndsWith(Milliseconds, StringComparison.Ordinal) || text.EndsWith(Ticks, StringComparison.Ordinal);

    /// <summary>Reads a number of ticks, 0 to <see cref="Most"/>.</summary>
    /// <param name="descriptor">The parameter.</param>
    /// <param name="text">Its value.</param>
    /// <param name="dt">A tick, ms.</param>
    /// <exception cref="ParameterException">
    /// It is no such number, negative, no whole number of ticks (then both numbers are named), or too large.
    /// </exception>
    public static int Parse(ParameterDescriptor descriptor, string text, double dt)
    {
        if (text.EndsWith(Milliseconds, StringComparison.Ordinal))
            return OfTime(descriptor, text, dt);
        string number = text.EndsWith(Ticks, StringComparison.Ordinal) ? text[..^Ticks.Length] : text;
        CultureInfo invariant = CultureInfo.InvariantCulture;
        if (!BigInteger.TryParse(number, NumberStyles.Integer, invariant, out BigInteger ticks) || ticks < 0)
            throw Invalid(descriptor, text);
        return ticks <= Most ? (int)ticks : throw TooLarge(descriptor, text, dt);
    }

    /// <summary>Converts a time that is a whole number of ticks.</summary>
    /// <param name="name">The key that holds the time.</param>
    /// <param name="time">The time, ms, 0 or more.</param>
    /// <param name="dt">A tick, ms.</param>
    /// <param name="least">Fewest ticks that are valid, 0 or 1.</param>
    /// <exception cref="ParameterException">
    /// It is no whole number of ticks, or too many; the nearest valid times are named.
    /// </exception>
    public static int Whole(string name, double time, double dt, int least)
    {
        double exact = time / dt;
        if (exact > int.MaxValue)
        {
            throw new ParameterException(
                name,
                $"{name} is {Number(time)} ms; valid is at most {int.MaxValue} ticks, "
                + $"{Number(int.MaxValue * dt)} ms with dt = {Number(dt)} ms.");
        }

        if (Math.Round(exact) >= least && IsWhole(exact))
            return (int)Math.Round(exact);
        string nearest = NearestWhole.Name(exact, least, ticks => Number(ticks * dt));
        throw new ParameterException(
            name,
            $"{name} is {Number(time)} ms, which is {Number(exact)} ticks; "
            + $"it must be a whole multiple of dt = {Number(dt)} ms, here {nearest} ms.");
    }

    // A tolerance relative to the time alone would be several ticks of a very long one.
    private static bool IsWhole(double exact) =>
        Math.Abs(exact - Math.Round(exact)) <= Math.Min(RoundOff * exact, RoundOffTicks);

    private static int OfTime(ParameterDescriptor descriptor, string text, double dt)
    {
        string number = text[..^Milliseconds.Length];
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double time)
            || !double.IsFinite(time)
            || time < 0)
        {
            throw Invalid(descriptor, text);
        }

        double exact = time / dt;
        if (exact > Most + 0.5)
            throw TooLarge(descriptor, text, dt);
        if (!IsWhole(exact))
        {
            throw new ParameterException(
                descriptor.Name,
                $"{descriptor.Name} is '{text}', which is {Number(exact)} ticks of dt = {Number(dt)} ms; "
                + $"valid is a whole number of ticks, here {NearestWhole.Name(exact, 0, Number)}.");
        }

        return (int)Math.Round(exact);
    }

    private static ParameterException Invalid(ParameterDescriptor descriptor, string text) =>
        new(descriptor.Name, $"{descriptor.Name} is '{text}'; valid is {descriptor.Valid}.");

    private static ParameterException TooLarge(ParameterDescriptor descriptor, string text, double dt) =>
        new(
            descriptor.Name,
            $"{descriptor.Name} is '{text}'; "
            + $"valid is at most {Most} ticks, {Number(Most * dt)} ms with dt = {Number(dt)} ms.");

    // Short enough to read, exact enough to tell two neighbours apart.
    private static string Number(double value) => value.ToString("G10", CultureInfo.InvariantCulture);
}
