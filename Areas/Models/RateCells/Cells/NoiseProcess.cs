using System.Numerics;
using PalActors.Areas.Toolkit.Projections;
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
    private readonly NormalBatch<T>? _normals;
    private readonly T[] _spread;
    private readonly T _keep;
    private readonly double _tau;
    private T _scale;
    private T[] _now;
    private T[] _next;

    /// <summary>Creates noise that is zero so far.</summary>
    /// <param name="size">Cells and slots.</param>
    /// <param name="sigma">Scale sigma; 0: the noise stays zero.</param>
    /// <param name="tau">Correlation time tau_xi, steps.</param>
    /// <param name="normals">Source of z.</param>
    /// <param name="split">Threads of large passes.</param>
    /// <param name="mayAct">True if sigma may be above 0 later.</param>
    public NoiseProcess(
        BatchOf<T> size, double sigma, double tau, INormals normals, RowSplit split, bool mayAct = false)
    {
        _size = size;
        (_now, _next) = (size.Allocate(), size.Allocate());
        IsActive = mayAct || sigma > 0;
        _normals = IsActive ? new NormalBatch<T>(size, normals, Step, split) : null;
        // With padded rows there is a place for each normal first.
        _spread = IsActive && size.Slots != size.Stride ? size.Allocate() : [];
        _keep = T.CreateTruncating(1 - (1 / tau));
        _tau = tau;
        Adapt(sigma);
    }

    /// <summary>True if it is ever other than zero.</summary>
    public bool IsActive { get; }

    /// <summary>Noise of the last complete tick.</summary>
    public T[] Now => _now;

    /// <summary>Noise of the tick that was prepared.</summary>
    public T[] Next => _next;

    /// <summary>Takes another scale.</summary>
    public void Adapt(double sigma) => _scale = T.CreateTruncating(sigma / Math.Sqrt(_tau));

    /// <summary>Prepares the noise of a tick.</summary>
    public void Prepare(long tick) => _normals?.Run(tick);

    /// <summary>Completes the tick that was prepared.</summary>
    public void Advance()
    {
        if (IsActive)
            (_now, _next) = (_next, _now);
    }

    /// <summary>Adds the noise to a state.</summary>
    public void Describe(string name, StateMap state) => _size.Describe(name, state, () => _now);

    private void Step(int first, int end)
    {
        Span<double> z = _normals!.Of(first, end);
        Span<T> now = _size.Of(_now, first, end), next = _size.Of(_next, first, end);
        if (_spread.Length == 0)
        {
            BatchMath.Combine(next, _keep, now, _scale, (ReadOnlySpan<double>)z);
            return;
        }

        Span<T> spread = _size.Of(_spread, first, end);
        BatchMath.Spread(z, spread, _size.Slots, _size.Stride);
        BatchMath.Combine<T>(next, _keep, now, _scale, spread);
    }
}
