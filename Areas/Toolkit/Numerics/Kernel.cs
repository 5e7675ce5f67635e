using System.Runtime.CompilerServices;

namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>How methods that loop over vectors are compiled.</summary>
internal static class Kernel
{
    /// <summary>At full speed before their first call, and on their own.</summary>
    /// <remarks>
    /// Without optimisation a kernel takes fifty times as long, and its profile tells nothing: it has no branches on
    /// data and no calls that could be made direct. It is never inlined, since the compiler stops inlining at a budget
    /// and would then call what it should have inlined.
    /// </remarks>
    public const MethodImplOptions Compiled = MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization;
}
