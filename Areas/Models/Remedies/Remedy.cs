using PalActors.Areas.Contract.Models;
using PalActors.Areas.Contract.Parameters;

namespace PalActors.Areas.Models.Remedies;

/// <summary>Remedy against delays as experiments and studies know it; what it does is up to its cell model.</summary>
/// <param name="name">Name that studies offer it by.</param>
/// <param name="settings">Words with which it acts; of a remedy without a part of its own, any changes.</param>
internal abstract class Remedy(string name, params IReadOnlyList<RemedySetting> settings)
{
    /// <summary>Words with which it acts.</summary>
    public IReadOnlyList<RemedySetting> Settings => settings;

    /// <summary>Parameters that it brings, in the order in which they are shown.</summary>
    public ParameterTable Parameters { get; init; } = ParameterTable.Empty;

    /// <summary>Indicates whether studies offer it among remedies.</summary>
    public bool IsStudied { get; init; } = true;

    /// <summary>Name and settings, for studies.</summary>
    public RemedyDescriptor Studied => new(name, settings);

    /// <summary>Checks whether it acts in a network.</summary>
    /// <param name="values">Values of the parameters of all remedies.</param>
    /// <exception cref="ParameterException">A value is invalid.</exception>
    public bool Acts(ParameterReader values) =>
        settings.All(one => one.Value is { } word && values.Word(one.Parameter) == word);
}
