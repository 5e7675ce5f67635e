namespace PalActors.Lab.Experiments;

/// <content>Parameters that no learning model of the experiment uses.</content>
internal sealed partial class ExperimentReader
{
    // The models that are selected, and all that have an entry of their own.
    private static IEnumerable<string> Labels(IEnumerable<string> selected, IEnumerable<ModelVariant> variants) =>
        selected.Union(variants.Select(variant => variant.Label));

    private static string ModelOf(string label, IEnumerable<ModelVariant> variants) =>
        variants.FirstOrDefault(variant => variant.Label == label)?.Model ?? label;

    private void CheckUsed(Experiment experiment)
    {
        string[] selected = [.. experiment.Selected], labels = [.. Labels(selected, experiment.Variants)];
        string[] ofFile = [.. labels.Union(SelectedByFile())];
        foreach (YamlEntry entry in _map.Entries)
        {
            // What the command line gives is meant for what it runs.
            (string[] users, string[] shown) = entry.Source.Name == _file ? (ofFile, labels) : (selected, selected);
            CheckUsed(entry, "", users, shown, experiment.Variants);
        }

        if (Find(ExperimentKeys.Models)?.Value is not YamlMap models)
            return;
        foreach (YamlEntry model in models.Entries)
        {
            foreach (YamlEntry entry in ((YamlMap)model.Value).Entries)
                CheckUsed(entry, $"models.{model.Key}.", [model.Key], [model.Key], experiment.Variants);
        }
    }

    // A file with parameters of PAL may be run with 'model: BP' from the command line; its own models use them.
    private IEnumerable<string> SelectedByFile()
    {
        YamlNode? model = _original.Entries.FirstOrDefault(entry => entry.Key == "model")?.Value;
        IEnumerable<YamlNode> items = model is YamlList list ? list.Items : model is null ? [] : [model];
        return items.OfType<YamlScalar>().Select(item => item.Text);
    }

    private void CheckUsed(
        YamlEntry entry, string where, string[] from, string[] labels, IReadOnlyList<ModelVariant> variants)
    {
        if (_keys.Parameters.Find(entry.Key) is not { UsedBy: { Count: > 0 } usedBy } parameter
            || from.Any(label => parameter.IsUsedBy(ModelOf(label, variants))))
            return;
        string value = entry.Value is YamlScalar scalar ? scalar.Text : entry.Value.Show();
        string users = usedBy.Count == 1 ? $"model {usedBy[0]} uses" : $"models {string.Join(", ", usedBy)} use";
        throw entry.Source.Error(
            $"{where}{entry.Key} is {value}, and only {users} it; "
            + $"valid with model {string.Join(", ", labels)}: leave it out.");
    }
}
