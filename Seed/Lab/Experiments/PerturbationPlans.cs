using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <summary>Perturbations of one network, from the entries of an experiment.</summary>
internal static class PerturbationPlans
{
    /// <summary>Resolves epochs to ticks, shares to neurons and rules to pathways.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="plan">The network, whose seed draws shares without a seed of their own.</param>
    /// <exception cref="InputException">An entry lies outside the schedule, or outside its area.</exception>
    public static PerturbationPlan[] Of(Experiment experiment, NetworkPlan plan) =>
        [.. experiment.Perturbations.SelectMany(one => Of(one, experiment.Cells, plan))];

    /// <summary>Refuses entries that overlap, and rules that cannot rest in a learning model.</summary>
    /// <exception cref="InputException">One is refused.</exception>
    public static void Check(Experiment experiment, NetworkPlan plan)
    {
        List<(Perturbation Entry, PerturbationPlan Plan)> seen = [];
        foreach (Perturbation entry in experiment.Perturbations)
        {
            foreach (string rule in entry.Rules)
            {
                if (experiment.Cells.Rules.First(one => one.Name == rule).CopiedBy.Contains(plan.Model))
                {
                    throw entry.Source.Error(
                        $"{entry.Key}.rule holds {rule}, which under model {plan.Model} is a copy of W above; "
                        + "valid is W there.");
                }
            }

            PerturbationPlan[] own = [.. Of(entry, experiment.Cells, plan)];
            foreach (PerturbationPlan one in own)
            {
                foreach ((Perturbation before, PerturbationPlan other) in seen)
                {
                    if (IsOfTheSame(one, other) && one.Overlaps(other))
                    {
                        throw entry.Source.Error(
                            $"{entry.Key} acts in ticks {one.FirstTick} to {one.LastTick}, and {before.Key} on the "
                            + $"same in ticks {other.FirstTick} to {other.LastTick}; "
                            + "valid are ticks that do not overlap.");
                    }
                }
            }

            seen.AddRange(own.Select(one => (entry, one)));
        }
    }

    /// <summary>Pathways in which a rule rests.</summary>
    public static IEnumerable<Pathway> PathwaysOf(Perturbation entry, RuleDescriptor rule, AreaGraph graph) =>
        graph.Pathways.Where(pathway => (rule.IsOfInputs || pathway.HasFeedback)
            && (entry.Area is not { } area || (rule.IsOfUpperArea ? pathway.To : pathway.From) == area)
            && (entry.Pathway is not { } ends || ends == (pathway.From, pathway.To)));

    private static bool IsOfTheSame(PerturbationPlan one, PerturbationPlan other) =>
        (one.Kind, one.From, one.To, one.Rule) == (other.Kind, other.From, other.To, other.Rule);

    private static IEnumerable<PerturbationPlan> Of(Perturbation entry, IAreaModel cells, NetworkPlan plan)
    {
        (long first, long last) = TicksOf(entry, plan.Schedule);
        if (!entry.IsLesion)
        {
            return cells.Rules.Where(rule => entry.Rules.Contains(rule.Name)).SelectMany(rule =>
                PathwaysOf(entry, rule, plan.Graph).Select(pathway =>
                    new PerturbationPlan(PerturbationKind.Rule, pathway.From, pathway.To, first, last)
                    {
                        Rule = rule.Name,
                    }));
        }

        if (entry.Pathway is { } ends)
            return [new PerturbationPlan(PerturbationKind.Pathway, ends.From, ends.To, first, last)];
        int area = entry.Area!.Value;
        int[] silent = CellsOf(entry, cells.CellsOf(plan, area), plan);
        return silent.Length == 0
            ? []
            : [new PerturbationPlan(PerturbationKind.Cells, area, area, first, last) { Cells = silent }];
    }

    private static (long First, long Last) TicksOf(Perturbation entry, Schedule schedule)
    {
        long end = schedule.Phases[^1].LastTick;
        if (entry.Ticks is { } ticks)
        {
            return ticks.Last <= end
                ? ticks
                : throw entry.Source.Error(
                    $"{entry.Key}.ticks is {ticks.First}-{ticks.Last}; valid is 1 to {end}, the whole schedule.");
        }

        if (entry.Epochs is not { } epochs)
            return (1, end);
        int least = schedule.Phases[0].Epoch, most = schedule.Phases[^1].Epoch;
        return epochs.First >= least && epochs.Last <= most && schedule.TicksOf(epochs.First, epochs.Last) is { } found
            ? found
            : throw entry.Source.Error(
                $"{entry.Key}.epochs is {epochs.First}-{epochs.Last}; valid is {least} to {most}, those of the run.");
    }

    // A larger share holds the neurons of a smaller one.
    private static int[] CellsOf(Perturbation entry, int count, NetworkPlan plan)
    {
        int area = entry.Area!.Value;
        if (entry.Neurons.Length > 0)
        {
            return entry.Neurons[^1] < count
                ? entry.Neurons
                : throw entry.Source.Error(
                    $"{entry.Key}.neurons holds {entry.Neurons[^1]}; "
                    + $"area {plan.Graph.Name(area)} has neurons 0 to {count - 1}.");
        }

        int[] order = [.. Enumerable.Range(0, count)];
        if (entry.Share is not { } share)
            return order;
        int chosen = (int)Math.Floor((share * count) + 0.5);
        if (chosen == 0 && share > 0)
        {
            throw entry.Source.Error(string.Create(
                CultureInfo.InvariantCulture,
                $"{entry.Key}.share is {share}, which is none of the {count} neurons of area {plan.Graph.Name(area)}; "
                + $"valid is 0, or {0.5 / count:G3} to 1."));
        }

        CounterRandom.Permutation(entry.Seed ?? plan.Seed, RandomStream.Lesion, area, order);
        return [.. order.AsSpan(0, chosen).ToArray().Order()];
    }
}
