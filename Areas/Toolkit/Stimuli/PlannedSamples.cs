using PalActors.Areas.Contract;
using PalActors.Areas.Toolkit.Files;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>The data of a plan, opened when they are first shown, and checked against the plan.</summary>
/// <param name="plan">The plan.</param>
/// <param name="order">Order of the samples in phases that shuffle them.</param>
/// <param name="teacher">Computes the answers of sets with a teacher, or null.</param>
/// <param name="split">Divides a pool into samples that train and that validate; by default by the plan's seed.</param>
public sealed class PlannedSamples(
    NetworkPlan plan, ISampleOrder order, ITeacher? teacher, ISplitOrder? split = null)
{
    private readonly AreaGraph _graph = plan.Graph;
    private readonly Lazy<IDataSet> _data = new(() => Open(plan, teacher, split ?? new CounterSplit(plan.Seed)));

    /// <summary>Opens data that are drawn, so that what is wrong with them is known at once.</summary>
    /// <remarks>
    /// Files are opened where samples are shown: a node that hosts areas in the middle needs none.
    /// </remarks>
    public void OpenDrawn()
    {
        if (!DataSets.IsFromFiles(plan.Data))
            _ = _data.Value;
    }

    /// <summary>The data set, divided as the plan says.</summary>
    public IDataSet Data => _data.Value;

    /// <summary>Input rates in the order of the schedule, all those of a sample before those of the next.</summary>
    public IPresentations Inputs() => Show(_data.Value, targets: false);

    /// <summary>Target voltages in the order of the schedule, all those of a sample before those of the next.</summary>
    public IPresentations Targets() =>
        Show(plan.TargetsAreInputs ? new InputsAsTargets(_data.Value) : _data.Value, targets: true);

    /// <summary>Rates of one input area: its columns of <see cref="Inputs()"/>.</summary>
    /// <param name="area">The area.</param>
    public IPresentations Inputs(int area) => _graph.IsChain
        ? Inputs()
        : new ChosenColumns(Inputs(), _graph.InputColumns(area));

    /// <summary>Target voltages of one area: its columns of <see cref="Targets()"/>.</summary>
    /// <param name="area">The area.</param>
    public IPresentations Targets(int area) => _graph.IsChain
        ? Targets()
        : new ChosenColumns(Targets(), _graph.TargetColumns(area));

    /// <summary>Class of each sample in the order of the schedule, one value per sample.</summary>
    /// <exception cref="InvalidOperationException">The samples have no classes.</exception>
    public IPresentations Classes() => _data.Value is ILabelledDataSet labelled
        ? Show(new ClassesAsInputs(labelled), targets: false)
        : throw new InvalidOperationException($"The samples of {plan.Data} have no classes.");

    /// <summary>Number of each sample in its split, in the order of the schedule; opens no data.</summary>
    public IPresentations Numbers() => Show(new NumbersAsInputs(), targets: false);

    private ShuffledSamples Show(IDataSet data, bool targets) => new(data, plan.Schedule, order, targets);

    private static IDataSet Open(NetworkPlan plan, ITeacher? teacher, ISplitOrder split)
    {
        IDataSet data = DataSets.Get(plan, teacher);
        int targets = plan.TargetsAreInputs ? data.Inputs : data.Targets;
        DataColumns.Check(plan, data.Inputs, targets);
        if (DataFiles.Of(plan) is { } expected
            && expected.DifferenceFrom(DataHash.Compute(data, expected.Splits)) is { } difference)
            throw new DataFileException(difference);

        return data is ILabelledDataSet { IsDividedBySeed: true } pool ? new DividedData(pool, split) : data;
    }
}
