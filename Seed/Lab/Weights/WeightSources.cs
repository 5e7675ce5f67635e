using PalActors.Areas.Contract.Models;
using PalActors.Lab.Experiments;

namespace PalActors.Lab.Weights;

/// <summary>Sources of weights, each read when it is first needed, and once.</summary>
/// <param name="models">The cell models.</param>
internal sealed class WeightSources(ModelRegistry models)
{
    private readonly Dictionary<(string Path, WeightsMoment? At), Lazy<StoredWeights>> _sources = [];

    /// <summary>All weights of the source that an experiment names.</summary>
    public Lazy<StoredWeights> Of(WeightsFrom from)
    {
        if (!_sources.TryGetValue((from.Path, from.At), out Lazy<StoredWeights>? source))
        {
            source = new Lazy<StoredWeights>(() => WeightSource.Read(models, from));
            _sources[(from.Path, from.At)] = source;
        }

        return source;
    }
}
