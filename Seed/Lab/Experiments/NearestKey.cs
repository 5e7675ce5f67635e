namespace PalActors.Lab.Experiments;

/// <summary>Finds the word that was probably meant.</summary>
internal static class NearestKey
{
    private const int Longest = 64;

    /// <summary>The valid word with the fewest edits from a word, whatever the case; the first of equals.</summary>
    public static string Find(string word, IEnumerable<string> valid) =>
        valid.MinBy(candidate => Distance(word, candidate))
        ?? throw new ArgumentException("There is no valid word to choose from.", nameof(valid));

    /// <summary>The valid word that was probably meant, or null if over a third of the letters differ.</summary>
    public static string? Guess(string word, IReadOnlyCollection<string> valid)
    {
        string? nearest = valid.Count > 0 ? Find(word, valid) : null;
        return nearest is not null && Distance(word, nearest) <= Math.Max(1, word.Length / 3) ? nearest : null;
    }

    /// <summary>Advice on a word that is not valid: the one that is near, or where all are.</summary>
    /// <param name="word">The word.</param>
    /// <param name="valid">The valid words.</param>
    /// <param name="listed">Place where they are listed, as a clause; null to list them here.</param>
    public static string Advice(string word, IReadOnlyCollection<string> valid, string? listed = null) =>
        Guess(word, valid) is { } nearest
            ? $"the nearest valid one is '{nearest}'"
            : listed ?? $"valid is one of {string.Join(", ", valid)}";

    /// <summary>Edits between two words: insertions, deletions, substitutions and swaps of neighbours.</summary>
    public static int Distance(string first, string second)
    {
        // Words come from files: one longer than any key needs no exact distance.
        ReadOnlySpan<char> a = first.AsSpan(0, Math.Min(first.Length, Longest));
        ReadOnlySpan<char> b = second.AsSpan(0, Math.Min(second.Length, Longest));
        int[,] edits = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
            edits[i, 0] = i;
        for (int j = 0; j <= b.Length; j++)
            edits[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int substitution = edits[i - 1, j - 1] + (Same(a[i - 1], b[j - 1]) ? 0 : 1);
                int best = Math.Min(substitution, Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    best = Math.Min(best, edits[i - 2, j - 2] + 1);
                edits[i, j] = best;
            }
        }

        return edits[a.Length, b.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
