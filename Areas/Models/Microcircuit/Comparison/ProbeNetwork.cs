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
        Parameters = new MicrocircuitParameters(plan.Layers, options);
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
        AreaState state = _states[index - 1];
        area.Restore(state with { Blocks = [.. state.Blocks.Where(block => known.Contains(block.Name))] });
        return area;
    }

    /// <inheritdoc/>
    public IPresentations BuildStimulus() => new Steps(
        _data.Inputs, (step, values) => _data.Input(TeacherStudent.Train, step / _perSample, values));

    /// <inheritdoc/>
    public IPresentations BuildTarget() => new Steps(
        _data.Targets, (step, values) => _data.AnswerBefore(step).CopyTo(values));

    private AreaState SelfPredicting(AreaState state, AreaState[] all)
    {
        StateBlock[] blocks = [.. state.Blocks];
        for (int i = 0; i < blocks.Length; i++)
        {
            double factor = blocks[i].Name == "P" ? Initial.SelfPrediction.FactorOfP(Parameters, state.Area) : -1;
            double[] source = blocks[i].Name switch
            {
                "P" => Block(all[state.Area], "W").Values,
                "Q" => Block(state, "B").Values,
                _ => [],
            };
            if (source.Length > 0)
                blocks[i] = blocks[i] with { Values = [.. source.Select(value => factor * value)] };
        }

        return state with { Tick = 0, Blocks = blocks };
    }

    private static StateBlock Block(AreaState state, string name) => state.Blocks.First(block => block.Name == name);

    private sealed class Steps(int width, Action<int, Span<double>> fill) : IPresentations
    {
        public int Width => width;

        public void Fill(int phase, int presentation, Span<double> values) => fill(presentation, values);
    }
}
