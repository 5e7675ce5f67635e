using System.Runtime.Intrinsics;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Projections;

/// <summary>What <see cref="BlockKernels"/> do at a block's beginning, by a <see cref="RowTeam"/> where the matrix is large enough, in one precision.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal abstract class BlockRenewal<T>
    where T : unmanaged
{
    /// <summary>Parameters as those of the kernel.</summary>
    public abstract void Run(WeightMatrix w, WeightMatrix? d, BlockUpdates<T>? updates, WeightMatrix old, WeightMatrix? fresh, T[][] sums, T[][] lowSums);
}

/// <summary>The same with a chosen vector.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="TElements">Its operations.</typeparam>
/// <param name="team">Who shares, or null: the thread that asks alone.</param>
/// <param name="parts">In how many parts.</param>
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
    public override void Run(WeightMatrix w, WeightMatrix? d, BlockUpdates<T>? updates, WeightMatrix old, WeightMatrix? fresh, T[][] sums, T[][] lowSums)
    {
        (_w, _d, _updates, _old, _fresh, _sums, _lowSums) = (w, d, updates, old, fresh, sums, lowSums);
        if (team is null)
            Run(0, 1);
        else
            team.Run(this, parts);
        // A copy that was only looked at should not last because of this.
        (_w, _d) = (null, null);
    }

    /// <inheritdoc/>
    public void Run(int part, int parts)
    {
        (int first, int end) = RowSplit.Rows(_w!, part, parts);
        BlockKernels.Renew<T, TVector, TElements>(_w!, _d, _updates, _old!, _fresh, _sums, _lowSums, first, end);
    }
}

/// <summary>Makes them for this machine's vectors.</summary>
internal static class BlockRenewals
{
    /// <summary>Over doubles.</summary>
    public static BlockRenewal<double> Doubles(RowTeam? team, int parts) => Vector512.IsHardwareAccelerated
        ? new BlockRenewal<double, Vector512<double>, Lanes512>(team, parts)
        : new BlockRenewal<double, Vector256<double>, Lanes256>(team, parts);

    /// <summary>Over floats.</summary>
    public static BlockRenewal<float> Singles(RowTeam? team, int parts) => Vector512.IsHardwareAccelerated
        ? new BlockRenewal<float, Vector512<float>, Singles512>(team, parts)
        : new BlockRenewal<float, Vector256<float>, Singles256>(team, parts);
}
