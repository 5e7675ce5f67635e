using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Microcircuit.Cells;
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
        if (area.IsTop)
            TakeTop(area.Top, when, known);
        if (when.IsBoundary && area.IsSaturated)
            known.Add(Of(when, area.Index, CommonMetrics.Saturated, 1));
        return when.IsAlignment && !area.IsTop
            ? new AlignmentMeasurement(parameters, when, area, [.. known])
            : new KnownMeasurement([.. known]);
    }

    private static void TakeTop(TopCircuit top, in MeasureContext when, List<Metric> known)
    {
        if (when.EndsPhase && when.Phase.Metric is { } accuracy)
        {
            ReadOut readOut = top.ReadOut;
            known.Add(Of(when, null, accuracy, (double)readOut.Correct / readOut.Total));
            readOut.Reset();
        }

        if (when.IsRecord && top.IsNudged)
            known.Add(Of(when, null, CommonMetrics.ErrorTarget, top.TargetError()));
    }

    private static Metric Of(in MeasureContext when, int? area, string name, double value) =>
        new(when.Network, when.Tick, when.Phase.Epoch, area, name, value);
}
