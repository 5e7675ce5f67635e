using PalActors.Areas.Contract.Models;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Stimuli;

namespace PalActors.Lab.Experiments;

/// <content>Checks of keys, and between keys.</content>
internal sealed partial class ExperimentReader
{
    private void CheckKeys()
    {
        IReadOnlyList<string> valid = _keys.Names;
        foreach (YamlEntry entry in _map.Entries)
        {
            if (!valid.Contains(entry.Key) && OwnerOf(entry.Key) is { } owner)
            {
                throw entry.Source.Error(
                    $"{entry.Key} is a key of cells {owner.Name}, and the cells are {_keys.Cells.Name}; "
                    + $"{ExperimentKeys.Listed}.");
            }

            ExperimentKeys.Check(entry, "", valid);
        }
    }

    private IAreaModel? OwnerOf(string key) =>
        _models.All.FirstOrDefault(cells => cells.Parameters.Find(key) is not null);

    // Keys without a default. One of the cells may instead be given by every model that is run.
    private void CheckMissing(ExperimentTask task)
    {
        MissingKeys missing = new(_file);
        if (Find("areas") is { } areas)
        {
            GraphReader.Items(areas);
        }
        else if (Find("pathways") is { } pathways)
        {
            throw pathways.Source.Error(
                "pathways is given, and areas is missing; valid are both, or layers without pathways.");
        }

        foreach (RunKey key in ExperimentKeys.Run)
        {
            if (key.Needed is { } valid && task.Has(key) && (key.InPlace is not { } other || Find(other) is null))
                Require(key.Name, valid(_keys.Cells));
        }

        foreach (ParameterDescriptor parameter in _keys.Parameters.All)
        {
            if (parameter.Default is null && !EachModelGives(parameter.Name) && !EntriesGive(parameter))
                Require(parameter.Name, parameter.Valid);
        }

        missing.Check();

        void Require(string key, string valid)
        {
            if (Find(key) is null)
                missing.Add(key, valid);
        }
    }

    // Whether all of them do is checked when the graph is known.
    private bool EntriesGive(ParameterDescriptor parameter) =>
        parameter.Scope.HasSeveral() && new[] { "areas", "pathways" }.Any(key =>
            Find(key)?.Value is YamlList list && list.Items.OfType<YamlMap>().Any(
                item => item.Entries.Any(entry => entry.Key == parameter.Name)));

    private bool EachModelGives(string key)
    {
        IReadOnlyList<YamlEntry> models = Find(ExperimentKeys.Models)?.Value is YamlMap map ? map.Entries : [];
        YamlNode? model = Find("model")?.Value;
        IEnumerable<YamlNode> selected = model is YamlList list ? list.Items : model is null ? [] : [model];
        return models.Count > 0 && models.All(Gives) && selected.All(IsAmongModels);

        bool IsAmongModels(YamlNode node) => node is YamlScalar name && models.Any(entry => entry.Key == name.Text);

        bool Gives(YamlEntry model) => model.Value is YamlMap own && own.Entries.Any(entry => entry.Key == key);
    }

    private static void CheckOrigin(YamlEntry entry, DataSetDescriptor? data)
    {
        if (data is null)
            return;
        if (entry.Key == "data_folder" && !data.FromFiles)
        {
            throw entry.Source.Error(
                $"data_folder is given, and data is {data.Name}, which is drawn from data_seed; "
                + "valid is data_folder with data that comes as files.");
        }

        if (entry.Key == "data_seed" && data.FromFiles)
        {
            throw entry.Source.Error(
                $"data_seed is given, and data is {data.Name}, which comes as files; valid is data_folder instead.");
        }
    }

    private void CheckBatch(Experiment experiment)
    {
        int batch = experiment.BatchSize;
        if (batch > 1 && !experiment.Cells.TakesBatches)
        {
            throw Find("batch_size")!.Source.Error(
                $"batch_size is {batch}, and cells {experiment.Cells.Name} take one sample at a time; valid is 1.");
        }

        (string split, int fewest) = experiment.Splits.MinBy(split => split.Samples);
        if (batch > 1 && batch > fewest)
        {
            throw Find("batch_size")!.Source.Error(
                $"batch_size is {batch}; valid is 1 to {fewest}, the {split} samples of the experiment.");
        }
    }

    private void CheckSeeds(Experiment experiment)
    {
        string? generator = experiment.Parameters.FirstOrDefault(option => option.Name == "generator")?.Values[0];
        if (generator is RandomGenerators.NumpyLegacy or RandomGenerators.TorchLegacy)
            ValueReader.Seeds(Find("seeds")!, uint.MaxValue, $" (generator {generator} takes 32 bits)");
    }
}
