using System.Globalization;
using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Perturbations;
using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Areas.Models.Microcircuit.Initial;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Areas.Models.Microcircuit.Noise;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Rules;
using PalActors.Areas.Toolkit.Noise;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Tests.Graphs;

/// <summary>A given graph as a network of the production code.</summary>
internal sealed class GivenNetwork : INetworkBuilder, IInitialValues
{
    private readonly GivenGraph _given;

    public GivenNetwork(GivenGraph given)
    {
        _given = given;
        AreaPlan[] areas =
        [
            .. given.Cells.Select((n, area) => new AreaPlan(
                $"a{area}",
                given.IsInput[area] ? [.. Enumerable.Range(0, n)] : [],
                given.IsTargeted[area] ? [.. Enumerable.Range(0, n)] : [])),
        ];
        Graph = new AreaGraph(
            given.Cells, areas, [.. given.Pathways.Select(pathway => new PathwayPlan(pathway.From, pathway.To))]);
        PerturbationPlan[] perturbations = [.. given.Perturbations.Select(Plan)];
        Parameters = new MicrocircuitParameters(Graph, Options(1)) with
        {
            Perturbations = new NetworkPerturbations(perturbations),
            Later = given.ChangeTick < int.MaxValue
                ? [(given.ChangeTick, new MicrocircuitParameters(Graph, Options(given.Change)))]
                : [],
        };
        Model = LearningModels.Get(given.Model);
        List<Phase> phases = [];
        foreach (GivenPhase phase in given.Phases)
        {
            long first = phases.Count == 0 ? 1 : phases[^1].LastTick + 1;
            phases.Add(new Phase(first, 1, phase.Ticks, FlagsOf(phase), "given", 0, -1, null, false));
        }

        Schedule = new Schedule([.. phases], phases[^1].LastTick);
    }

    public AreaGraph Graph { get; }

    public MicrocircuitParameters Parameters { get; }

    public LearningModel Model { get; }

    public Schedule Schedule { get; }

    public CorticalArea BuildArea(int index)
    {
        IApicalNoise noise = Model.UsesNoise && Graph.Out(index).Count > 0
            ? new NoiseProcess(Parameters, index, new Drawn(_given.Normals[index]))
            : new NoNoise();
        CorticalArea area = new(Parameters, Model, index, noise);
        area.Begin(this);
        return area;
    }

    public IPresentations BuildStimulus(int area) => new PerPhase([.. _given.Phases.Select(one => one.Inputs[area])]);

    public IPresentations BuildTarget(int area) => new PerPhase([.. _given.Phases.Select(one => one.Targets[area])]);

    public double[] Potentials(int area) => _given.U[area];

    public double[] InterneuronPotentials(Pathway pathway) => _given.Pathways[pathway.Index].V;

    public double[] W(Pathway pathway) => Flat(_given.Pathways[pathway.Index].W);

    public double[] P(Pathway pathway) => Flat(_given.Pathways[pathway.Index].P);

    public double[] B(Pathway pathway) => Flat(_given.Pathways[pathway.Index].B);

    public double[] Q(Pathway pathway) => Flat(_given.Pathways[pathway.Index].Q);

    /// <summary>A matrix in rows.</summary>
    public static double[] Flat(double[,] matrix) => [.. matrix.Cast<double>()];

    private static TickFlags FlagsOf(GivenPhase phase) =>
        (phase.HasTarget ? TickFlags.Target : TickFlags.None)
        | (phase.LearnsForward ? TickFlags.LearnForward : TickFlags.None)
        | (phase.LearnsBackward ? TickFlags.LearnBackward : TickFlags.None)
        | (phase.LearnsLaterally ? TickFlags.LearnLateral : TickFlags.None)
        | (phase.IsNoisy ? TickFlags.Noise : TickFlags.None);

    private PerturbationPlan Plan(GivenPerturbation one)
    {
        (int from, int to) = one.Pathway < 0
            ? (one.Area, one.Area)
            : (_given.Pathways[one.Pathway].From, _given.Pathways[one.Pathway].To);
        PerturbationKind kind = one.Pathway < 0 ? PerturbationKind.Cells
            : one.Rule.Length == 0 ? PerturbationKind.Pathway
            : PerturbationKind.Rule;
        return new PerturbationPlan(kind, from, to, one.First, one.Last) { Cells = one.Cells, Rule = one.Rule };
    }

    private IEnumerable<PlanOption> Options(double factor)
    {
        GivenPathway[] feedback = [.. _given.Pathways.Where(pathway => !_given.IsInput[pathway.From])];
        yield return Real("dt", _given.Dt);
        yield return Real("Tpres", _given.Dt);
        yield return Real("dtxi", _given.Dt);
        yield return Real("tauHP", _given.TauHP);
        yield return Real("tauLO", _given.TauLO);
        yield return Real("tauxi", _given.TauXi);
        yield return Real("taur", _given.Taur);
        yield return Real("gl", _given.Gl);
        yield return Real("gbas", _given.Gbas);
        yield return Real("gapi", _given.Gapi);
        yield return Real("gden", _given.Gden);
        yield return Real("gnI", _given.GnI);
        yield return Real("gntgt", _given.Gntgt);
        yield return Real("noise_scale", factor * _given.NoiseScale);
        yield return new PlanOption("activation", [_given.Activation]);
        yield return Flag("dWPP_low_pass", _given.WLowPass);
        yield return Flag("inter_low_pass", _given.InterLowPass);
        yield return Flag("pyr_hi_pass", _given.PyrHiPass);
        yield return Flag("dWPP_use_activation", _given.UseActivation);
        yield return Reals("eta_fw", _given.Pathways.Select(pathway => factor * pathway.EtaFw));
        yield return Reals("eta_bw", feedback.Select(pathway => factor * pathway.EtaBw));
        yield return Reals("eta_IP", feedback.Select(pathway => factor * pathway.EtaIP));
        yield return Reals("eta_PI", feedback.Select(pathway => factor * pathway.EtaPI));
        yield return Reals("alpha", feedback.Select(pathway => pathway.Alpha));
        yield return Reals("delay_up", feedback.Select(pathway => (double)pathway.DelayUp));
        yield return Reals("delay_down", feedback.Select(pathway => (double)pathway.DelayDown));
    }

    private static PlanOption Real(string name, double value) => Reals(name, [value]);

    // One value stands for none.
    private static PlanOption Reals(string name, IEnumerable<double> values) => new(
        name, [.. values.DefaultIfEmpty(0).Select(value => value.ToString("R", CultureInfo.InvariantCulture))]);

    private static PlanOption Flag(string name, bool value) => new(name, [value ? "true" : "false"]);

    private sealed class PerPhase(double[][] values) : IPresentations
    {
        public int Width => values[0].Length;

        public void Fill(int phase, int presentation, Span<double> target) => values[phase].CopyTo(target);
    }

    private sealed class Drawn(double[][] normals) : INormalSource
    {
        public ReadOnlySpan<double> Draw(long tick, long acted) => Padding.Copy(normals[tick]);
    }
}
