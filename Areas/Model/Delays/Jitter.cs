using PalActors.Areas.Model.Numerics;
using PalActors.Areas.Model.Parameters;

namespace PalActors.Areas.Model.Delays;

/// <summary>Jitter of a link: what its delay gains from tick to tick.</summary>
/// <remarks>
/// At tick t the receiver uses the emission of tick t - d - j(t).
/// <list type="bullet">
/// <item>uniform: j is one of 0, 1, ..., n with equal weight, n = min(scale, j_max), the scale a whole number:
/// j = floor((n + 1) u), u uniform in [0, 1).</item>
/// <item>normal: j = min(max(round(x), 0), j_max), x normal around 0, the scale its standard deviation; half of
/// all j are 0.</item>
/// <item>lognormal: the same with x lognormal, the scale its median and 1/2 the standard deviation of ln x.</item>
/// </list>
/// round goes to the nearest whole number, halves to the even one. The smallest jitter is 0 in all of them.
/// </remarks>
/// <param name="Distribution">One of <see cref="Names"/>.</param>
/// <param name="Scale">Largest value (uniform), standard deviation (normal) or median (lognormal), ticks.</param>
/// <param name="Largest">j_max, where the distribution is cut, ticks.</param>
public sealed record Jitter(string Distribution, double Scale, int Largest)
{
    private const string None = "none";
    private const string Uniform = "uniform";
    private const string Normal = "normal";
    private const string Lognormal = "lognormal";
    private const double LogDeviation = 0.5;

    /// <summary>All distributions.</summary>
    public static string[] Names { get; } = [None, Uniform, Normal, Lognormal];

    /// <summary>The largest jitter that can come about, ticks; 0 means that there is none at all.</summary>
    public int Reach => Distribution switch
    {
        None => 0,
        Uniform => (int)Math.Min(Scale, Largest),
        _ => Scale == 0 ? 0 : Largest,
    };

    /// <summary>Refuses a scale that the distribution does not take.</summary>
    /// <exception cref="ParameterException">The scale of a uniform jitter is no whole number of ticks.</exception>
    public void Check()
    {
        if (Distribution != Uniform || Math.Floor(Scale) == Scale)
            return;
        throw new ParameterException(
            "jitter_scale",
            $"jitter_scale is {Scale}; with jitter uniform valid is a whole number of ticks, "
            + $"here {Math.Floor(Scale)} or {Math.Ceiling(Scale)}.");
    }

    /// <summary>j(t), a pure function of its arguments: the same on any machine, in any order, and again after a restart.</summary>
    /// <param name="seed">Seed of the network.</param>
    /// <param name="link">Number of projection and direction, <see cref="LinkJitter.NumberOf"/>.</param>
    /// <param name="tick">The receiver's tick t, 1 or more.</param>
    /// <returns>Ticks, 0 to <see cref="Reach"/>.</returns>
    public int Draw(ulong seed, int link, long tick)
    {
        if (Reach == 0)
            return 0;
        if (Distribution == Uniform)
            return (int)((Reach + 1L) * CounterRandom.Uniform(seed, RandomStream.Jitter, link, 0, tick));
        double z = StandardNormal(seed, link, tick);
        double x = Distribution == Normal ? Scale * z : Scale * PortableMath.Exp(LogDeviation * z);
        return (int)Math.Clamp(Math.Round(x), 0, Largest);
    }

    private static double StandardNormal(ulong seed, int link, long tick)
    {
        Span<double> z = stackalloc double[1];
        CounterRandom.Normals(seed, RandomStream.Jitter, link, tick, z);
        return z[0];
    }
}
