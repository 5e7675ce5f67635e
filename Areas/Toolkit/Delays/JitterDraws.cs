using PalActors.Areas.Contract.Links;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Delays;

/// <summary>Draws the values of a jitter.</summary>
public static class JitterDraws
{
    // Standard deviation of ln x where x is lognormal.
    private const double LogDeviation = 0.5;

    /// <summary>Draws j(t), a pure function of its arguments.</summary>
    /// <remarks>It is the same on any machine, in any order, and again after a restart.</remarks>
    /// <param name="jitter">How the delay varies.</param>
    /// <param name="seed">Seed of the network.</param>
    /// <param name="link">Number of projection and direction, <see cref="LinkJitter.NumberOf"/>.</param>
    /// <param name="tick">The receiver's tick t, 1 or more.</param>
    /// <returns>Ticks, 0 to <see cref="Jitter.Reach"/>.</returns>
    public static int Draw(this Jitter jitter, ulong seed, int link, long tick)
    {
        if (jitter.Reach == 0)
            return 0;
        if (jitter.Distribution == Jitter.Uniform)
            return (int)((jitter.Reach + 1L) * CounterRandom.Uniform(seed, RandomStream.Jitter, link, 0, tick));
        double z = StandardNormal(seed, link, tick);
        double x = jitter.Distribution == Jitter.Normal
            ? jitter.Scale * z
            : jitter.Scale * PortableMath.Exp(LogDeviation * z);
        return (int)Math.Clamp(Math.Round(x), 0, jitter.Largest);
    }

    private static double StandardNormal(ulong seed, int link, long tick)
    {
        Span<double> z = stackalloc double[1];
        CounterRandom.Normals(seed, RandomStream.Jitter, link, tick, z);
        return z[0];
    }
}
