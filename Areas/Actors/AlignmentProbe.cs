using PalActors.Areas.Model;
using PalActors.Areas.Model.Metrics;
using PalActors.Areas.Model.Parameters;
using PalActors.Messages.Control;

namespace PalActors.Areas.Actors;

/// <summary>Pairs an area's own weights of a tick with those of the area above, whichever comes first, and measures how they align.</summary>
public sealed class AlignmentProbe(MicrocircuitParameters parameters, int area)
{
    private readonly Dictionary<long, (double[] B, double[] Basal, int Epoch)> _own = [];
    private readonly Dictionary<long, WeightSample> _above = [];

    /// <summary>Notes this area's weights after the tick it just completed.</summary>
    public void Own(CorticalArea core, int epoch) => _own[core.Tick] = (core.B!.ToRowMajor(), core.Basal.AsSpan(0, core.Size).ToArray(), epoch);

    /// <summary>Notes the weights of the area above.</summary>
    public void Above(WeightSample sample) => _above[sample.Tick] = sample;

    /// <summary>Takes the measures of all ticks for which both are there.</summary>
    public IEnumerable<Metric> Take(int network)
    {
        foreach (long tick in _own.Keys.Intersect(_above.Keys).Order().ToArray())
        {
            (double[] b, double[] basal, int epoch) = _own[tick];
            WeightSample above = _above[tick];
            _own.Remove(tick);
            _above.Remove(tick);
            Alignment alignment = Alignment.Measure(parameters, area, above.W, b, basal, above.Basal);
            yield return new Metric(network, tick, epoch, area, MetricNames.AngleWTB, alignment.AngleWTB);
            yield return new Metric(network, tick, epoch, area, MetricNames.AngleBPhiWTPhi, alignment.AngleBPhiWTPhi);
            yield return new Metric(network, tick, epoch, area, MetricNames.NormRatio, alignment.NormRatio);
        }
    }
}
