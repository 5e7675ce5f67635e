using PalActors.Areas.Contract;
using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Areas.Models.Microcircuit.Noise;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Rules;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Comparison;

/// <summary>Network frozen at captured states, for one pass over all samples in their order.</summary>
/// <remarks>
/// It has neither noise nor learning, P and Q are self-predicting, and the target is that of the teacher in every step.
/// Each step is a presentation of its own, since its target is.
/// </remarks>
internal sealed class ProbeNetwork : INetworkBuilder
{
    private readonly AreaState[] _states;
    private readonly TeacherStudent _data;
    private readonly int _perSample;

    /// <summary>Network of a plan at these states, in the order of their areas.</summary>
    public ProbeNetwork(NetworkPlan plan, AreaState[] states, TeacherStudent data)
    {
        _data = data;
        // Answers at once show what the weights are worth, so the pass has no delays, and with them go the remedies
        // against them and blocks of ticks.
        IEnumerable<PlanOption> options = plan.Options.Where(o => !MicrocircuitTable.OfLinks.Contains(o.Name));
        Parameters = new MicrocircuitParameters(plan.Graph, options);
        Model = LearningModels.Get(plan.Model);
        _perSample = Parameters.PresentationTicks;
        _states = [.. states.Select(state => SelfPredicting(state, states))];
        Phase pass = new(1, data.Samples * _perSample, 1, TickFlags.Target, TeacherStudent.Train, 0, -1, null, false);
        Schedule = new Schedule([pass], pass.LastTick);
    }

    /// <inheritdoc/>
    public MicrocircuitParameters Parameters { get; }

    /// <inheritdoc/>
    public LearningModel Model { get; }

    /// <inheritdoc/>
    public Schedule Schedule { get; }

    /// <inheritdoc/>
    public CorticalArea BuildArea(int index)
    {
        CorticalArea area = new(Parameters, Model, index, new NoNoise());
        HashSet<string> known = [.. area.Capture().Blocks.Select(block => block.Name)];
        AreaState state = _states.First(one => one.Area == index);
        area.Restore(state with { Blocks = [.. state.Blocks.Where(block => known.Contains(block.Name))] });
        return area;
    }

    /// <inheritdoc/>
    public IPresentations BuildStimulus(int area) => new Steps(
        Parameters.Graph.InputColumns(area).Count,
        (step, values) => Choose(InputOf(step / _perSample), Parameters.Graph.InputColumns(area), values));

    /// <inheritdoc/>
    public IPresentations BuildTarget(int area) => new Steps(
        Parameters.Graph.TargetColumns(area).Count,
        (step, values) => Choose(_data.AnswerBefore(step), Parameters.Graph.TargetColumns(area), values));

    /// <summary>Rates of an input area in a step.</summary>
    public double[] InputAt(int area, int step) => Values(BuildStimulus(area), step);

    /// <summary>Target voltages of an area in a step.</summary>
    public double[] TargetAt(int area, int step) => Values(BuildTarget(area), step);

    private static double[] Values(IPresentations presentations, int step)
    {
        double[] values = new double[presentations.Width];
        presentations.Fill(0, step, values);
        return values;
    }

    private double[] InputOf(int sample)
    {
        double[] input = new double[_data.Inputs];
        _data.Input(TeacherStudent.Train, sample, input);
        return input;
    }

    private static void Choose(double[] all, IReadOnlyList<int> columns, Span<double> values)
    {
        for (int i = 0; i < columns.Count; i++)
            values[i] = all[columns[i]];
    }

    private AreaState SelfPredicting(AreaState state, AreaState[] all)
    {
        AreaGraph graph = Parameters.Graph;
        IReadOnlyList<Pathway> pathways = graph.Out(state.Area);
        Dictionary<string, double[]> replaced = [];
        foreach (Pathway pathway in pathways)
        {
            AreaState above = all.First(one => one.Area == pathway.To);
            double[] w = Block(above, NameOf("W", graph.In(pathway.To).Count, pathway.From));
            double factor = Initial.SelfPrediction.FactorOfP(Parameters, pathway);
            replaced[NameOf("P", pathways.Count, pathway.To)] = [.. w.Select(value => factor * value)];
            double[] b = Block(state, NameOf("B", pathways.Count, pathway.To));
            replaced[NameOf("Q", pathways.Count, pathway.To)] = [.. b.Select(value => -value)];
        }

        StateBlock[] blocks = [.. state.Blocks.Select(block =>
            replaced.TryGetValue(block.Name, out double[]? values) ? block with { Values = values } : block)];
        return state with { Tick = 0, Blocks = blocks };
    }

    private static double[] Block(AreaState state, string name) =>
        state.Blocks.First(block => block.Name == name).Values;

    private static string NameOf(string block, int pathways, int other) =>
        CorticalArea.NameOf(block, pathways, other);

    private sealed class Steps(int width, Action<int, Span<double>> fill) : IPresentations
    {
        public int Width => width;

        public void Fill(int phase, int presentation, Span<double> values) => fill(presentation, values);
    }
}
