using PalActors.Areas.Contract;
using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Messages.Control;

namespace PalActors.Areas.Models.Microcircuit.Metrics;

/// <summary>Measures of one tick of an area that has feedback.</summary>
/// <remarks>
/// It holds what the area knew at once and adds its alignment when the sample from above has arrived.
/// </remarks>
internal sealed class AlignmentMeasurement : IMeasurement
{
    private readonly MicrocircuitParameters _parameters;
    private readonly MeasureContext _when;
    private readonly int _area;
    private readonly Metric[] _known;
    private readonly double[] _b;
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
        _area = area.Index;
        _known = known;
        _b = area.Hidden.B.ToRowMajor();
        _basal = area.Basal.AsSpan(0, area.Size).ToArray();
        Needs = [area.Index + 1];
    }

    /// <inheritdoc/>
    public IReadOnlyList<int> Needs { get; }

    /// <inheritdoc/>
    public Metric[] Complete(IReadOnlyList<StateBlock[]> samples)
    {
        (double[] wAbove, double[] basalAbove) = (samples[0][0].Values, samples[0][1].Values);
        Alignment alignment = Alignment.Measure(_parameters, _area, wAbove, _b, _basal, basalAbove);
        return
        [
            .. _known,
            Of(MicrocircuitMetrics.AngleWTB, alignment.AngleWTB),
            Of(MicrocircuitMetrics.AngleBPhiWTPhi, alignment.AngleBPhiWTPhi),
            Of(MicrocircuitMetrics.NormRatio, alignment.NormRatio),
        ];
    }

    private Metric Of(string name, double value) =>
        new(_when.Network, _when.Tick, _when.Phase.Epoch, _area, name, value);
}
