namespace PalActors.Seed.Experiments;

/// <summary>A value given on the command line in place of the experiment file's.</summary>
/// <param name="Option">The option that gave it, for error messages.</param>
/// <param name="Key">The key; <c>models.NAME.key</c> reaches into the entry of a model.</param>
/// <param name="Value">The value as YAML.</param>
public sealed record Override(string Option, string Key, string Value)
{
    /// <summary>Reads the <c>key=value</c> of an option.</summary>
    /// <exception cref="InputException">There is no key or no value.</exception>
    public static Override Parse(string option, string text)
    {
        int equals = text.IndexOf('=');
        return equals > 0
            ? new Override(option, text[..equals].Trim(), text[(equals + 1)..])
            : throw new InputException($"{option}: '{text}' is not key=value, for instance {option} epochs=5.");
    }

    /// <summary>The experiment with all overrides in place.</summary>
    /// <exception cref="InputException">One is not YAML, or given twice.</exception>
    public static YamlMap Apply(YamlMap experiment, IEnumerable<Override> overrides)
    {
        HashSet<string> seen = [];
        foreach (Override change in overrides)
        {
            if (!seen.Add(change.Key))
            {
                throw new InputException(
                    $"{change.Option}: {change.Key} is given twice on the command line; give it once.");
            }

            experiment = change.ApplyTo(experiment);
        }

        return experiment;
    }

    private YamlMap ApplyTo(YamlMap experiment)
    {
        Source source = new(Option, 0);
        YamlNode value = YamlReader.Read(Value, Option, lines: false)
            ?? throw source.Error($"{Key} has no value; write {Option} {Key}=VALUE.");
        string[] path = Key.Split('.');
        if (path.Length == 1)
            return experiment.With(new YamlEntry(Key, source, value));
        if (path is not ["models", string label, string key])
            throw source.Error($"'{Key}' is not a key; a path of keys has the form models.NAME.key.");
        YamlMap models = Map(experiment, "models", source);
        YamlMap variant = Map(models, label, source).With(new YamlEntry(key, source, value));
        YamlMap all = models.With(new YamlEntry(label, variant.Source, variant));
        return experiment.With(new YamlEntry("models", models.Source, all));
    }

    private static YamlMap Map(YamlMap parent, string key, Source source) =>
        parent.Entries.FirstOrDefault(entry => entry.Key == key)?.Value as YamlMap ?? new YamlMap(source, []);
}
