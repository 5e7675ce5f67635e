namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>A function of one variable, written once for every vector width; see <see cref="Elementwise"/>.</summary>
public interface IUnaryFunction
{
    /// <summary>The function in every lane.</summary>
    static abstract TVector Apply<TVector, TBits, TLanes>(TVector x)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>;
}
