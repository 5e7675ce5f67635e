namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>Function of one variable, written once for every vector width; see <see cref="Elementwise"/>.</summary>
public interface IUnaryFunction
{
    /// <summary>Applies the function in every lane.</summary>
    static abstract TVector Apply<TVector, TBits, TLanes>(TVector x)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>;
}
