using System.Globalization;

namespace PalActors.Areas.Toolkit.Files;

/// <summary>An array of a file: type and shape of what follows.</summary>
/// <param name="Type">Type of its values.</param>
/// <param name="Sizes">Size of each dimension; the first counts rows.</param>
/// <param name="IsFortran">True if the first dimension is the fastest.</param>
internal sealed record ArrayOutline(ElementType Type, IReadOnlyList<long> Sizes, bool IsFortran)
{
    /// <summary>Type in words, with an unusual order.</summary>
    public string Description => $"{Type}{(IsFortran && Sizes.Count > 1 ? ", Fortran order" : "")}";

    /// <summary>Bytes of all values.</summary>
    public UInt128 Bytes => Sizes.Aggregate((UInt128)Type.Size, (product, size) => product * (UInt128)size);

    /// <summary>Shape in words, for instance 60000 x 784.</summary>
    public string Shape => Sizes.Count == 0
        ? "a single value"
        : string.Join(" x ", Sizes.Select(size => size.ToString(CultureInfo.InvariantCulture)));
}
