using PalActors.Areas.Contract.Perturbations;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Perturbations;

/// <summary>What is perturbed at an area: its own cells, its pathways, and what varies from epoch to epoch.</summary>
/// <remarks>All of it follows from the tick, so none of it is part of the state. One owner at a time.</remarks>
internal sealed class AreaPerturbation
{
    private static readonly int[] s_none = [];

    private readonly Timeline<int[]>? _silent;
    private readonly Timeline<MicrocircuitParameters>? _parameters;
    private readonly Timeline<bool>?[] _cutBelow;
    private readonly Timeline<bool>?[] _cutBefore;
    private readonly Timeline<bool>?[] _cutAbove;
    private readonly Timeline<int[]>?[] _silentAbove;

    private AreaPerturbation(MicrocircuitParameters parameters, int area)
    {
        NetworkPerturbations network = parameters.Perturbations;
        IReadOnlyList<Pathway> below = parameters.Graph.In(area), above = parameters.Graph.Out(area);
        _silent = network.Silent(area);
        _parameters = parameters.Later.Count > 0 ? new([(0, parameters), .. parameters.Later]) : null;
        _cutBelow = [.. below.Select(network.Cut)];
        _cutBefore = [.. below.Select(network.Cut)];
        _cutAbove = [.. above.Select(network.Cut)];
        _silentAbove = [.. above.Select(pathway => network.Silent(pathway.To))];
        IEnumerable<bool> resting = below.Select(one => RuleNames.Upper.Any(rule => Rests(rule, one))).Concat(
            above.Select(one => RuleNames.Lower.Any(rule => Rests(rule, one))));
        Acts = _silent is not null || _parameters is not null || resting.Any(rests => rests)
            || _silentAbove.Any(one => one is not null);

        bool Rests(string rule, Pathway pathway) => network.Resting(rule, pathway) is not null;
    }

    /// <summary>Tick that has begun.</summary>
    public long Tick { get; private set; }

    /// <summary>Cells of the area that are silent in the tick, ascending.</summary>
    public int[] Silent { get; private set; } = s_none;

    private bool Acts { get; }

    /// <summary>Makes that of an area; null where nothing is ever perturbed.</summary>
    public static AreaPerturbation? Of(MicrocircuitParameters parameters, int area) =>
        new AreaPerturbation(parameters, area) is { Acts: true } some ? some : null;

    /// <summary>Begins a tick.</summary>
    /// <returns>Parameters that hold in it; null if they never vary.</returns>
    public MicrocircuitParameters? Begin(long tick)
    {
        Tick = tick;
        Silent = _silent?.At(tick) ?? s_none;
        return _parameters?.At(tick);
    }

    /// <summary>Indicates whether nothing arrives along a pathway from below in the tick.</summary>
    /// <param name="pathway">Place of the pathway.</param>
    /// <param name="changes">Whether that was otherwise in the tick before.</param>
    public bool IsCutBelow(int pathway, out bool changes)
    {
        bool isCut = _cutBelow[pathway]?.At(Tick) ?? false;
        changes = _cutBefore[pathway] is { } before && before.At(Tick - 1) != isCut;
        return isCut;
    }

    /// <summary>Indicates whether nothing arrives along a pathway from above in the tick.</summary>
    public bool IsCutAbove(int pathway) => _cutAbove[pathway]?.At(Tick) ?? false;

    /// <summary>Cells of an area above that were silent in a tick.</summary>
    /// <param name="pathway">Place of the pathway to it.</param>
    /// <param name="tick">The tick; 0 is the state before tick 1.</param>
    public int[] SilentAbove(int pathway, long tick) => _silentAbove[pathway]?.At(tick) ?? s_none;
}
