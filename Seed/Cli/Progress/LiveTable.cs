using Spectre.Console;

namespace PalActors.Cli.Progress;

/// <summary>Lines of a table that fits a terminal: columns that matter least are left out where it is narrow.</summary>
/// <remarks>No line is ever wrapped, so a heading stays over its column and a name is never torn.</remarks>
internal static class LiveTable
{
    private const string Gap = "  ";

    /// <summary>Lays a table out.</summary>
    /// <param name="columns">The columns from left to right.</param>
    /// <param name="width">Columns of the terminal.</param>
    /// <returns>Heading, rule and a line per row, none longer than the width.</returns>
    public static IReadOnlyList<string> Lines(IEnumerable<LiveColumn> columns, int width)
    {
        List<LiveColumn> shown = [.. columns];
        while (shown.Count > 1 && Width(shown) > width && shown.MaxBy(column => column.Rank) is { Rank: > 0 } least)
            shown.Remove(least);
        int rows = shown[0].Cells.Count;
        List<string> lines = [Line(column => column.Head), new string('-', Math.Min(width, Width(shown)))];
        for (int row = 0; row < rows; row++)
            lines.Add(Line(column => column.Cells[row]));
        return lines;

        string Line(Func<LiveColumn, string> cell) => Cut(
            string.Join(Gap, shown.Select(column => column.Fill(cell(column)))), width).TrimEnd();
    }

    /// <summary>A text that fits the width; a longer one ends in three dots.</summary>
    public static string Cut(string text, int width) => text.Length <= width ? text
        : width < 4 ? text[..width]
        : $"{text[..(width - 3)]}...";

    /// <summary>A text in as many lines as it has parts between semicolons, if one line is too short for it.</summary>
    public static IEnumerable<string> Broken(string text, int width) => text.Length <= width
        ? [text]
        : text.Split("; ").Select(part => Cut(part, width));

    /// <summary>Lines as they are drawn.</summary>
    public static Text Draw(IEnumerable<string> lines) => new(string.Join('\n', lines));

    private static int Width(List<LiveColumn> columns) =>
        columns.Sum(column => column.Width) + (Gap.Length * (columns.Count - 1));
}
