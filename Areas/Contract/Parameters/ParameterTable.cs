namespace PalActors.Areas.Contract.Parameters;

/// <summary>Parameters by name: keys, checks, defaults, schema and docs of an experiment follow from it.</summary>
/// <param name="all">The parameters, in the order in which they are shown.</param>
public sealed class ParameterTable(IReadOnlyList<ParameterDescriptor> all)
{
    private readonly Dictionary<string, ParameterDescriptor> _byName = all.ToDictionary(one => one.Name);

    /// <summary>All parameters, in the order in which they are shown.</summary>
    public IReadOnlyList<ParameterDescriptor> All => all;

    /// <summary>The parameter of this name, or null.</summary>
    public ParameterDescriptor? Find(string name) => _byName.GetValueOrDefault(name);
}
