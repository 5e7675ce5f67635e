using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.Microcircuit.Remedies;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Parameters;

/// <summary>Time constant that an explicit Euler step of dt follows.</summary>
/// <param name="Key">The parameter that a user would change.</param>
/// <param name="Name">The time constant in words.</param>
/// <param name="Tau">Its value, ms.</param>
public sealed record TimeConstant(string Key, string Name, double Tau);

/// <summary>Time constants that a network steps through, and how large a step they allow.</summary>
/// <remarks>
/// A step x += dt/tau (y - x) approaches y for dt/tau below 1, overshoots from 1 on and explodes above 2:
/// dt/tau of 1 and more is refused, above <see cref="Coarse"/> it is noted. Only what the network steps through counts;
/// <c>taur</c> is a factor, and 0 means no look-ahead.
/// </remarks>
public static class TimeConstants
{
    /// <summary>Share dt/tau above which a step is coarse.</summary>
    public const double Coarse = 0.5;

    /// <summary>Time constants of a network.</summary>
    /// <param name="p">Its parameters.</param>
    /// <param name="noisy">Whether its model has noise, from which B learns.</param>
    public static IReadOnlyList<TimeConstant> Of(MicrocircuitParameters p, bool noisy)
    {
        List<TimeConstant> all = [];
        AreaGraph graph = p.Graph;
        bool hidden = graph.Hidden.Count > 0;
        MembraneOptions g = p.Cells.Membranes;
        LearningOptions learning = p.Cells.Learning;
        if (graph.WithCells.Any(graph.IsTop))
            all.Add(Membrane("gl + gbas + gntgt", "the top area", g.Gl + g.Gbas + g.Gntgt));
        if (hidden)
        {
            all.Add(Membrane("gl + gbas + gapi", "hidden areas", g.Gl + g.Gbas + g.Gapi));
            if (graph.Hidden.Any(graph.IsNudged))
            {
                double sum = g.Gl + g.Gbas + g.Gapi + g.Gntgt;
                all.Add(Membrane("gl + gbas + gapi + gntgt", "hidden areas with a target", sum));
            }

            all.Add(Membrane("gl + gden + gnI", "interneurons", g.Gl + g.Gden + g.GnI));
        }

        all.Add(new("tauHP", "tauHP", g.TauHP));
        if (learning.WLowPass || learning.WRateLowPass || learning.WPostLowPass || (g.InterLowPass && hidden))
            all.Add(new("tauLO", "tauLO", g.TauLO));
        if (hidden)
            all.AddRange(OfRemedies(p.Cells.Remedies));
        if (!noisy || !hidden)
            return all;
        if (p.Cells.Noise.Type == "OU" && p.Cells.Noise.Scale.Values.Any(scale => scale > 0))
            all.Add(new("tauxi", "tauxi", p.Cells.Noise.TauXi));
        double decay = learning.Alpha.Values.Zip(learning.EtaBw.Values, (alpha, eta) => alpha * eta).Max();
        if (decay > 0)
            all.Add(new("alpha", "the time constant 1/(alpha eta_bw) of the decay of B", 1 / decay));
        return all;
    }

    /// <summary>Refuses steps that are too large.</summary>
    /// <param name="p">Parameters of a network.</param>
    /// <param name="noisy">Whether its model has noise.</param>
    /// <exception cref="ParameterException">A time constant is not above dt.</exception>
    public static void Check(MicrocircuitParameters p, bool noisy)
    {
        foreach ((string key, string name, double tau) in Of(p, noisy))
        {
            if (p.Dt < tau)
                continue;
            string valid = key == name ? $"{key} above {p.Dt} ms" : "a longer one";
            string both = $"{Show(name, tau)} and dt is {p.Dt} ms";
            throw new ParameterException(key, $"{both}; valid is {valid}, or dt below {tau:G10} ms.");
        }
    }

    /// <summary>Notes on steps that are valid but coarse, one line each.</summary>
    /// <param name="p">Parameters of a network.</param>
    /// <param name="noisy">Whether its model has noise.</param>
    public static IEnumerable<string> Notes(MicrocircuitParameters p, bool noisy) =>
        from constant in Of(p, noisy)
        where p.Dt > Coarse * constant.Tau && p.Dt < constant.Tau
        select $"{Show(constant.Name, constant.Tau)} and dt is {p.Dt} ms: a coarse step, "
            + $"{p.Dt / constant.Tau:G3} of it; below {Coarse} is usual.";

    private static IEnumerable<TimeConstant> OfRemedies(ParameterReader values) =>
        from remedy in RemedyTable.Remedies.Acting(values)
        from key in remedy.TimeConstants
        select new TimeConstant(key, key, values.Real(key));

    private static string Show(string name, double tau) => $"{name} is {tau:G10} ms";

    private static TimeConstant Membrane(string conductances, string where, double sum) =>
        new("gl", $"the membrane's time constant 1/({conductances}) of {where}", 1 / sum);
}
