using System.Globalization;

namespace PalActors.Lab.Recording;

/// <summary>One coordinate of records: a value for each of their ticks.</summary>
/// <param name="Name">Its name, for instance <c>time_ms</c>.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Description">What it says.</param>
/// <param name="Values">Its values: an array of int, sbyte or double.</param>
/// <param name="Words">The words that values stand for, 0 first; null if they are numbers.</param>
internal sealed record RecordCoordinate(
    string Name, string Unit, string Description, Array Values, IReadOnlyList<string>? Words = null)
{
    /// <summary>The value of a record as text: its word, or its number.</summary>
    public string Text(int record)
    {
        object value = Values.GetValue(record)!;
        return Words is not null
            ? Words[Convert.ToInt32(value, CultureInfo.InvariantCulture)]
            : Convert.ToString(value, CultureInfo.InvariantCulture)!;
    }
}
