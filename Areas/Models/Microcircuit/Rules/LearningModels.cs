using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Transport;

namespace PalActors.Areas.Models.Microcircuit.Rules;

/// <summary>Learning models by name.</summary>
/// <remarks>
/// A new one is a rule in a file of its own and one line here; or it is added by a program or plug-in at its start.
/// </remarks>
public static class LearningModels
{
    private static LearningModel[] s_all =
    [
        new("PAL", (parameters, pathway) => new NoiseCorrelationRule(parameters, pathway), UsesNoise: true),
        new("FA", (_, _) => new FixedRule()),
        new("BP", (_, _) => new FixedRule())
        {
            Transport = (parameters, pathway) => new WeightTransportRule(parameters, pathway),
        },
        new("PAL-norm", (parameters, pathway) => new NormKeepingRule(parameters, pathway), UsesNoise: true),
    ];

    /// <summary>Names that experiments use.</summary>
    public static IReadOnlyList<string> Names => [.. s_all.Select(m => m.Name)];

    /// <summary>Model of this name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static LearningModel Get(string name) => Array.Find(s_all, m => m.Name == name)
        ?? throw new ArgumentException(
            $"'{name}' is not a learning model; valid is one of {string.Join(", ", Names)}.", nameof(name));

    /// <summary>Adds a model and its parameters, before the first experiment is read.</summary>
    /// <exception cref="ArgumentException">
    /// There is a model or parameter of its name, or a parameter has no default.
    /// </exception>
    public static void Add(LearningModel model)
    {
        if (Names.Contains(model.Name))
        {
            throw new ArgumentException(
                $"'{model.Name}' is the name of another learning model; valid is any but {string.Join(", ", Names)}.");
        }

        MicrocircuitTable.Add(model.Parameters.All.Select(one => one with { UsedBy = [model.Name] }));
        s_all = [.. s_all, model];
    }
}
