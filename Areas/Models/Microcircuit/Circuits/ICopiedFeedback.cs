using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Models.Microcircuit.Circuits;

/// <summary>Hook of a model whose B is a copy of weights of the area above, and Q its negative.</summary>
public interface ICopiedFeedback
{
    /// <summary>Indicates whether the updates of the original are low-passed, so that those of B are.</summary>
    bool IsLowPassed { get; }

    /// <summary>Begins before tick 1.</summary>
    /// <param name="rate">Rates of the area (padded).</param>
    void Begin(double[] rate);

    /// <summary>Brings B and Q up to date, after the sums of a tick were taken with both as they stood.</summary>
    /// <param name="b">B.</param>
    /// <param name="q">Q, whose rule has prepared its update.</param>
    void Complete(PlasticProjection b, PlasticProjection q);
}
