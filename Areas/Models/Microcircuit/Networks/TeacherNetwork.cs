using PalActors.Areas.Contract;
using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Areas.Models.Microcircuit.Initial;
using PalActors.Areas.Models.Microcircuit.Noise;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Rules;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Networks;

/// <summary>Teacher of a student (FORMAT section 7): the same sizes and cells, other weights.</summary>
/// <remarks>
/// Weights are in the teacher's ranges. It is fully prospective and self-predicting; it neither learns nor is it noisy.
/// </remarks>
public sealed class TeacherNetwork : INetworkBuilder
{
    private readonly IDataSet _data;
    private readonly IInitialValues _initial;

    /// <summary>Teacher of a plan.</summary>
    /// <param name="plan">The student.</param>
    /// <param name="seed">Seed of the teacher.</param>
    /// <param name="data">Whose inputs it sees.</param>
    public TeacherNetwork(NetworkPlan plan, uint seed, IDataSet data)
    {
        _data = data;
        Parameters = new MicrocircuitParameters(plan.Graph, Options(plan.Options));
        Model = LearningModels.Get(plan.Model);
        IInitialValues draws = Parameters.Graph.IsChainShaped
            ? new LegacyDraws(Parameters, seed)
            : new CounterDraws(Parameters, seed);
        _initial = new DrawnInitialValues(Parameters, Model, draws);
        Phase[] settling = [.. plan.Schedule.Phases.TakeWhile(phase => phase.Split == TeacherStudent.Settle)];
        Phase first = plan.Schedule.Phases[settling.Length];
        int ticks = first.PresentationTicks;
        Phase pass = new(
            first.FirstTick, first.Presentations, ticks, TickFlags.None, first.Split, 0, -1, null, false);
        IEnumerable<Phase> silent = settling.Select(p => p with { RecordAlignment = false, CompareUpdates = false });
        Schedule = new Schedule([.. silent, pass], pass.LastTick);
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
        area.Begin(_initial);
        return area;
    }

    /// <inheritdoc/>
    public IPresentations BuildStimulus(int area) => Samples(targets: false);

    /// <inheritdoc/>
    public IPresentations BuildTarget(int area) => Samples(targets: true);

    private ShuffledSamples Samples(bool targets) => new(_data, Schedule, new CounterOrder(Schedule, 0), targets);

    private static PlanOption[] Options(PlanOption[] student)
    {
        Dictionary<string, PlanOption> options = student.ToDictionary(option => option.Name);
        foreach (string matrix in new[] { "WPP", "WIP", "BPP", "BPI" })
        {
            string teacher = $"init_teacher_{matrix}_range", own = $"init_{matrix}_range";
            if (options.TryGetValue(teacher, out PlanOption? range))
                options[own] = range with { Name = own };
            else
                options.Remove(own);
        }

        options["taur"] = new PlanOption("taur", ["1"]);
        options["init_in_SPS"] = new PlanOption("init_in_SPS", ["true"]);
        // A teacher has no delays: what it answers must not depend on those that are studied.
        foreach (string name in MicrocircuitTable.OfLinks)
            options.Remove(name);
        return [.. options.Values];
    }
}
