using PalActors.Areas.Contract.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Contract.Links;

/// <summary>Delays, jitter and synchronisation of the links of a chain of areas, in any cell model.</summary>
public sealed record LinkOptions
{
    /// <summary>Binds and checks the options.</summary>
    /// <param name="layers">Neurons per area, input first.</param>
    /// <param name="options">Options of the plan; those of other tables are ignored.</param>
    /// <param name="dt">Duration of a tick, ms.</param>
    /// <exception cref="ParameterException">A value is invalid.</exception>
    public LinkOptions(int[] layers, IEnumerable<PlanOption> options, double dt)
    {
        ParameterReader reader = new(LinkTable.Parameters, options, layers.Length - 1);
        DelayUp = new PerArea<int>(reader.Ticks("delay_up", dt));
        DelayDown = new PerArea<int>(reader.Ticks("delay_down", dt));
        Jitter jitter = new(reader.Word("jitter"), reader.Real("jitter_scale"), reader.Tick("jitter_max", dt));
        jitter.Check();
        Jitter none = jitter with { Distribution = Jitter.None };
        string direction = reader.Word("jitter_direction");
        JitterUp = direction == "down" ? none : jitter;
        JitterDown = direction == "up" ? none : jitter;
        IsFree = reader.Word("sync") == "free";
        Staleness = reader.Tick("staleness", dt);
        if (IsFree && jitter.Reach > 0)
        {
            throw new ParameterException(
                "jitter",
                $"jitter is '{jitter.Distribution}'; with sync free, where frames come as they come, valid is none.");
        }
    }

    /// <summary>Links of a plan.</summary>
    /// <exception cref="ParameterException">A value is invalid.</exception>
    public static LinkOptions Of(NetworkPlan plan) =>
        new(plan.Layers, plan.Options, new StepOptions(plan.Layers, plan.Options).Dt);

    /// <summary>Delay of the link from a hidden area to the area above, ticks.</summary>
    public PerArea<int> DelayUp { get; }

    /// <summary>Delay of the link from the area above to a hidden area, ticks.</summary>
    public PerArea<int> DelayDown { get; }

    /// <summary>Variation of the delays of links up.</summary>
    public Jitter JitterUp { get; }

    /// <summary>Variation of the delays of links down.</summary>
    public Jitter JitterDown { get; }

    /// <summary>True if areas run freely: a tick uses the newest emissions that have arrived.</summary>
    /// <remarks>They are at most <see cref="Staleness"/> ticks older than the delay says.</remarks>
    public bool IsFree { get; }

    /// <summary>Bound of staleness in free-running mode, ticks; 0 is lockstep.</summary>
    public int Staleness { get; }

    /// <summary>True if the emission that a tick uses may be older than the delay says.</summary>
    public bool DelaysVary => Slack(JitterUp) > 0 || Slack(JitterDown) > 0;

    /// <summary>Timing of the link from a hidden area (1 to L - 1) to the area above.</summary>
    public LinkTiming Up(int hidden) =>
        new(DelayUp[hidden], DelayDown[hidden], Slack(JitterUp), Slack(JitterDown));

    /// <summary>Timing of the link from the area above to a hidden area (1 to L - 1).</summary>
    public LinkTiming Down(int hidden) =>
        new(DelayDown[hidden], DelayUp[hidden], Slack(JitterDown), Slack(JitterUp));

    /// <summary>Nominal ticks from a hidden area to the area above and back.</summary>
    public int RoundTrip(int hidden) => DelayUp[hidden] + DelayDown[hidden];

    /// <summary>Refuses links that would hold more than a link may.</summary>
    /// <param name="layers">Neurons per area, input first.</param>
    /// <param name="partsDown">Most parts per tick that a model sends down.</param>
    /// <exception cref="ParameterException">A delay with its slack is too long, or its ring too large.</exception>
    public void Check(int[] layers, int partsDown)
    {
        string slackKey = IsFree ? "staleness" : "jitter_max";
        for (int hidden = 1; hidden <= DelayUp.Count; hidden++)
        {
            Up(hidden).Check("delay_up", slackKey, layers[hidden]);
            Down(hidden).Check("delay_down", slackKey, partsDown * layers[hidden + 1]);
        }
    }

    private int Slack(Jitter jitter) => IsFree ? Staleness : jitter.Reach;
}
