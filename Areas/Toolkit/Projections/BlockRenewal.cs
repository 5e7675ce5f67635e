using System.Runtime.Intrinsics;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Projections;

/// <summary>Renewal by <see cref="BlockKernels"/> at the beginning of a block, in one precision.</summary>
/// <remarks>A <see cref="RowTeam"/> does it where the matrix is large enough.</remarks>
/// <typeparam name="T">double or float.</typeparam>
internal abstract class BlockRenewal<T>
    where T : unmanaged
{
    /// <summary>Runs the renewal; the parameters are those of the kernel.</summary>
    public abstract void Run(
        WeightMatrix w, WeightMatrix? d, BlockUpdates<T>? updates, WeightMatrix old, WeightMatrix? fresh, T[][] sums,
        T[][] lowSums);
}

/// <summary>Renewal with a chosen vector.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="TElements">Its operations.</typeparam>
/// <param name="team">Threads that share the renewal, or null: the calling thread alone.</param>
/// <param name="parts">Number of parts.</param>
internal sealed class BlockRenewal<T, TVector, TElements>(RowTeam? team, int parts) : BlockRenewal<T>, IRowWork
    where T : unmanaged
    where TVector : struct
    where TElements : struct, IElements<T, TVector>
{
    private WeightMatrix? _w;
    private WeightMatrix? _d;
    private BlockUpdates<T>? _updates;
    private WeightMatrix? _old;
    private WeightMatrix? _fresh;
    private T[][] _sums = [];
    private T[][] _lowSums = [];

    /// <inheritdoc/>
    public override void Run(
        WeightMatrix w, WeightMatrix? d, BlockUpdates<T>? updates, WeightMatrix old, WeightMatrix? fresh, T[][] sums,
        T[][] lowSums)
    {
        (_w, _d, _updates, _old, _fresh, _sums, _lowSums) = (w, d, updates, old, fresh, sums, lowSums);
        if (team is null)
            Run(0, 1);
        else
            team.Run(this, parts);
        // Release the matrices: a copy made for observation must not live longer because of this.
        (_w, _d) = (null, null);
    }

    /// <inheritdoc/>
    public void Run(int part, int parts)
    {
        (int first, int end) = RowSplit.Rows(_w!, part, parts);
        BlockKernels.Renew<T, TVector, TElements>(_w!, _d, _updates, _old!, _fresh, _sums, _lowSums, first, end);
    }
}

/// <summary>Factory of renewals for this machine's vectors.</summary>
internal static class BlockRenewals
{
    /// <summary>Creates a renewal over doubles.</summary>
    public static BlockRenewal<double> Doubles(RowTeam? team, int parts) => Vector512.IsHardwareAccelerated
        ? new BlockRenewal<double, Vector512<double>, Lanes512>(team, parts)
        : new BlockRenewal<double, Vector256<double>, Lanes256>(team, parts);

    /// <summary>Creates a renewal over floats.</summary>
    public static BlockRenewal<float> Singles(RowTeam? team, int parts) => Vector512.IsHardwareAccelerated
        ? new BlockRenewal<float, Vector512<float>, Singles512>(team, parts)
        : new BlockRenewal<float, Vector256<float>, Singles256>(team, parts);
}
