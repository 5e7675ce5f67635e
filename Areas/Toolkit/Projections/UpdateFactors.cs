using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Projections;

/// <summary>Factors of one tick's update in the form that the kernels take.</summary>
/// <remarks>Buffers are reused from tick to tick.</remarks>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="paddedRows">Postsynaptic neurons, rounded up to whole panels.</param>
/// <param name="columns">Presynaptic neurons.</param>
public class UpdateFactors<T>(int paddedRows, int columns)
    where T : unmanaged
{
    // Stored only when they change: the garbage collector must hear of every reference that is stored.
    private T[] _post = Padding.Align<T>(paddedRows);
    private T[] _pre = Padding.Align<T>(Padding.RoundUp(columns));

    /// <summary>Post-synaptic factor (rows, padded), up to <see cref="PostScale"/>.</summary>
    /// <remarks>It is the update's own buffer, or a reference to the array that holds the factor.</remarks>
    public T[] Post
    {
        get => _post;
        set
        {
            if (!ReferenceEquals(_post, value))
                _post = value;
        }
    }

    /// <summary>Scale of <see cref="Post"/>.</summary>
    public T PostScale { get; set; }

    /// <summary>Presynaptic factor (columns): a reference to the array that holds it.</summary>
    public T[] Pre
    {
        get => _pre;
        set
        {
            if (!ReferenceEquals(_pre, value))
                _pre = value;
        }
    }

    /// <summary>Factor of D in <see cref="UpdateForm.LowPassed"/>, 1 - dt/tau_LO.</summary>
    public T Keep { get; set; }

    /// <summary>Minus the decay per tick.</summary>
    public T MinusDecay { get; set; }

    /// <summary>Row weights of the decay, for <see cref="UpdateForm.WeightedDecay"/> (rows, padded).</summary>
    public T[] RowDecay { get; } = Padding.Align<T>(paddedRows);

    /// <summary>Column weights of the decay, for <see cref="UpdateForm.WeightedDecay"/> (columns, padded).</summary>
    public T[] ColumnDecay { get; } = Padding.Align<T>(Padding.RoundUp(columns));
}
