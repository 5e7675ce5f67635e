using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Areas.Models.Microcircuit.Initial;
using PalActors.Areas.Models.Microcircuit.Noise;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Rules;
using PalActors.Areas.Toolkit.Delays;
using PalActors.Areas.Toolkit.Noise;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Networks;

/// <summary>Network as its plan describes it.</summary>
public sealed class PlannedNetwork : INetworkBuilder
{
    private readonly NetworkPlan _plan;
    private readonly IInitialValues _initial;
    private readonly LegacyStream? _stream;
    private readonly bool _drawAhead;
    private readonly RowSplit? _split;

    /// <summary>Binds names and values.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="drawAhead">
    /// Whether a spare core draws the noise of larger areas ahead. The same values in any case.
    /// </param>
    /// <param name="split">
    /// Whether passes over large matrices are split over cores, or null: they are not. The same values in any case.
    /// </param>
    /// <exception cref="ParameterException">A parameter is invalid.</exception>
    /// <exception cref="ArgumentException">A name is unknown.</exception>
    public PlannedNetwork(NetworkPlan plan, bool drawAhead = false, RowSplit? split = null)
    {
        _plan = plan;
        _drawAhead = drawAhead;
        _split = split;
        Parameters = MicrocircuitParameters.Of(plan);
        Model = LearningModels.Get(plan.Model);
        Model.Check(Parameters);
        Parameters.Check(plan.Schedule);
        if (Parameters.Cells.Generator == RandomGenerators.NumpyLegacy)
        {
            if (plan.Seed > uint.MaxValue)
            {
                string with = $"with generator {RandomGenerators.NumpyLegacy} valid is 0 to {uint.MaxValue}";
                throw new ParameterException("seeds", $"a seed is {plan.Seed}; {with}.");
            }

            uint seed = (uint)plan.Seed;
            _initial = new DrawnInitialValues(Parameters, Model, new LegacyDraws(Parameters, seed));
            _stream = new LegacyStream(seed, plan.Schedule, Parameters, Model.UsesNoise);
        }
        else
        {
            _initial = new DrawnInitialValues(Parameters, Model, new CounterDraws(Parameters, plan.Seed));
        }

        ISampleOrder order = _stream is not null ? _stream : new CounterOrder(plan.Schedule, plan.Seed);
        Samples = new PlannedSamples(plan, order, new MicrocircuitTeacher());
        Samples.OpenDrawn();
    }

    /// <inheritdoc/>
    public MicrocircuitParameters Parameters { get; }

    /// <inheritdoc/>
    public LearningModel Model { get; }

    /// <inheritdoc/>
    public Schedule Schedule => _plan.Schedule;

    /// <summary>The samples that it sees.</summary>
    public PlannedSamples Samples { get; }

    /// <inheritdoc/>
    public CorticalArea BuildArea(int index)
    {
        bool isNoisy = Model.UsesNoise && !Parameters.Graph.IsTop(index);
        IApicalNoise noise = isNoisy ? new NoiseProcess(Parameters, index, NormalsOf(index)) : new NoNoise();
        CorticalArea area = new(Parameters, Model, index, noise, _split);
        area.Begin(_initial);
        return area;
    }

    /// <inheritdoc/>
    public LinkJitter? BuildJitter(Pathway pathway, bool up)
    {
        Jitter jitter = (up ? Parameters.Links.JitterUp : Parameters.Links.JitterDown)[pathway];
        return jitter.Reach == 0 ? null : new LinkJitter(jitter, _plan.Seed, pathway, up);
    }

    /// <inheritdoc/>
    public IPresentations BuildStimulus(int area) => Samples.Inputs(area);

    /// <inheritdoc/>
    public IPresentations BuildTarget(int area) => Samples.Targets(area);

    private INormalSource NormalsOf(int area)
    {
        if (_stream is not null)
            return _stream.SourceOf(area);
        int neurons = Parameters.Graph.Cells[area], interval = Parameters.Cells.Noise.Interval;
        return _drawAhead && interval == 1 && neurons >= AheadNormalSource.LeastNeurons
            ? new AheadNormalSource(_plan.Seed, area, neurons)
            : new CounterNormalSource(_plan.Seed, area, neurons, interval);
    }
}
