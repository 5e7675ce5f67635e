using System.Numerics;
using PalActors.Areas.Toolkit.States;

namespace PalActors.Areas.Models.RateCells.Cells;

/// <summary>Coloured noise of a batch of cells (FORMAT section 4, point 2): xi = xi~ + sigma z / sqrt(tau) - xi~ / tau.
/// </summary>
/// <remarks>
/// The noise of a tick is prepared before the area waits; until the tick is integrated its state is that of the tick
/// before. In PAL it advances in every tick, whatever the flags.
/// </remarks>
internal sealed class NoiseProcess<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly BatchOf<T> _size;
    private readonly INormals _normals;
    private readonly double[] _z;
    private readonly T[] _spread;
    private readonly T _keep;
    private readonly T _scale;
    private T[] _now;
    private T[] _next;

    /// <summary>Creates noise that is zero so far.</summary>
    /// <param name="size">Cells and slots.</param>
    /// <param name="sigma">Scale sigma; 0: the noise stays zero.</param>
    /// <param name="tau">Correlation time tau_xi, steps.</param>
    /// <param name="normals">Source of z.</param>
    public NoiseProcess(BatchOf<T> size, double sigma, double tau, INormals normals)
    {
        _size = size;
        _normals = normals;
        (_now, _next) = (size.Allocate(), size.Allocate());
        IsActive = sigma > 0;
        _z = IsActive ? new double[size.Cells * size.Slots] : [];
        // With padded rows there is a place for each normal first.
        _spread = IsActive && size.Slots != size.Stride ? size.Allocate() : [];
        _keep = T.CreateTruncating(1 - (1 / tau));
        _scale = T.CreateTruncating(sigma / Math.Sqrt(tau));
    }

    /// <summary>True if it is ever other than zero.</summary>
    public bool IsActive { get; }

    /// <summary>Noise of the last complete tick.</summary>
    public T[] Now => _now;

    /// <summary>Noise of the tick that was prepared.</summary>
    public T[] Next => _next;

    /// <summary>Prepares the noise of a tick.</summary>
    public void Prepare(long tick)
    {
        if (!IsActive)
            return;
        _normals.Draw(tick, _z);
        if (_spread.Length == 0)
        {
            BatchMath.Combine<T>(_next, _keep, _now, _scale, _z);
            return;
        }

        BatchMath.Spread<T>(_z, _spread, _size.Slots, _size.Stride);
        BatchMath.Combine<T>(_next, _keep, _now, _scale, _spread);
    }

    /// <summary>Completes the tick that was prepared.</summary>
    public void Advance()
    {
        if (IsActive)
            (_now, _next) = (_next, _now);
    }

    /// <summary>Adds the noise to a state.</summary>
    public void Describe(string name, StateMap state) => _size.Describe(name, state, () => _now);
}
