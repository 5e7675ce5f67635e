using PalActors.Lab.Results;

namespace PalActors.Lab.Plots;

/// <summary>One quantity of one model against epoch: a line per seed, and the median and quartiles over them.</summary>
/// <param name="Name">Name in the legend.</param>
/// <param name="Seeds">Values of each seed.</param>
internal sealed record Curve(string Name, IReadOnlyList<IReadOnlyList<EpochValue>> Seeds)
{
    /// <summary>Checks whether there is nothing to draw: no value is finite.</summary>
    public bool IsEmpty => !Seeds.Any(seed => seed.Any(v => double.IsFinite(v.Value)));

    /// <summary>Median and quartiles of epochs that <see cref="Quartiles.Fewest"/> seeds or more reached.</summary>
    public IReadOnlyList<(double Epoch, Quartiles Value)> Band() => EpochQuartiles.Of(Seeds);

    /// <summary>Words on what is drawn: seeds, or their median with quartiles; empty for one seed.</summary>
    public string Form() => Seeds.Count switch
    {
        1 => "",
        int seeds when Band().Count > 0 => $"median of {seeds} seeds, band: quartiles",
        int seeds => $"{seeds} seeds, a line each",
    };

    /// <summary>Label in a legend whose curves are drawn in several ways.</summary>
    public string Legend() => Form() is { Length: > 0 } form ? $"{Name} ({form})" : Name;

    /// <summary>Multiplies all values.</summary>
    public Curve Times(double factor) => Map(value => value * factor);

    /// <summary>Replaces each value by a function of it.</summary>
    internal Curve Map(Func<double, double> function) => this with
    {
        Seeds =
        [
            .. Seeds.Select(IReadOnlyList<EpochValue> (seed) =>
                [.. seed.Select(v => v with { Value = function(v.Value) })]),
        ],
    };
}
