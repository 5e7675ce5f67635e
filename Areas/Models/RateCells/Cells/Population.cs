using System.Numerics;
using PalActors.Areas.Toolkit.Batches;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Areas.Toolkit.States;

namespace PalActors.Areas.Models.RateCells.Cells;

/// <summary>Cells of an area for a batch (FORMAT section 4): ub, r = phi(ub), d = phi'(ub), e.</summary>
internal sealed class Population<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // Additions, an activation function, and three arrays that are written: that of tanh was measured.
    private const int ActivationWeight = 4;

    private readonly BatchActivation<T> _activation;
    private readonly RangeWork _activate;
    private (T[]? Noise, T[]? White, T[]? Errors) _added;

    /// <summary>Creates cells whose state is zero.</summary>
    /// <param name="size">Cells and slots.</param>
    /// <param name="activation">Name of the activation function.</param>
    /// <param name="split">Threads of large passes.</param>
    public Population(BatchOf<T> size, string activation, RowSplit split)
    {
        Size = size;
        _activate = new RangeWork(split, size.Cells, size.Stride, Activate, weight: ActivationWeight);
        _activation = BatchActivation<T>.Get(activation);
        (Potentials, Rates, Derivatives, Errors) = (size.Allocate(), size.Allocate(), size.Allocate(), size.Allocate());
    }

    /// <summary>Cells and slots.</summary>
    public BatchOf<T> Size { get; }

    /// <summary>Prospective potentials ub.</summary>
    public T[] Potentials { get; }

    /// <summary>Rates r.</summary>
    public T[] Rates { get; }

    /// <summary>Derivatives d.</summary>
    public T[] Derivatives { get; }

    /// <summary>Errors e.</summary>
    public T[] Errors { get; private set; }

    /// <summary>Takes an array of new errors, and gives that of the old ones in return.</summary>
    public T[] ExchangeErrors(T[] errors)
    {
        T[] last = Errors;
        Errors = errors;
        return last;
    }

    /// <summary>Adds to ub what it consists of beside the drive, and computes r and d.</summary>
    /// <param name="noise">Coloured noise; null for none.</param>
    /// <param name="white">White noise; null for none.</param>
    /// <param name="errors">Errors; null for none.</param>
    public void Activate(T[]? noise, T[]? white, T[]? errors)
    {
        _added = (noise, white, errors);
        _activate.Run();
        _added = default;
    }

    /// <summary>Adds the cells to a state.</summary>
    public void Describe(StateMap state)
    {
        Size.Describe("ub", state, () => Potentials);
        Size.Describe("r", state, () => Rates);
        Size.Describe("d", state, () => Derivatives);
        Size.Describe("e", state, () => Errors);
    }

    private void Activate(int first, int end)
    {
        Add(_added.Noise, first, end);
        Add(_added.White, first, end);
        Add(_added.Errors, first, end);
        _activation.Apply(
            Size.Of(Potentials, first, end), Size.Of(Rates, first, end), Size.Of(Derivatives, first, end));
    }

    private void Add(T[]? values, int first, int end)
    {
        if (values is not null)
            BatchMath.Add<T>(Size.Of(Potentials, first, end), Size.Of(values, first, end));
    }
}
