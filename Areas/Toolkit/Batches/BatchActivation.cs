using System.Numerics;
using System.Runtime.Intrinsics;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Activation function phi of rate cells, and its derivative.</summary>
/// <typeparam name="T">double or float.</typeparam>
public abstract class BatchActivation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private static readonly BatchActivation<T>[] s_all = BatchActivations.Create<T>(Vector512.IsHardwareAccelerated);

    private protected BatchActivation(string name) => Name = name;

    /// <summary>Names of all activation functions.</summary>
    public static string[] Names { get; } = [.. s_all.Select(phi => phi.Name)];

    /// <summary>Name in experiment files.</summary>
    public string Name { get; }

    /// <summary>Gets the activation function of this name.</summary>
    /// <exception cref="ArgumentException">There is no such function.</exception>
    public static BatchActivation<T> Get(string name) => Array.Find(s_all, phi => phi.Name == name)
        ?? throw new ArgumentException(
            $"The activation function is '{name}'; valid is one of {string.Join(", ", Names)}.", nameof(name));

    /// <summary>Computes rates phi(x) and slopes phi'(x), padding included.</summary>
    /// <remarks>
    /// The three have the same length, a multiple of <see cref="BatchLayout.Lanes{T}"/>; x may be one of the others.
    /// </remarks>
    public abstract void Apply(ReadOnlySpan<T> x, Span<T> rates, Span<T> slopes);
}
