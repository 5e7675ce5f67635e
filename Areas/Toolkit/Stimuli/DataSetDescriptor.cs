using PalActors.Messages.Plan;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>A data set by name: how it is made, and its original form.</summary>
/// <remarks>An experiment has the values of the original set where its file does not say otherwise.</remarks>
/// <param name="Name">Name in experiments.</param>
public sealed record DataSetDescriptor(string Name)
{
    /// <summary>Draws the set of a plan, with answers of a teacher if it has one; null if it comes as files.</summary>
    public Func<NetworkPlan, ITeacher?, IDataSet>? Draw { get; init; }

    /// <summary>
    /// Opens the set in a folder, empty for this machine's own, as a description says that only own data have; null if
    /// it is drawn.
    /// </summary>
    public Func<string, PlanOption[], IDataSet>? Open { get; init; }

    /// <summary>Seed of the original set.</summary>
    public ulong Seed { get; init; }

    /// <summary>Largest valid seed.</summary>
    public ulong LargestSeed { get; init; }

    /// <summary>Training samples of the original set.</summary>
    public int Train { get; init; }

    /// <summary>Validation samples.</summary>
    public int Validation { get; init; }

    /// <summary>Test samples.</summary>
    public int Test { get; init; }

    /// <summary>Input rates per sample, or null where its files tell.</summary>
    public int? Inputs { get; init; }

    /// <summary>Classes; 0 of a set that a task makes, with a teacher.</summary>
    public int Classes { get; init; }

    /// <summary>Bytes of its files in memory; 0 where samples are drawn.</summary>
    public long FileBytes { get; init; }

    /// <summary>Checks whether it comes as files, from a folder instead of from a seed.</summary>
    public bool FromFiles => Open is not null;
}
