using System.Numerics;
using PalActors.Areas.Toolkit.Batches;
using PalActors.Areas.Toolkit.States;

namespace PalActors.Areas.Models.RateCells.Cells;

/// <summary>Cells of an area for a batch (FORMAT section 4): ub, r = phi(ub), d = phi'(ub), e.</summary>
internal sealed class Population<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly BatchActivation<T> _activation;

    /// <summary>Creates cells whose state is zero.</summary>
    public Population(BatchOf<T> size, string activation)
    {
        Size = size;
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

    /// <summary>Computes r and d from ub.</summary>
    public void Activate() => _activation.Apply(Potentials, Rates, Derivatives);

    /// <summary>Adds the cells to a state.</summary>
    public void Describe(StateMap state)
    {
        Size.Describe("ub", state, () => Potentials);
        Size.Describe("r", state, () => Rates);
        Size.Describe("d", state, () => Derivatives);
        Size.Describe("e", state, () => Errors);
    }
}
