namespace PalActors.Lab.Experiments;

/// <summary>Content of a parameter file of the authors, and notes on it.</summary>
/// <remarks>Of a key that is given more than once the last value counts; comments may be repeated.</remarks>
internal sealed class AuthorsContent
{
    private const string Comment = "_comment";

    private AuthorsContent(string path)
    {
        Path = path;
        List<YamlEntry> repeated = [];
        Map = JsonText.ReadFile(path, repeated);
        foreach (YamlEntry entry in repeated.Where(entry => entry.Key != Comment))
        {
            Notes.Add(
                $"{entry.Source}: {entry.Key} is given more than once; "
                + "its last value counts, as in the authors' program.");
        }
    }

    /// <summary>File as the user named it.</summary>
    public string Path { get; }

    /// <summary>All of it.</summary>
    public YamlMap Map { get; }

    /// <summary>Keys and values without comments.</summary>
    public IEnumerable<YamlEntry> Entries => Map.Entries.Where(entry => entry.Key != Comment);

    /// <summary>Notes on the file, one line each.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">It cannot be read, or holds no JSON object.</exception>
    public static AuthorsContent Read(string path) => new(path);

    /// <summary>The entry of a key, or null.</summary>
    public YamlEntry? Find(string key) => Map.Entries.FirstOrDefault(entry => entry.Key == key);

    /// <summary>The entry of a key that was found to be there.</summary>
    public YamlEntry Require(string key) => Find(key)!;

    /// <summary>An entry that the file does not have.</summary>
    public YamlEntry Ours(string key, string value) => new(key, Map.Source, new YamlScalar(Map.Source, value, false));
}
