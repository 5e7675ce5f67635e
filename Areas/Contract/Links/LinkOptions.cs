using PalActors.Areas.Contract.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Contract.Links;

/// <summary>Delays, jitter and synchronisation of the links between areas, in any cell model.</summary>
/// <remarks>A pathway between areas with cells has a link up and a link down.</remarks>
public sealed record LinkOptions
{
    /// <summary>Binds and checks the options.</summary>
    /// <param name="graph">Areas and pathways.</param>
    /// <param name="options">Options of the plan; those of other tables are ignored.</param>
    /// <param name="dt">Duration of a tick, ms.</param>
    /// <exception cref="ParameterException">A value is invalid.</exception>
    public LinkOptions(AreaGraph graph, IEnumerable<PlanOption> options, double dt)
    {
        Graph = graph;
        ParameterReader reader = new(LinkTable.Parameters, options, graph);
        DelayUp = new PerPathway<int>(reader.Ticks("delay_up", dt), graph.Feedback);
        DelayDown = new PerPathway<int>(reader.Ticks("delay_down", dt), graph.Feedback);
        string[] distributions = reader.Words("jitter"), directions = reader.Words("jitter_direction");
        double[] scales = reader.Reals("jitter_scale");
        int[] largest = reader.Ticks("jitter_max", dt);
        JitterUp = Jitters("down");
        JitterDown = Jitters("up");
        IsFree = reader.Word("sync") == "free";
        Staleness = reader.Tick("staleness", dt);
        if (IsFree && JitterUp.Values.Concat(JitterDown.Values).FirstOrDefault(one => one.Reach > 0) is { } jitter)
        {
            throw new ParameterException(
                "jitter",
                $"jitter is '{jitter.Distribution}'; with sync free, where frames come as they come, valid is none.");
        }

        PerPathway<Jitter> Jitters(string other)
        {
            Jitter[] jitters = new Jitter[graph.Feedback.Count];
            for (int i = 0; i < jitters.Length; i++)
            {
                jitters[i] = new Jitter(distributions[i], scales[i], largest[i]);
                jitters[i].Check();
                if (directions[i] == other)
                    jitters[i] = jitters[i] with { Distribution = Jitter.None };
            }

            return new PerPathway<Jitter>(jitters, graph.Feedback);
        }
    }

    /// <summary>Links of a plan.</summary>
    /// <exception cref="ParameterException">A value is invalid.</exception>
    public static LinkOptions Of(NetworkPlan plan) =>
        new(plan.Graph, plan.Options, new StepOptions(plan.Options).Dt);

    /// <summary>Areas and pathways.</summary>
    public AreaGraph Graph { get; }

    /// <summary>Delay of the link up of a pathway, ticks.</summary>
    public PerPathway<int> DelayUp { get; }

    /// <summary>Delay of the link down of a pathway, ticks.</summary>
    public PerPathway<int> DelayDown { get; }

    /// <summary>Variation of the delay of the link up of a pathway.</summary>
    public PerPathway<Jitter> JitterUp { get; }

    /// <summary>Variation of the delay of the link down of a pathway.</summary>
    public PerPathway<Jitter> JitterDown { get; }

    /// <summary>True if areas run freely: a tick uses the newest emissions that have arrived.</summary>
    /// <remarks>They are at most <see cref="Staleness"/> ticks older than the delay says.</remarks>
    public bool IsFree { get; }

    /// <summary>Bound of staleness in free-running mode, ticks; 0 is lockstep.</summary>
    public int Staleness { get; }

    /// <summary>True if the emission that a tick uses may be older than the delay says.</summary>
    public bool DelaysVary => Graph.Feedback.Any(pathway =>
        Slack(JitterUp[pathway]) > 0 || Slack(JitterDown[pathway]) > 0);

    /// <summary>Timing of the link up of a pathway between areas with cells.</summary>
    public LinkTiming Up(Pathway pathway) => new(
        DelayUp[pathway], DelayDown[pathway], Slack(JitterUp[pathway]), Slack(JitterDown[pathway]));

    /// <summary>Timing of the link down of a pathway between areas with cells.</summary>
    public LinkTiming Down(Pathway pathway) => new(
        DelayDown[pathway], DelayUp[pathway], Slack(JitterDown[pathway]), Slack(JitterUp[pathway]));

    /// <summary>The pathway from an area of a chain to the one above it.</summary>
    /// <param name="hidden">The area, one with cells and an area above.</param>
    public Pathway PathwayAbove(int hidden) => Graph.Out(hidden)[0];

    /// <summary>Nominal ticks up a pathway and back.</summary>
    public int RoundTrip(Pathway pathway) => DelayUp[pathway] + DelayDown[pathway];

    /// <summary>Refuses links that would hold more than a link may.</summary>
    /// <param name="partsDown">Most parts per tick that a model sends down.</param>
    /// <exception cref="ParameterException">A delay with its slack is too long, or its ring too large.</exception>
    public void Check(int partsDown)
    {
        string slackKey = IsFree ? "staleness" : "jitter_max";
        foreach (Pathway pathway in Graph.Feedback)
        {
            Up(pathway).Check("delay_up", slackKey, Graph.Cells[pathway.From]);
            Down(pathway).Check("delay_down", slackKey, partsDown * Graph.Cells[pathway.To]);
        }
    }

    private int Slack(Jitter jitter) => IsFree ? Staleness : jitter.Reach;
}
