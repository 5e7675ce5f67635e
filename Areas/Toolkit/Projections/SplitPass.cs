using System.Runtime.Intrinsics;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Projections;

/// <summary>Pass that <see cref="ProjectionKernels"/> describes, shared by a <see cref="RowTeam"/>.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal abstract class SplitPass<T>
    where T : unmanaged
{
    /// <summary>Runs a pass; returns when all rows are done.</summary>
    /// <param name="x">Presynaptic rates (columns): an array, since other threads read it.</param>
    /// <param name="factors">Factors of the update.</param>
    /// <param name="y">Receives the sums (rows, padded).</param>
    /// <param name="form">Form of the change of M.</param>
    /// <param name="add">Whether M x is added to what y holds.</param>
    public abstract void Run(T[] x, UpdateFactors<T> factors, T[] y, UpdateForm form, bool add);
}

/// <summary>Shared pass with a chosen vector.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="TElements">Its operations.</typeparam>
/// <param name="team">Threads that share the work.</param>
/// <param name="parts">Number of parts.</param>
/// <param name="weights">M.</param>
/// <param name="lowPassed">D, or null.</param>
internal sealed class SplitPass<T, TVector, TElements>(
    RowTeam team, int parts, WeightMatrix weights, WeightMatrix? lowPassed) : SplitPass<T>, IRowWork
    where T : unmanaged
    where TVector : struct
    where TElements : struct, IElements<T, TVector>
{
    private readonly AlignedArray<T> _m = weights.Storage<T>();
    private readonly AlignedArray<T>? _d = lowPassed?.Storage<T>();
    private T[] _x = [];
    private T[] _y = [];
    private UpdateFactors<T>? _factors;
    private UpdateForm _form;
    private bool _add;

    /// <inheritdoc/>
    public override void Run(T[] x, UpdateFactors<T> factors, T[] y, UpdateForm form, bool add)
    {
        (_x, _factors, _y, _form, _add) = (x, factors, y, form, add);
        team.Run(this, parts);
    }

    /// <inheritdoc/>
    public void Run(int part, int parts)
    {
        (int first, int end) = RowSplit.Rows(weights, part, parts);
        ProjectionKernels.PassRows<T, TVector, TElements>(weights, _m, _d, _x, _factors!, _y, _form, _add, first, end);
    }
}

/// <summary>Factory of shared passes for this machine's vectors.</summary>
internal static class SplitPasses
{
    /// <summary>Creates a shared pass over doubles.</summary>
    /// <returns>Null where the matrix is too small.</returns>
    public static SplitPass<double>? Doubles(RowSplit split, WeightMatrix weights, WeightMatrix? lowPassed) =>
        split.TeamFor(weights) is not { } team
            ? null
            : Vector512.IsHardwareAccelerated
                ? new SplitPass<double, Vector512<double>, Lanes512>(team, split.Parts, weights, lowPassed)
                : new SplitPass<double, Vector256<double>, Lanes256>(team, split.Parts, weights, lowPassed);

    /// <summary>Creates a shared pass over floats.</summary>
    /// <returns>Null where the matrix is too small.</returns>
    public static SplitPass<float>? Singles(RowSplit split, WeightMatrix weights, WeightMatrix? lowPassed) =>
        split.TeamFor(weights) is not { } team
            ? null
            : Vector512.IsHardwareAccelerated
                ? new SplitPass<float, Vector512<float>, Singles512>(team, split.Parts, weights, lowPassed)
                : new SplitPass<float, Vector256<float>, Singles256>(team, split.Parts, weights, lowPassed);
}
