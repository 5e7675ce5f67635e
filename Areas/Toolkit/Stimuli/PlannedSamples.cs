using PalActors.Areas.Contract;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>The data of a plan, opened when they are first shown, and checked against the plan.</summary>
/// <param name="plan">The plan.</param>
/// <param name="order">Order of the samples in phases that shuffle them.</param>
/// <param name="teacher">Computes the answers of sets with a teacher, or null.</param>
public sealed class PlannedSamples(NetworkPlan plan, ISampleOrder order, ITeacher? teacher)
{
    private readonly Lazy<IDataSet> _data = new(() => Open(plan, teacher));

    /// <summary>Opens data that are drawn, so that what is wrong with them is known at once.</summary>
    /// <remarks>
    /// Files are opened where samples are shown: a node that hosts areas in the middle needs none.
    /// </remarks>
    public void OpenDrawn()
    {
        if (!DataSets.IsFromFiles(plan.Data))
            _ = _data.Value;
    }

    /// <summary>Input rates in the order of the schedule, all those of a sample before those of the next.</summary>
    public IPresentations Inputs() => new ShuffledSamples(_data.Value, plan.Schedule, order, targets: false);

    /// <summary>Target voltages in the order of the schedule, all those of a sample before those of the next.</summary>
    public IPresentations Targets() => new ShuffledSamples(_data.Value, plan.Schedule, order, targets: true);

    private static IDataSet Open(NetworkPlan plan, ITeacher? teacher)
    {
        IDataSet data = DataSets.Get(plan, teacher);
        if (plan.Layers[0] != data.Inputs || plan.Layers[^1] != data.Targets)
        {
            throw new Contract.Parameters.ParameterException(
                "layers",
                $"layers is {string.Join(", ", plan.Layers)}; "
                + $"data {plan.Data} takes {data.Inputs} in the first and {data.Targets} in the last.");
        }

        if (DataSets.IsFromFiles(plan.Data) && plan.DataHash.Length > 0)
        {
            DataIdentity expected = new(plan.Data, plan.DataFolder, SplitUse.Of(plan.Schedule), plan.DataHash);
            if (expected.DifferenceFrom(DataHash.Compute(data, expected.Splits)) is { } difference)
                throw new DataFileException(difference);
        }

        return data;
    }
}
