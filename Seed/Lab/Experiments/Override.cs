namespace PalActors.Lab.Experiments;

/// <summary>A value in place of the experiment file's.</summary>
/// <param name="Option">The option that gave it, for error messages.</param>
/// <param name="Key">The key; <c>models.NAME.key</c>, <c>areas.NAME.key</c>,
/// <c>pathways.FROM-TO.key</c>, <c>data.key</c>, <c>weights.key</c>, <c>lesion.NAME.key</c>, <c>freeze.NAME.key</c>
/// and, of a parameter that varies, <c>key.EPOCH</c> reach into an entry.</param>
/// <param name="Value">The value as YAML.</param>
public sealed partial record Override(string Option, string Key, string Value)
{
    /// <summary>Whether its option takes any key.</summary>
    internal bool TakesAnyKey { get; init; }

    /// <summary>Whether its option gives several values, of which this is one.</summary>
    internal bool IsOneOfSeveral { get; init; }

    /// <summary>A change by a program, named after its key in error messages.</summary>
    public static Override Of(string key, string value) => new(key, key, value) { TakesAnyKey = true };

    /// <summary>Reads the <c>key=value</c> of an option.</summary>
    /// <exception cref="InputException">There is no key or no value.</exception>
    public static Override Parse(string option, string text)
    {
        int equals = text.IndexOf('=');
        return equals > 0
            ? new Override(option, text[..equals].Trim(), text[(equals + 1)..]) { TakesAnyKey = true }
            : throw new InputException($"{option}: '{text}' is not key=value, for instance {option} epochs=5.");
    }

    /// <summary>The experiment with all overrides in place.</summary>
    /// <exception cref="InputException">One is not YAML, or given twice.</exception>
    internal static YamlMap Apply(YamlMap experiment, IEnumerable<Override> overrides)
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
        bool isEpoch = path.Length == 2 && path[1].All(char.IsAsciiDigit);
        if (path[0] is "data" or "weights" or PerturbationReader.Lesion or PerturbationReader.Freeze || isEpoch)
            return experiment.With(Within(WeightsYaml.AsMap(experiment), path, new YamlEntry(path[^1], source, value)));
        if (path is ["areas" or "pathways", string name, string own])
            return experiment.With(InGraph(experiment, path[0], name, new YamlEntry(own, source, value)));
        if (path is not ["models", string label, string key])
        {
            throw source.Error(
                $"'{Key}' is not a key; a path of keys has the form models.NAME.key, areas.NAME.key, "
                + "pathways.FROM-TO.key, data.key, weights.key, lesion.NAME.key, freeze.NAME.key or key.EPOCH.");
        }

        YamlMap models = Map(experiment, "models", source);
        YamlMap variant = Map(models, label, source).With(new YamlEntry(key, source, value));
        YamlMap all = models.With(new YamlEntry(label, variant.Source, variant));
        return experiment.With(new YamlEntry("models", models.Source, all));
    }

    // Maps in maps; what is no map was a name or a share, and gives way.
    private static YamlEntry Within(YamlMap map, ReadOnlySpan<string> path, YamlEntry change)
    {
        if (path.Length == 1)
            return change;
        YamlMap inner = Map(map, path[0], change.Source);
        return new YamlEntry(path[0], inner.Source, inner.With(Within(inner, path[1..], change)));
    }

    // An area is known by its name, a pathway by those of its areas.
    private static YamlEntry InGraph(YamlMap experiment, string list, string name, YamlEntry change)
    {
        YamlEntry? found = experiment.Entries.FirstOrDefault(entry => entry.Key == list);
        YamlMap[] items = found?.Value is YamlList all ? [.. all.Items.OfType<YamlMap>()] : [];
        string[] names =
        [
            .. items.Select(item =>
                list == "areas" ? Text(item, "name") : $"{Text(item, "from")}-{Text(item, "to")}"),
        ];
        int place = Array.IndexOf(names, name);
        if (place < 0)
        {
            string valid = names.Length == 0 ? $"an experiment with {list}" : string.Join(", ", names);
            throw change.Source.Error($"{list}.{name}.{change.Key}: there is no '{name}' in {list}; valid is {valid}.");
        }

        items[place] = items[place].With(change);
        return found! with { Value = new YamlList(found.Value.Source, items) };
    }

    private static string Text(YamlMap item, string key) =>
        (item.Entries.FirstOrDefault(entry => entry.Key == key)?.Value as YamlScalar)?.Text ?? "";

    private static YamlMap Map(YamlMap parent, string key, Source source) =>
        parent.Entries.FirstOrDefault(entry => entry.Key == key)?.Value as YamlMap ?? new YamlMap(source, []);
}
