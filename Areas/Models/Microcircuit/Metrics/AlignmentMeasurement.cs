using PalActors.Areas.Contract;
using PalActors.Areas.Models.Microcircuit.Circuits;
using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Metrics;

/// <summary>Measures of one tick of an area that has feedback.</summary>
/// <remarks>
/// It holds what the area knows at once, and adds the alignment of each pathway when the samples from above have
/// arrived.
/// </remarks>
internal sealed class AlignmentMeasurement : IMeasurement
{
    private readonly MicrocircuitParameters _parameters;
    private readonly MeasureContext _when;
    private readonly Metric[] _known;
    private readonly Pathway[] _pathways;
    private readonly double[][] _b;
    private readonly double[] _basal;

    /// <summary>Copies this area's own part now, since the area goes on.</summary>
    /// <param name="parameters">Parameters of the network.</param>
    /// <param name="when">The tick.</param>
    /// <param name="area">The area, a hidden one.</param>
    /// <param name="known">Measures known already.</param>
    public AlignmentMeasurement(
        MicrocircuitParameters parameters, in MeasureContext when, CorticalArea area, Metric[] known)
    {
        _parameters = parameters;
        _when = when;
        IReadOnlyList<ApicalPathway> pathways = area.Hidden.Pathways;
        _pathways = [.. pathways.Select(above => above.Pathway)];
        _b = [.. pathways.Select(above => above.B.ToRowMajor())];
        _basal = area.Basal.AsSpan(0, area.Size).ToArray();
        Needs = [.. _pathways.Select(pathway => pathway.To)];
        _known = [.. known, .. pathways.SelectMany((above, i) => Own(above, _b[i], area.Size))];
    }

    /// <inheritdoc/>
    public IReadOnlyList<int> Needs { get; }

    /// <inheritdoc/>
    public Metric[] Complete(IReadOnlyList<StateBlock[]> samples)
    {
        List<Metric> all = [.. _known];
        for (int i = 0; i < _pathways.Length; i++)
        {
            Pathway pathway = _pathways[i];
            (double[] w, double[] basalAbove) = (samples[i][0].Values, samples[i][1].Values);
            Alignment alignment = Alignment.Measure(_parameters, pathway, w, _b[i], _basal, basalAbove);
            all.Add(Of(pathway, MicrocircuitMetrics.AngleWTB, alignment.AngleWTB));
            all.Add(Of(pathway, MicrocircuitMetrics.AngleBPhiWTPhi, alignment.AngleBPhiWTPhi));
            all.Add(Of(pathway, MicrocircuitMetrics.NormRatio, alignment.NormRatio));
        }

        return [.. all];
    }

    private IEnumerable<Metric> Own(ApicalPathway above, double[] b, int cells)
    {
        Cancellation cancellation = Cancellation.Measure(
            above.Q.ToRowMajor(), b, above.Apical.AsSpan(0, cells));
        yield return Of(above.Pathway, MicrocircuitMetrics.CancellationRatio, cancellation.WeightRatio);
        yield return Of(above.Pathway, MicrocircuitMetrics.ApicalSize, cancellation.ApicalSize);
    }

    // In a chain the lower area alone says which pathway it is.
    private Metric Of(Pathway pathway, string name, double value) => new(
        _when.Network, _when.Tick, _when.Phase.Epoch, pathway.From, name, value)
    { To = _parameters.Graph.IsChain ? null : pathway.To };
}
