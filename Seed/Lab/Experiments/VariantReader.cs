using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <summary>Reads the key <c>models</c>: models with parameters of their own.</summary>
/// <param name="keys">Keys of the experiment.</param>
internal sealed class VariantReader(CellKeys keys)
{
    private readonly string[] _valid = ["model", .. keys.Parameters.All.Select(parameter => parameter.Name)];

    /// <summary>The models in the order of the file.</summary>
    /// <param name="models">The key, or null where it is not given.</param>
    /// <exception cref="InputException">Anything invalid.</exception>
    public List<ModelVariant> Read(YamlEntry? models)
    {
        if (models is null)
            return [];
        if (models.Value is not YamlMap map)
        {
            throw models.Source.Error(
                $"models is {models.Value.Show()}; valid is a map of model names to their parameters.");
        }

        return [.. map.Entries.Select(Variant)];
    }

    private ModelVariant Variant(YamlEntry entry)
    {
        string where = $"models.{entry.Key}";
        YamlMap map = Map(entry, where);
        IReadOnlyList<string> models = keys.Cells.LearningModels;
        string? model = models.Contains(entry.Key) ? entry.Key : null;
        List<PlanOption> overrides = [];
        foreach (YamlEntry item in map.Entries)
        {
            CheckKey(item, where);
            YamlEntry named = item with { Key = $"{where}.{item.Key}" };
            if (item.Key == "model")
                model = ValueReader.Word(named, model is null ? models : [model]);
            else
                overrides.Add(ValueReader.Parameter(named, keys.Parameters.Find(item.Key)!) with { Name = item.Key });
        }

        return model is null
            ? throw entry.Source.Error($"{where}.model is missing; valid is one of {string.Join(", ", models)}.")
            : new ModelVariant(entry.Key, model, overrides);
    }

    // Labels become fields of metrics.csv and of the digest lines.
    private static YamlMap Map(YamlEntry entry, string where)
    {
        if (entry.Key.Length == 0 || !entry.Key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '+'))
        {
            throw entry.Source.Error(
                $"models holds '{entry.Key}'; valid in the name of a model are letters, digits, '-', '_' and '+'.");
        }

        return entry.Value as YamlMap ?? throw entry.Source.Error(
            $"{where} is {entry.Value.Show()}; valid is a map of parameters, for instance {{eta_bw: 0}}.");
    }

    private void CheckKey(YamlEntry item, string where)
    {
        if (ExperimentKeys.Execution.Contains(item.Key))
        {
            throw item.Source.Error(
                $"{where}: {item.Key} is of the whole run, not of a model; valid is {item.Key} beside models.");
        }

        ExperimentKeys.Check(item, $"{where}: ", _valid);
    }
}
