using PalActors.Lab.Keys;

namespace PalActors.Cli.Reports;

/// <summary>Keys of experiments on the terminal.</summary>
internal static class KeyReport
{
    /// <summary>Writes all keys, two lines each: meaning; then form, range, default, and who has it.</summary>
    public static void WriteAll(TextWriter output, IReadOnlyList<KeyGroup> groups)
    {
        int width = groups.SelectMany(group => group.Rows).Max(row => row.Name.Length);
        foreach (KeyGroup group in groups)
        {
            output.WriteLine($"{group.Title}:");
            foreach (KeyRow row in group.Rows)
            {
                bool isNeeded = row.Default.EndsWith(KeyTables.MustBeGiven, StringComparison.Ordinal);
                string usual = isNeeded ? row.Default : $"default {row.Default}";
                string[] facts = [row.Form, row.Range, usual, row.Users];
                output.WriteLine($"  {row.Name.PadRight(width)}  {row.Summary}");
                output.WriteLine(
                    $"  {new string(' ', width)}    {string.Join("; ", facts.Where(fact => fact.Length > 0))}");
            }

            output.WriteLine();
        }

        output.WriteLine("One of them with the keys of its entries: palactors keys NAME");
    }

    /// <summary>Writes one key in full.</summary>
    public static void Write(TextWriter output, KeyRow row)
    {
        output.WriteLine(row.Name);
        Line("meaning", row.Summary);
        Line("form", row.Form);
        Line("range", row.Range);
        Line("default", row.Default);
        Line("has it", row.Users.Length > 0 ? row.Users : "every experiment");
        if (row.Entries.Count == 0)
            return;
        output.WriteLine("  entries");
        int width = row.Entries.Max(entry => entry.Name.Length);
        foreach (KeyRow entry in row.Entries)
        {
            string[] facts = [entry.Form, entry.Range, entry.Default];
            output.WriteLine($"    {entry.Name.PadRight(width)}  {entry.Summary}");
            output.WriteLine(
                $"    {new string(' ', width)}    {string.Join("; ", facts.Where(fact => fact.Length > 0))}");
        }

        if (row.Parameters.Count > 0)
            output.WriteLine($"    and parameters: {string.Join(", ", row.Parameters)}");

        void Line(string what, string text)
        {
            if (text.Length > 0)
                output.WriteLine($"  {what,-7}  {text}");
        }
    }
}
