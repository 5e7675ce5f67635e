using System.Runtime.Intrinsics;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Projections;

/// <summary>
/// Renewal by <see cref="HeldKernels"/> when a held input changes, shared by a <see cref="RowTeam"/>.
/// </summary>
/// <remarks>It is shared where it touches enough synapses.</remarks>
/// <typeparam name="T">double or float.</typeparam>
internal abstract class SplitRenewal<T>
    where T : unmanaged
{
    /// <summary>Brings columns up to date and sums over them; the parameters are those of the kernel.</summary>
    public abstract void Run(
        WeightMatrix w, WeightMatrix? d, HeldColumns<T> columns, T[] e, T[] f, T[] sums, T[] lowSums, bool store);
}

/// <summary>Shared renewal with a chosen vector.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="TElements">Its operations.</typeparam>
/// <param name="team">Threads that share the work.</param>
/// <param name="split">Number of parts, and of synapses from which on the renewal is shared.</param>
internal sealed class SplitRenewal<T, TVector, TElements>(RowTeam team, RowSplit split) : SplitRenewal<T>, IRowWork
    where T : unmanaged
    where TVector : struct
    where TElements : struct, IElements<T, TVector>
{
    private WeightMatrix? _w;
    private WeightMatrix? _d;
    private HeldColumns<T>? _columns;
    private T[] _e = [];
    private T[] _f = [];
    private T[] _sums = [];
    private T[] _lowSums = [];
    private bool _store;

    /// <inheritdoc/>
    public override void Run(
        WeightMatrix w, WeightMatrix? d, HeldColumns<T> columns, T[] e, T[] f, T[] sums, T[] lowSums, bool store)
    {
        (_w, _d, _columns, _store) = (w, d, columns, store);
        (_e, _f, _sums, _lowSums) = (e, f, sums, lowSums);
        team.Run(this, split.HeldParts((long)w.Rows * columns.Active.Length));
        // Release the matrices: a copy made for observation must not live longer because of this.
        (_w, _d) = (null, null);
    }

    /// <inheritdoc/>
    public void Run(int part, int parts)
    {
        (int first, int end) = RowSplit.Rows(_w!, part, parts);
        HeldKernels.Choose<T, TVector, TElements>(
            _w!, _w!.Storage<T>(), _d?.Storage<T>(), _columns!, _e, _f, _sums, _lowSums, _store, first, end);
    }
}

/// <summary>Factory of shared renewals for this machine's vectors.</summary>
internal static class SplitRenewals
{
    /// <summary>Creates a shared renewal over doubles.</summary>
    /// <returns>Null where the matrix is too small.</returns>
    public static SplitRenewal<double>? Doubles(RowSplit split, WeightMatrix weights) =>
        split.TeamFor(weights) is not { } team
            ? null
            : Vector512.IsHardwareAccelerated
                ? new SplitRenewal<double, Vector512<double>, Lanes512>(team, split)
                : new SplitRenewal<double, Vector256<double>, Lanes256>(team, split);

    /// <summary>Creates a shared renewal over floats.</summary>
    /// <returns>Null where the matrix is too small.</returns>
    public static SplitRenewal<float>? Singles(RowSplit split, WeightMatrix weights) =>
        split.TeamFor(weights) is not { } team
            ? null
            : Vector512.IsHardwareAccelerated
                ? new SplitRenewal<float, Vector512<float>, Singles512>(team, split)
                : new SplitRenewal<float, Vector256<float>, Singles256>(team, split);
}
