using PalActors.Messages.Control;

namespace PalActors.Areas.Models.Traces;

/// <summary>Comparison of a replay with the checkpoints of its trace.</summary>
public interface ITraceComparison
{
    /// <summary>Deviations so far.</summary>
    Deviations Deviations { get; }

    /// <summary>Compares an area with the checkpoint of its tick.</summary>
    /// <param name="observed">Observed state of the area.</param>
    void Compare(AreaState observed);
}
