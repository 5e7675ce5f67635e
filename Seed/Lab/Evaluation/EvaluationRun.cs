using Microsoft.Extensions.Logging;
using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Clustering.Logging;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Lab.Experiments;
using PalActors.Lab.Results;
using PalActors.Lab.Weights;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Evaluation;

/// <summary>Evaluates the networks of a run with the weights that it has kept, without learning, in this process.
/// </summary>
/// <param name="models">The cell models.</param>
/// <param name="experiment">The experiment of the run, which starts from its weights.</param>
/// <param name="split">The split that is shown.</param>
internal sealed class EvaluationRun(ModelRegistry models, Experiment experiment, string split)
{
    // What learns besides weights: low-passed updates, by both cell models' names.
    private static readonly string[] s_lowPassed = ["D", "D_B", "D_W", "D_b"];

    /// <summary>Makes the loggers of the actor system; by default those of the error stream.</summary>
    public ILoggerFactory Log { get => field ?? LineLog.ErrorStream; init; }

    /// <summary>Shows the networks until the task ends.</summary>
    public Func<IReadOnlyList<NetworkRecord>, Task, Task> Watch { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Evaluates them.</summary>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="InputException">Weights or data cannot be used, or there is nothing to evaluate.</exception>
    /// <exception cref="RunFailedException">A network failed.</exception>
    public async Task<IReadOnlyList<EvaluatedNetwork>> RunAsync(CancellationToken stop)
    {
        StartingWeights weights = StartingWeights.Of(models, experiment)!;
        Experiment read = weights.Identify(experiment);
        EvaluationPhase[] phases =
        [
            .. NetworkPlans.Of(read).Where(weights.Has).Select(plan => Prepared(read, plan)),
        ];
        if (phases.Length == 0)
            throw new InputException("the run has kept the weights of no network; valid is one that has finished.");
        IReadOnlyList<NetworkPlan> plans = ExperimentData.Identify(read, [.. phases.Select(phase => phase.Plan)]);
        phases = [.. phases.Zip(plans, (phase, plan) => phase with { Plan = plan })];
        weights.Check(plans);
        OutputCollector collector = new(models, phases);
        Dictionary<int, EvaluationPhase> byNetwork = phases.ToDictionary(phase => phase.Plan.Network);
        RunSettings settings = new()
        {
            StartOf = plan => weights.StartOf(plan, byNetwork[plan.Network].StartTick),
            Execution = ExecutionTable.Bind(read),
            Log = Log,
        };
        Task<IReadOnlyList<NetworkOutcome>> run = LocalRun.RunAsync(models, plans, settings, collector, stop);
        await Watch(collector.Progress, run).ConfigureAwait(false);
        IReadOnlyList<NetworkOutcome> outcomes = await run.ConfigureAwait(false);
        stop.ThrowIfCancellationRequested();
        return [.. outcomes.Select(outcome => Of(byNetwork[outcome.Plan.Network], outcome, collector, weights))];
    }

    // Where links have delays, no emissions of the run are there: the phase then begins at tick 1.
    private EvaluationPhase Prepared(Experiment read, NetworkPlan plan)
    {
        try
        {
            models.Of(plan).CheckOutputs(plan);
        }
        catch (ParameterException exception)
        {
            throw new InputException(exception.Message);
        }

        EvaluationPhase phase = EvaluationPhase.Of(read, plan, split);
        LinkOptions links = LinkOptions.Of(plan);
        bool hasDelays = plan.Graph.Feedback.Any(way => links.Up(way).Line > 0 || links.Down(way).Line > 0);
        EvaluationPhase used = hasDelays ? phase.Alone() : phase;
        RecordingPlan outputs = new(CommonObservables.ReadOut, [ReadOut(plan)], [], 0, [.. used.Ends]);
        return used with { Plan = used.Plan with { Recordings = [outputs] } };
    }

    private static int ReadOut(NetworkPlan plan) => plan.Graph.ReadOut ?? plan.Graph.WithCells[^1];

    private EvaluatedNetwork Of(
        EvaluationPhase phase, NetworkOutcome outcome, OutputCollector collector, StartingWeights weights)
    {
        NetworkPlan plan = phase.Plan;
        if (!outcome.Completed)
            throw new RunFailedException($"Network {plan.Network} (seed {plan.Seed}) diverged at tick {outcome.Tick}");
        IPresentations shown = models.Bind(plan, SpareThreads.None)
            .BuildSource(new Endpoint(EndpointKind.Target, ReadOut(plan)));
        int batch = phase.Phase.Batch, cells = shown.Width / batch;
        double[] targets = new double[shown.Width];
        List<double[]> outputs = [], expected = [];
        int presentation = 0;
        foreach (long tick in phase.Ends)
        {
            shown.Fill(phase.Index, presentation, targets);
            presentation += phase.Phase.Frames;
            double[] values = collector.Output(plan.Network, tick);
            for (int slot = 0; slot < batch; slot++)
            {
                outputs.Add([.. Enumerable.Range(0, cells).Select(cell => values[(cell * batch) + slot])]);
                expected.Add(targets[(slot * cells)..((slot + 1) * cells)]);
            }
        }

        string metric = phase.Phase.Metric!;
        IEnumerable<AreaState> start =
            weights.StartOf(plan, phase.StartTick).Areas.Select(area => area.State);
        return new EvaluatedNetwork(
            plan, metric, collector.Value(plan.Network, metric), [.. outputs], [.. expected], Samples(phase),
            Digest(plan, start), Digest(plan, outcome.States));
    }

    // Orders of the other generators come from streams that only their networks walk.
    private static int[]? Samples(EvaluationPhase phase)
    {
        string? generator = phase.Plan.Options.FirstOrDefault(option => option.Name == "generator")?.Values[0];
        return generator is null or RandomGenerators.Counter
            ? new CounterOrder(phase.Plan.Schedule, phase.Plan.Seed).OrderOf(phase.Index)[..phase.Phase.Samples]
            : null;
    }

    private string Digest(NetworkPlan plan, IEnumerable<AreaState> states)
    {
        IAreaModel cells = models.Of(plan);
        return NetworkDigest.Compute(states.Select(state => state with
        {
            Tick = 0,
            Blocks =
            [
                .. state.Blocks.Where(block => NetworkWeights.IsWeights(cells, block)
                    || s_lowPassed.Contains(NetworkWeights.BaseName(block.Name))),
            ],
        }));
    }
}
