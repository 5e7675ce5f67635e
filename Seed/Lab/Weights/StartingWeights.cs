using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Snapshots;
using PalActors.Lab.Experiments;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Weights;

/// <summary>Weights that the networks of an experiment start from, read once.</summary>
internal sealed class StartingWeights
{
    private readonly ModelRegistry _models;
    private readonly WeightsFrom _from;
    private readonly Lazy<StoredWeights> _stored;

    private StartingWeights(ModelRegistry models, WeightsFrom weights, WeightSources sources)
    {
        _models = models;
        Lazy<StoredWeights> source = sources.Of(weights);
        _stored = new Lazy<StoredWeights>(() => Checked(source.Value, weights));
        // A hash that the experiment gives is believed until weights are needed, and then checked.
        _from = weights.Sha256.Length > 0 ? weights : weights with { Sha256 = _stored.Value.Hash() };
    }

    /// <summary>The weights of an experiment; null where they are drawn.</summary>
    /// <param name="models">The cell models.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="sources">Sources that several experiments share; null for one alone.</param>
    /// <exception cref="InputException">They are not there, or cannot be used.</exception>
    public static StartingWeights? Of(
        ModelRegistry models, Experiment experiment, WeightSources? sources = null) =>
        experiment.Weights is { } weights
            ? new StartingWeights(models, weights, sources ?? new WeightSources(models))
            : null;

    /// <summary>The experiment with the hash of its weights.</summary>
    public Experiment Identify(Experiment experiment) => experiment with { Weights = _from };

    /// <summary>Checks that they fit all networks.</summary>
    /// <returns>Lines about what is taken, for people.</returns>
    /// <exception cref="InputException">They do not.</exception>
    public IReadOnlyList<string> Check(IReadOnlyList<NetworkPlan> plans)
    {
        List<string> lines = [$"weights: from {_stored.Value.Source}; SHA-256 {_from.Sha256}"];
        foreach (IGrouping<string, NetworkPlan> model in plans.GroupBy(plan => plan.Label))
        {
            AreaState[] start = WeightBinding.Initial(_models, model.First());
            foreach (NetworkPlan plan in model)
            {
                IReadOnlyList<string> drawn = Bind(plan, start);
                if (plan == model.First() && drawn.Count > 0)
                    lines.Add($"  {plan.Label}: {string.Join(", ", drawn)} are drawn");
            }
        }

        return lines;
    }

    /// <summary>Checks whether the source has a network of the same model and seed.</summary>
    public bool Has(NetworkPlan plan) => _stored.Value.Networks.Contains(NetworkWeights.NameOf(plan));

    /// <summary>The states that a network begins from.</summary>
    /// <exception cref="InvalidDataException">The weights are no longer what they were.</exception>
    public LoadedSnapshot StartOf(NetworkPlan plan) => StartOf(plan, 0);

    /// <summary>The same after a later tick, all but weights as before tick 1; for links without delays.</summary>
    /// <param name="plan">The network.</param>
    /// <param name="tick">The last complete tick.</param>
    public LoadedSnapshot StartOf(NetworkPlan plan, long tick)
    {
        try
        {
            AreaState[] start = WeightBinding.Initial(_models, plan);
            Bind(plan, start);
            return new LoadedSnapshot(
                0, tick, [.. start.Select(state => new AreaSnapshot(state with { Tick = tick }, []))]);
        }
        catch (InputException exception)
        {
            throw new InvalidDataException(exception.Message);
        }
    }

    private IReadOnlyList<string> Bind(NetworkPlan plan, IReadOnlyList<AreaState> start) =>
        new WeightBinding(_from, _stored.Value).Apply(_models.Of(plan), plan, start);

    private static StoredWeights Checked(StoredWeights stored, WeightsFrom from)
    {
        if (from.Sha256.Length > 0 && stored.Hash() is string hash && hash != from.Sha256)
        {
            throw new InputException(
                $"weights from {stored.Source}: their SHA-256 is {ShortHash.Of(hash)}, and weights.sha256 is "
                + $"{ShortHash.Of(from.Sha256)}; valid are the same weights, or no sha256.");
        }

        return stored;
    }
}
