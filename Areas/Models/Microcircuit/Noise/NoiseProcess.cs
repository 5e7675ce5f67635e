using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Noise;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Populations;

namespace PalActors.Areas.Models.Microcircuit.Noise;

/// <summary>Noise process of FORMAT section 5.</summary>
/// <remarks>
/// Noise is redrawn when its source says so: every N = dtxi/dt ticks in which it acts, or by the shared counter of the
/// reference.
/// <list type="bullet">
/// <item><c>OU</c>: xi += (-dt xi + sqrt(dt tau_xi) scale z) / tau_xi (with dt even if dtxi &gt; dt).</item>
/// <item><c>hold_white_noise</c>: xi = scale z, held.</item>
/// <item>Mode <c>const</c>: z ~ N(0, 1).</item>
/// <item>Modes <c>uP</c>, <c>uP_breve</c>, <c>vapi</c>: z is scaled by |x|, x the somatic, prospective or apical
/// potential.</item>
/// </list>
/// </remarks>
public sealed class NoiseProcess : IApicalNoise
{
    private readonly INormalSource _source;
    private readonly int _neurons;
    private readonly bool _held;
    private readonly string _mode;
    private readonly double _keep;
    private readonly int _area;
    private double _kick;
    private readonly double[] _scaled;

    /// <summary>Creates the noise of one hidden area.</summary>
    /// <param name="parameters">Parameters of the network.</param>
    /// <param name="area">Index of the area, one with areas above.</param>
    /// <param name="source">Standard-normal draws of the area.</param>
    public NoiseProcess(MicrocircuitParameters parameters, int area, INormalSource source)
    {
        _source = source;
        _neurons = parameters.Graph.Cells[area];
        _held = parameters.Cells.Noise.Type == "hold_white_noise";
        _mode = parameters.Cells.Noise.Mode;
        _keep = _held ? 0 : 1 - parameters.Dt / parameters.Cells.Noise.TauXi;
        _scaled = Padding.Align(_neurons);
        _area = area;
        Adapt(parameters);
    }

    /// <inheritdoc/>
    public bool NeedsApical => _mode == "vapi";

    /// <inheritdoc/>
    public void Adapt(MicrocircuitParameters parameters)
    {
        double scale = parameters.Cells.Noise.Scale[_area], tau = parameters.Cells.Noise.TauXi;
        _kick = _held ? scale : Math.Sqrt(parameters.Dt * tau) * scale / tau;
    }

    /// <inheritdoc/>
    public void Advance(
        long tick, long acted, double[] previous, double[] xi, double[] u, double[] prospective, double[] apical)
    {
        ReadOnlySpan<double> z = _source.Draw(tick, acted);
        if (z.IsEmpty)
        {
            previous.CopyTo(xi, 0);
            return;
        }

        double[]? size = _mode switch { "uP" => u, "uP_breve" => prospective, "vapi" => apical, _ => null };
        if (size is not null)
        {
            for (int i = 0; i < _neurons; i++)
                _scaled[i] = z[i] * Math.Abs(size[i]);
            z = _scaled;
        }

        PopulationKernels.Combine(_keep, previous, _kick, z, xi, _neurons);
    }
}
