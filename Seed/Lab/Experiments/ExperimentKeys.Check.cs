namespace PalActors.Lab.Experiments;

/// <content>Keys that are none.</content>
internal static partial class ExperimentKeys
{
    /// <summary>Place where all keys are listed, as a clause of an error message.</summary>
    public const string Listed = "'palactors keys' lists all keys";

    private const int MostListed = 12;

    /// <summary>Refuses a key that is not among the valid ones, naming one that is near, or where all are.</summary>
    /// <exception cref="InputException">It is not.</exception>
    public static void Check(YamlEntry entry, string where, IReadOnlyList<string> valid)
    {
        if (valid.Contains(entry.Key))
            return;
        string? listed = valid.Count > MostListed ? Listed : null;
        throw entry.Source.Error($"{where}'{entry.Key}' is not a key; {NearestKey.Advice(entry.Key, valid, listed)}.");
    }
}
