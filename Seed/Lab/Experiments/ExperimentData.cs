using System.Collections.Concurrent;
using PalActors.Areas.Toolkit.Files;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <summary>Opens the data of an experiment before a run begins.</summary>
/// <remarks>Reading does not: an experiment can be listed, and checked, where its data are not.</remarks>
internal static class ExperimentData
{
    // The points of a sweep mostly draw the same data.
    private static readonly ConcurrentDictionary<Drawn, string> s_drawn = new();

    /// <summary>Checks the data against the experiment and puts their hash and this build's into the plans.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="plans">Its networks.</param>
    /// <exception cref="InputException">The data are not there, or it asks for more.</exception>
    public static IReadOnlyList<NetworkPlan> Identify(Experiment experiment, IReadOnlyList<NetworkPlan> plans)
    {
        try
        {
            // All networks of an experiment use the same data.
            string hash = HashOf(experiment, plans[0]);
            return [.. plans.Select(plan => plan with { DataHash = hash, BuildHash = ProgramVersion.Current.Hash })];
        }
        catch (DataFileException exception)
        {
            throw new InputException(exception.Message);
        }
    }

    /// <summary>The experiment with what the files of own data say; itself with other data.</summary>
    /// <exception cref="InputException">A file cannot be used.</exception>
    public static Experiment WithFacts(Experiment experiment)
    {
        if (experiment.DataOptions.Length == 0)
            return experiment;
        try
        {
            OwnDataFacts facts = OwnDataSets.Describe(experiment.DataFolder, experiment.DataOptions);
            return experiment with { DataFacts = facts };
        }
        catch (DataFileException exception)
        {
            throw new InputException(exception.Message);
        }
    }

    private static string HashOf(Experiment experiment, NetworkPlan plan)
    {
        SplitUse[] splits = SplitUse.Of(plan.Schedule);
        if (!DataSets.IsFromFiles(plan.Data))
        {
            string uses = string.Join(' ', splits.Select(split => split.ToString()));
            Drawn drawn = new(plan.Data, plan.DataSeed, plan.Graph.Inputs.Sum(area => plan.Layers[area]), uses);
            return s_drawn.GetOrAdd(drawn, _ => DataHash.Compute(DataSets.Get(plan), splits));
        }

        IDataSet data = DataSets.Get(plan);
        Check(experiment, data);
        return DataHash.Compute(data, splits);
    }

    private static void Check(Experiment experiment, IDataSet data)
    {
        AreaGraph graph = experiment.Graph;
        if (graph.IsChain && experiment.Layers[0] != data.Inputs)
        {
            throw new InputException(
                $"{experiment.Name}: layers[0] is {experiment.Layers[0]}; valid is {data.Inputs}, "
                + $"the {(data is IImageDataSet ? "pixels of an image" : "inputs of a sample")} of {experiment.Data}.");
        }

        bool isOwn = experiment.DataOptions.Length > 0 && !ExperimentTask.Get(experiment.Task).TargetsAreInputs;
        if (graph.IsChain && isOwn && experiment.Layers[^1] != data.Targets)
        {
            throw new InputException(
                $"{experiment.Name}: layers[{experiment.Layers.Length - 1}] is {experiment.Layers[^1]}; "
                + $"valid is {data.Targets}, the {(data is ILabelledDataSet ? "classes" : "targets")} of its data.");
        }

        int classes = data is ILabelledDataSet ? data.Targets : 0;
        if (!graph.IsChain
            && DataColumns.Problem(graph, experiment.Data, data.Inputs, data.Targets, classes) is { } problem)
            throw new InputException($"{experiment.Name}: {problem}");
        foreach ((string split, int samples) in experiment.Splits)
        {
            if (samples > data.SamplesOf(split))
            {
                throw new InputException(
                    $"{experiment.Name}: {split} is {samples}; "
                    + $"valid is 1 to {data.SamplesOf(split)}, the {split} samples of {experiment.Data}.");
            }
        }
    }

    private sealed record Drawn(string Data, ulong Seed, int Inputs, string Splits);
}
