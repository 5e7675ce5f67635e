using PalActors.Areas.Model.Stimuli;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Experiments;

/// <summary>Opens the data of an experiment before a run begins. Apart from the reading: an experiment can be listed, and checked, where its data are not.</summary>
public static class ExperimentData
{
    /// <summary>Checks that the data are there, and what the experiment asks of them.</summary>
    /// <exception cref="InputException">They are not, or it asks for more.</exception>
    public static void Check(Experiment experiment, NetworkPlan plan)
    {
        if (ExperimentTask.Get(experiment.Task).HasTeacher || !DataSetDefaults.Get(experiment.Data).FromFiles)
            return;
        try
        {
            Check(experiment, DataSets.Get(plan));
        }
        catch (DataFileException exception)
        {
            throw new InputException(exception.Message);
        }
    }

    private static void Check(Experiment experiment, IDataSet data)
    {
        if (experiment.Layers[0] != data.Inputs)
            throw new InputException($"{experiment.Name}: layers[0] is {experiment.Layers[0]}; valid is {data.Inputs}, the pixels of an image of {experiment.Data}.");
        foreach ((string split, int samples) in new[] { ("train", experiment.Train), ("validation", experiment.Validation), ("test", experiment.Test) })
        {
            if (samples > data.SamplesOf(split))
                throw new InputException($"{experiment.Name}: {split} is {samples}; valid is 1 to {data.SamplesOf(split)}, the {split} samples of {experiment.Data}.");
        }
    }
}
