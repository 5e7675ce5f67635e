using System.Security.Cryptography;
using System.Text;
using PalActors.Areas.Contract.Models;
using PalActors.Lab.Experiments;
using PalActors.Lab.Texts;
using PalActors.Lab.Weights;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Sweeps;

/// <summary>A sweep of which every point has been read and checked.</summary>
/// <param name="Name">The experiment's name.</param>
/// <param name="Columns">Names of the columns that identify the points.</param>
/// <param name="Points">Number of points.</param>
/// <param name="Networks">All networks, point by point, in the order of their numbers.</param>
/// <param name="Definition">The text of sweep.yaml up to its builds: equal for equal sweeps only.</param>
/// <param name="Notes">Notes about the experiment's file, a line each.</param>
internal sealed record Sweep(
    string Name,
    IReadOnlyList<string> Columns,
    int Points,
    IReadOnlyList<SweepNetwork> Networks,
    string Definition,
    IReadOnlyList<string> Notes)
{
    /// <summary>Options of execution, the same for all its networks.</summary>
    public ExecutionOptions Execution { get; init; } = ExecutionOptions.Default;

    /// <summary>Reads and checks every point, before anything runs.</summary>
    /// <param name="models">The cell models.</param>
    /// <param name="request">The sweep as requested.</param>
    /// <exception cref="InputException">A point is no valid experiment, or two are the same.</exception>
    public static Sweep Read(ModelRegistry models, SweepRequest request)
    {
        List<string> notes = [];
        List<SweepNetwork> networks = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        SortedSet<string> data = new(StringComparer.Ordinal);
        StringBuilder effective = new();
        Experiment? first = null;
        WeightSources sources = new(models);
        UsedChanges used = new();
        // A wrong name is wrong at every point, so this error names none.
        ExperimentFiles.Resolve(request.Experiment);
        for (int index = 0; index < request.Points.Count; index++)
        {
            SweepPoint point = request.Points[index];
            try
            {
                Experiment experiment = ReadPoint(models, request, point, notes, used);
                StartingWeights? weights = StartingWeights.Of(models, experiment, sources);
                experiment = weights?.Identify(experiment) ?? experiment;
                CheckExecution(first ??= experiment, experiment);
                IReadOnlyList<NetworkPlan> plans = ExperimentData.Identify(experiment, NetworkPlans.Of(experiment));
                weights?.Check(plans);
                data.Add(plans[0].DataHash);
                foreach (NetworkPlan plan in plans)
                {
                    string identity = Csv.Join([.. point.Values, YamlText.Number(plan.Seed), plan.Label]);
                    if (!seen.Add(identity))
                    {
                        throw new InputException(
                            $"{plan.Label} seed {plan.Seed} is in two points; valid is each model and seed once.");
                    }

                    // All networks are of one run.
                    long run = networks.Count == 0 ? plan.Run : networks[0].Plan.Run;
                    NetworkPlan numbered = plan with { Run = run, Network = networks.Count };
                    networks.Add(new SweepNetwork(index, numbered, identity) { Weights = weights });
                }

                effective.Append(ExperimentWriter.WriteResults(experiment));
            }
            catch (InputException exception)
            {
                throw new InputException($"{exception.Message} (At the point {point.Name}.)");
            }
        }

        used.Check();
        string digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(effective.ToString())));
        string definition = SweepDefinition.Write(request, networks.Count, digest, data, first!);
        return new Sweep(first!.Name, request.Columns, request.Points.Count, networks, definition, notes)
        {
            Execution = ExecutionTable.Bind(first),
        };
    }

    // All networks run side by side, with the same options of execution.
    private static void CheckExecution(Experiment first, Experiment other)
    {
        if (ExecutionTable.Difference(ExecutionTable.Bind(other), ExecutionTable.Bind(first)) is { } problem)
            throw new InputException($"{problem}.");
    }

    private static Experiment ReadPoint(
        ModelRegistry models, SweepRequest request, SweepPoint point, List<string> notes, UsedChanges used)
    {
        List<string> found = [];
        Override[] changes = [.. request.Common, .. point.Changes];
        Experiment experiment = ExperimentSource.Read(
            models, request.Experiment, request.Task, changes, found, used.Of(changes));
        notes.AddRange(found.Except(notes));
        return experiment.Record.Count == 0
            ? experiment
            : throw new InputException(
                "record is given, and a sweep keeps the last measures only; valid is an empty list, record=[], "
                + "or a run of this point alone.");
    }
}
