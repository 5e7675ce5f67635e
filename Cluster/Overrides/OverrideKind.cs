using Akka.Configuration.Hocon;

namespace PalActors.Clustering.Overrides;

/// <summary>Kind of value that a setting of actor systems takes.</summary>
/// <param name="Valid">Its values, as messages and docs name them.</param>
/// <param name="IsValid">Checks a value; may fail with any exception where it is none.</param>
internal sealed record OverrideKind(string Valid, Func<HoconValue, bool> IsValid)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(1);

    /// <summary>A time.</summary>
    public static OverrideKind Time { get; } = new(
        "a time from 1ms to 1d, such as 500ms or 5s",
        value => value.GetTimeSpan(allowInfinite: false) is var time && time > TimeSpan.Zero && time <= s_longest);

    /// <summary>A number of things.</summary>
    public static OverrideKind Count { get; } = new(
        "a whole number from 1 to 100000", value => value.GetInt() is >= 1 and <= 100_000);

    /// <summary>A factor or threshold.</summary>
    public static OverrideKind Real { get; } = new(
        "a number above 0, at most 1000", value => value.GetDouble() is > 0 and <= 1000);

    /// <summary>Something that is done or not.</summary>
    public static OverrideKind Switch { get; } = new("on or off", value => OneOf(value, "on", "off", "true", "false"));

    /// <summary>A word of a list.</summary>
    public static OverrideKind Word(params string[] words) =>
        new(string.Join(" or ", words), value => OneOf(value, words));

    private static bool OneOf(HoconValue value, params string[] words) =>
        words.Contains(value.GetString(), StringComparer.Ordinal);
}
