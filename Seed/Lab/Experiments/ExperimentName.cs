namespace PalActors.Lab.Experiments;

/// <summary>Name of an experiment: a line of text that can also be part of a folder's name.</summary>
internal static class ExperimentName
{
    private const int Longest = 100;

    /// <summary>Reads the key <c>name</c>.</summary>
    /// <exception cref="InputException">It is no name.</exception>
    public static string Read(YamlEntry entry)
    {
        string name = ValueReader.Text(entry);
        return IsValid(name) ? name : throw entry.Source.Error(
            $"name is {entry.Value.Show()}; "
            + $"valid are 1 to {Longest} characters without '/', '\\' and control characters.");
    }

    /// <summary>Checks whether a text can be a name.</summary>
    public static bool IsValid(string name) =>
        name.Trim().Length > 0 && name.Length <= Longest && name is not ("." or "..")
        && !name.Any(c => char.IsControl(c) || c is '/' or '\\');
}
