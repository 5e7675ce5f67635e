using System.Numerics;
using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.RateCells.Cells;
using PalActors.Messages.Control;

namespace PalActors.Areas.Models.RateCells.Metrics;

/// <summary>Measures of an area after a tick.</summary>
internal static class RateMeasures
{
    /// <summary>Takes what is due; the counts of an evaluation are forgotten with it.</summary>
    public static IMeasurement Take<T>(RateArea<T> area, in MeasureContext when)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Metric[] known = area.ReadOut is { Samples: > 0 } readOut && when.EndsPhase && when.Phase.Metric is { } metric
            ? ReadOut(readOut, metric, when)
            : [];
        return when.IsAlignment && area.Ports.SamplesFrom.Count > 0
            ? new AngleMeasurement(when, area.Index, WeightsOf(area), area.FeedbackIsTransposed, known)
            : new KnownMeasurement(known);
    }

    private static double[] WeightsOf<T>(RateArea<T> area)
        where T : unmanaged, IFloatingPointIeee754<T> => Synapses.WeightBlock.ToDoubles(area.FeedbackWeights);

    private static Metric[] ReadOut<T>(RateReadOut<T> readOut, string metric, in MeasureContext when)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        MeasureContext at = when;
        Metric[] metrics = metric switch
        {
            RateMetrics.MeanSquareTest or RateMetrics.MeanSquareValidation => [Of(metric, readOut.MeanSquare)],
            CommonMetrics.AccuracyTest =>
                [Of(metric, readOut.Accuracy), Of(RateMetrics.MeanSquareTest, readOut.MeanSquare)],
            _ => [Of(metric, readOut.Accuracy), Of(RateMetrics.MeanSquareValidation, readOut.MeanSquare)],
        };
        readOut.Reset();
        return metrics;

        Metric Of(string name, double value) => new(at.Network, at.Tick, at.Phase.Epoch, null, name, value);
    }
}
