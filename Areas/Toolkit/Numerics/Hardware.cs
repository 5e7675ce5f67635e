using System.Runtime.Intrinsics.X86;

namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>Processor instructions that the reproducible arithmetic needs.</summary>
/// <remarks>
/// Without FMA3 a fused multiply-add would be emulated, a hundred times slower. Other processor architectures are
/// untested, so the promise of equal bits does not extend to them.
/// </remarks>
public static class Hardware
{
    /// <summary>Refuses a machine without AVX2 or FMA3.</summary>
    /// <exception cref="PlatformNotSupportedException">An instruction set is missing; the message names it.</exception>
    public static void Require() => Require(Avx2.IsSupported, Fma.IsSupported);

    /// <summary>Applies the rule to any answer of the hardware.</summary>
    public static void Require(bool avx2, bool fma3)
    {
        if (avx2 && fma3)
            return;
        string missing = avx2 ? "FMA3" : fma3 ? "AVX2" : "AVX2 and FMA3";
        throw new PlatformNotSupportedException(
            $"This processor lacks {missing}, or the runtime was told not to use it "
            + "(see DOTNET_Enable* in the environment); "
            + "results would not be reproducible. Any x64 processor made since about 2015 will do.");
    }
}
