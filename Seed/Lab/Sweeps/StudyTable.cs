using System.Globalization;
using System.Text;
using PalActors.Lab.Results;

namespace PalActors.Lab.Sweeps;

/// <summary>Tables in Markdown that studies write: a column per value, a cell with median and quartiles.</summary>
internal static class StudyTable
{
    /// <summary>Writes the head.</summary>
    /// <param name="text">Receives it.</param>
    /// <param name="columns">Heads of the columns after the first.</param>
    public static void WriteHead(StringBuilder text, IReadOnlyList<string> columns) => text.Append(
        CultureInfo.InvariantCulture,
        $"| | {string.Join(" | ", columns)} |\n|---|{string.Concat(Enumerable.Repeat("---|", columns.Count))}\n");

    /// <summary>Writes a row.</summary>
    /// <param name="text">Receives it.</param>
    /// <param name="name">Its first cell.</param>
    /// <param name="cells">The others.</param>
    public static void WriteRow(StringBuilder text, string name, IEnumerable<string> cells) =>
        text.Append(CultureInfo.InvariantCulture, $"| {name} | {string.Join(" | ", cells)} |\n");

    /// <summary>Median with quartiles, and the number of values where there are fewer than elsewhere.</summary>
    /// <param name="values">The values.</param>
    /// <param name="most">Number of values elsewhere.</param>
    /// <param name="number">Text of a number.</param>
    public static string Cell(IEnumerable<double> values, int most, Func<double, string> number)
    {
        Quartiles quartiles = Quartiles.Of(values);
        string cell = number(quartiles.Median);
        if (quartiles.Count >= Quartiles.Fewest)
            cell += $" [{number(quartiles.Lower)}, {number(quartiles.Upper)}]";
        return quartiles.Count < most
            ? string.Create(CultureInfo.InvariantCulture, $"{cell} ({quartiles.Count})")
            : cell;
    }

    /// <summary>A number with one decimal.</summary>
    public static string Tenths(double value) => value.ToString("F1", CultureInfo.InvariantCulture);
}
