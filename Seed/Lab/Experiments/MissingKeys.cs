namespace PalActors.Lab.Experiments;

/// <summary>Keys that must be given and are not, reported all at once.</summary>
/// <param name="file">Name of the file.</param>
internal sealed class MissingKeys(string file)
{
    private readonly List<(string Key, string Valid)> _missing = [];

    /// <summary>Takes a key that is missing.</summary>
    /// <param name="key">The key.</param>
    /// <param name="valid">Its valid values in a few words.</param>
    public void Add(string key, string valid) => _missing.Add((key, valid));

    /// <summary>Refuses the file if a key is missing.</summary>
    /// <exception cref="InputException">One or more are.</exception>
    public void Check()
    {
        if (_missing.Count == 1)
            throw new InputException($"{file}: {_missing[0].Key} is missing; valid is {_missing[0].Valid}.");
        if (_missing.Count > 1)
        {
            string all = string.Join("; ", _missing.Select(one => $"{one.Key} ({one.Valid})"));
            throw new InputException($"{file}: {_missing.Count} keys are missing: {all}.");
        }
    }
}
