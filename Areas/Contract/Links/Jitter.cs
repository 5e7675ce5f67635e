using PalActors.Areas.Contract.Parameters;

namespace PalActors.Areas.Contract.Links;

/// <summary>Jitter of a link: ticks that are added to its delay, another number in each tick.</summary>
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
    /// <summary>No jitter.</summary>
    public const string None = "none";

    /// <summary>Equal weights up to the scale.</summary>
    public const string Uniform = "uniform";

    /// <summary>Normal, cut at 0.</summary>
    public const string Normal = "normal";

    /// <summary>Lognormal around its median.</summary>
    public const string Lognormal = "lognormal";

    /// <summary>All distributions.</summary>
    public static string[] Names { get; } = [None, Uniform, Normal, Lognormal];

    /// <summary>The largest jitter that can occur, ticks; 0 means that there is none at all.</summary>
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
}
