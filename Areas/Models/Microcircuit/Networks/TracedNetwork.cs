using PalActors.Areas.Contract;
using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Rules;
using PalActors.Areas.Models.Microcircuit.Traces;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Networks;

/// <summary>Network of a golden trace, driven by its own inputs, targets and noise.</summary>
/// <param name="trace">The trace.</param>
/// <param name="precision">What synaptic weights are held in.</param>
public sealed class TracedNetwork(GoldenTrace trace, Precision precision = Precision.Double) : INetworkBuilder
{
    /// <inheritdoc/>
    public MicrocircuitParameters Parameters { get; } = trace.Parameters with
    {
        Cells = trace.Parameters.Cells with { Precision = precision },
    };

    /// <inheritdoc/>
    public LearningModel Model { get; } = LearningModels.Get(trace.Model);

    /// <inheritdoc/>
    public Schedule Schedule => trace.Schedule;

    /// <inheritdoc/>
    public CorticalArea BuildArea(int index)
    {
        CorticalArea area = new(Parameters, Model, index, trace.NoiseOf(index));
        area.Begin(trace);
        return area;
    }

    /// <inheritdoc/>
    public IPresentations BuildStimulus(int area) => new Segments(trace.Inputs);

    /// <inheritdoc/>
    public IPresentations BuildTarget(int area) => new Segments(trace.Targets);

    private sealed class Segments(double[][] values) : IPresentations
    {
        public int Width => values[0].Length;

        public void Fill(int phase, int presentation, Span<double> target) => values[phase].CopyTo(target);
    }
}
