using PalActors.Areas.Model.Numerics;

namespace PalActors.Areas.Model.Delays;

/// <summary>
/// How the delay of a link varies from tick to tick: at tick t the receiver uses the emission of tick t - d - j(t), with j(t) = min(max(round(x), 0), j_max), round to the nearest whole number and halves to the even one.
/// x is uniform between 0 and the scale; normal around 0 with the scale as standard deviation, so that half of all j are 0; or lognormal with the scale as median and a standard deviation of
/// ln x of 1/2. The smallest jitter is 0 in all of them.
/// </summary>
/// <param name="Distribution">One of <see cref="Names"/>.</param>
/// <param name="Scale">The scale of x, ticks.</param>
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
    public int Reach => Distribution == None || Scale == 0 ? 0 : Largest;

    /// <summary>j(t), a pure function of its arguments: the same on any machine, in any order, and again after a restart.</summary>
    /// <param name="seed">Seed of the network.</param>
    /// <param name="link">Number of projection and direction, <see cref="LinkJitter.NumberOf"/>.</param>
    /// <param name="tick">The receiver's tick t, 1 or more.</param>
    /// <returns>Ticks, 0 to <see cref="Reach"/>.</returns>
    public int Draw(ulong seed, int link, long tick)
    {
        if (Reach == 0)
            return 0;
        double x = Distribution switch
        {
            Uniform => Scale * CounterRandom.Uniform(seed, RandomStream.Jitter, link, 0, tick),
            Normal => Scale * StandardNormal(seed, link, tick),
            _ => Scale * PortableMath.Exp(LogDeviation * StandardNormal(seed, link, tick)),
        };
        return (int)Math.Clamp(Math.Round(x), 0, Largest);
    }

    private static double StandardNormal(ulong seed, int link, long tick)
    {
        Span<double> z = stackalloc double[1];
        CounterRandom.Normals(seed, RandomStream.Jitter, link, tick, z);
        return z[0];
    }
}
