using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Microcircuit.Circuits;
using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Messages.Control;

namespace PalActors.Areas.Models.Microcircuit.Metrics;

/// <summary>Measures of an area after a tick.</summary>
internal static class DueMeasures
{
    /// <summary>Takes what is due; the class counts of a phase are forgotten with it.</summary>
    /// <param name="area">The area.</param>
    /// <param name="parameters">Parameters of the network.</param>
    /// <param name="when">What is due.</param>
    public static IMeasurement Take(CorticalArea area, MicrocircuitParameters parameters, in MeasureContext when)
    {
        List<Metric> known = [];
        if (area.IsTargeted)
        {
            // Of several targets each error is that of its area.
            int? named = parameters.Graph.Targeted.Count > 1 ? area.Index : null;
            TakeTarget(area.Target, named, when, known);
        }

        if (when.IsBoundary && area.IsSaturated)
            known.Add(Of(when, area.Index, CommonMetrics.Saturated, 1));
        return when.IsAlignment && area.IsHidden
            ? new AlignmentMeasurement(parameters, when, area, [.. known])
            : new KnownMeasurement([.. known]);
    }

    private static void TakeTarget(TargetCircuit target, int? area, in MeasureContext when, List<Metric> known)
    {
        if (when.EndsPhase && when.Phase.Metric is { } accuracy && target.ReadOut is { } readOut)
        {
            known.Add(Of(when, null, accuracy, (double)readOut.Correct / readOut.Total));
            readOut.Reset();
        }

        if (when.IsRecord && target.IsNudged)
            known.Add(Of(when, area, CommonMetrics.ErrorTarget, target.TargetError()));
    }

    private static Metric Of(in MeasureContext when, int? area, string name, double value) =>
        new(when.Network, when.Tick, when.Phase.Epoch, area, name, value);
}
