using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PalActors.Messages.Plan;
using PalActors.Seed.Experiments;

namespace PalActors.Seed.Sweeps;

/// <summary>A sweep of which every point has been read and checked.</summary>
/// <param name="Name">The experiment's name.</param>
/// <param name="Columns">Names of the columns that tell the points apart.</param>
/// <param name="Points">Number of points.</param>
/// <param name="Networks">All networks, point by point, in the order of their numbers.</param>
/// <param name="Definition">The text of sweep.yaml up to its builds: equal for equal sweeps only.</param>
/// <param name="Notes">What there is to tell about the experiment's file.</param>
public sealed record Sweep(
    string Name, IReadOnlyList<string> Columns, int Points, IReadOnlyList<SweepNetwork> Networks, string Definition, IReadOnlyList<string> Notes)
{
    /// <summary>Reads every point and checks all of it, before anything runs.</summary>
    /// <exception cref="InputException">A point is no valid experiment, or two are the same.</exception>
    public static Sweep Read(SweepRequest request)
    {
        List<string> notes = [];
        List<SweepNetwork> networks = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        SortedSet<string> data = new(StringComparer.Ordinal);
        StringBuilder effective = new();
        Experiment? first = null;
        // A name that is wrong is wrong at every point.
        ExperimentFiles.Resolve(request.Experiment);
        for (int index = 0; index < request.Points.Count; index++)
        {
            SweepPoint point = request.Points[index];
            try
            {
                List<string> told = [];
                Override[] changes = [.. request.Common, .. point.Changes];
                Experiment experiment = ExperimentSource.Read(request.Experiment, request.Task, changes, told);
                notes.AddRange(told.Except(notes));
                first ??= experiment;
                if (experiment.Record.Count > 0)
                    throw new InputException("record is given, and a sweep keeps the last measures only; valid is --set 'record=[]', or 'palactors run' for this point.");
                IReadOnlyList<NetworkPlan> plans = ExperimentData.Identify(experiment, NetworkPlans.Of(experiment));
                data.Add(plans[0].DataHash);
                foreach (NetworkPlan plan in plans)
                {
                    string identity = Csv.Join([.. point.Values, plan.Seed.ToString(CultureInfo.InvariantCulture), plan.Label]);
                    if (!seen.Add(identity))
                        throw new InputException($"{plan.Label} seed {plan.Seed} is in two points; valid is each model and seed once.");
                    networks.Add(new SweepNetwork(index, plan with { Run = networks.Count == 0 ? plan.Run : networks[0].Plan.Run, Network = networks.Count }, identity));
                }

                // Where areas live, and what it is called, changes nothing of the results.
                effective.Append(ExperimentWriter.Write(experiment with { Placement = null, Name = "" }));
            }
            catch (InputException exception)
            {
                throw new InputException($"{exception.Message} (At the point {point.Name}.)");
            }
        }

        string digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(effective.ToString())));
        Experiment defining = first! with { Placement = null };
        string definition = SweepDefinition.Write(request, networks.Count, digest, data, defining);
        return new Sweep(first.Name, request.Columns, request.Points.Count, networks, definition, notes);
    }
}
