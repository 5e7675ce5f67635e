using System.Text;
using PalActors.Areas.Contract.Models;
using PalActors.Lab.Experiments;
using PalActors.Lab.Keys;

namespace PalActors.Cli.Reports;

/// <summary>The reference of keys as a page of Markdown, <c>docs/experiments.md</c>.</summary>
internal static class KeyMarkdown
{
    /// <summary>Command that writes the page.</summary>
    public const string Command = "palactors keys --markdown > docs/experiments.md";

    private const string Head = """
        # Experiments

        All keys of experiment files. This page is made from the tables that read them:

        <!-- shown -->
        ```
        {0}
        ```

        An experiment is a file of lines `key: value` (YAML), checked as a whole before anything starts: a key that is
        none, a value that is not valid, keys that are missing are one line that names them. `palactors new mine.yaml
        --from yin-yang` writes one of your own from one that comes with the program, `palactors keys NAME` shows a key
        on the terminal, and `--set key=value` of a command changes one for a run; `--set models.NAME.key=value` reaches
        into an entry, as do `areas.NAME.key`, `pathways.FROM-TO.key`, `data.key`, `weights.key`, `lesion.NAME.key`,
        `freeze.NAME.key` and, of a parameter by epoch, `key.EPOCH`.

        A parameter with a list has one value per area, the lowest first; a single value stands for all. In a graph,
        entries of `areas` and `pathways` have values of their own instead. "Has it" names the cells, learning models
        and tasks that a key is for; where it is empty, all have it.

        """;

    /// <summary>The page, with line ends of one character.</summary>
    /// <param name="models">The cell models whose keys there are.</param>
    public static string Write(ModelRegistry models)
    {
        StringBuilder page = new(Head.ReplaceLineEndings("\n").Replace("{0}", Command, StringComparison.Ordinal));
        Table(
            page, "Tasks", ["task", "what is learned"],
            ExperimentTask.All.Select(task => Row(task.Name, task.Summary)));
        Table(
            page, "Cells", ["cells", "learning models", "what they are"],
            models.All.Select(cells => Row(cells.Name, string.Join(", ", cells.LearningModels), cells.Summary)));
        foreach (KeyGroup group in KeyTables.Of(models))
        {
            Table(
                page, group.Title, ["key", "meaning", "form", "range", "default", "has it"],
                group.Rows.Select(row => Row(row.Name, row.Summary, row.Form, row.Range, row.Default, row.Users)));
            foreach (KeyRow row in group.Rows.Where(row => row.Entries.Count > 0))
                Entries(page, row);
        }

        return page.ToString();
    }

    private static void Entries(StringBuilder page, KeyRow row)
    {
        page.Append("\n### Entries of ").Append(row.Name).Append("\n\n");
        Rows(
            page, ["key", "meaning", "form", "range", "needed"],
            row.Entries.Select(one => Row(one.Name, one.Summary, one.Form, one.Range, one.Default)));
        if (row.Parameters.Count > 0)
            page.Append("\nAnd ").Append(row.Parameters.Count).Append(" of the parameters below.\n");
    }

    private static void Table(StringBuilder page, string title, string[] columns, IEnumerable<string> rows)
    {
        page.Append("\n## ").Append(title).Append("\n\n");
        Rows(page, columns, rows);
    }

    private static void Rows(StringBuilder page, string[] columns, IEnumerable<string> rows)
    {
        page.Append("| ").AppendJoin(" | ", columns).Append(" |\n|")
            .AppendJoin("|", columns.Select(_ => "---")).Append("|\n");
        foreach (string row in rows)
            page.Append(row).Append('\n');
    }

    private static string Row(string name, params string[] cells) =>
        $"| `{name}` | {string.Join(" | ", cells.Select(Escaped))} |";

    // What Markdown would take for its own.
    private static string Escaped(string text) => text
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("*", "\\*", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal);
}
