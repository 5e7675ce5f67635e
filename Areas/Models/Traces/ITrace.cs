using PalActors.Areas.Contract.Models;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Traces;

/// <summary>A golden trace: a run of another program with all that enters it, to be replayed.</summary>
public interface ITrace
{
    /// <summary>Name of the case.</summary>
    string Case { get; }

    /// <summary>Description in a few words: learning model, sizes.</summary>
    string Summary { get; }

    /// <summary>Largest deviation at which a replay counts as exact, relative to the scale of each quantity.</summary>
    double Tolerance { get; }

    /// <summary>Plan of its network.</summary>
    NetworkPlan Plan { get; }

    /// <summary>Registry whose only model builds its network.</summary>
    ModelRegistry Registry { get; }

    /// <summary>Ticks of its checkpoints, ascending.</summary>
    IReadOnlyList<long> Ticks { get; }

    /// <summary>Begins a comparison with its checkpoints.</summary>
    ITraceComparison Compare();
}
