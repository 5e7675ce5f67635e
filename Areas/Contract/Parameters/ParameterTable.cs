using PalActors.Messages.Plan;

namespace PalActors.Areas.Contract.Parameters;

/// <summary>Parameters by name; keys, checks, defaults, schema and docs of an experiment follow from it.</summary>
/// <param name="all">The parameters, in the order in which they are shown.</param>
public sealed class ParameterTable(IReadOnlyList<ParameterDescriptor> all)
{
    private readonly Dictionary<string, ParameterDescriptor> _byName = all.ToDictionary(one => one.Name);

    /// <summary>A table without a parameter.</summary>
    public static ParameterTable Empty { get; } = new([]);

    /// <summary>All parameters, in the order in which they are shown.</summary>
    public IReadOnlyList<ParameterDescriptor> All => all;

    /// <summary>The parameter of this name, or null.</summary>
    public ParameterDescriptor? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Joins tables into one, in this order.</summary>
    public static ParameterTable Join(params IEnumerable<ParameterTable> tables) =>
        new([.. tables.SelectMany(table => table.All)]);

    /// <summary>Refuses options that are not in the table, or are given twice.</summary>
    /// <exception cref="ParameterException">An option is refused.</exception>
    public void Check(IEnumerable<PlanOption> options)
    {
        HashSet<string> seen = [];
        foreach (PlanOption option in options)
        {
            if (Find(option.Name) is null)
                throw new ParameterException(option.Name, $"'{option.Name}' is not a parameter of the model.");
            if (!seen.Add(option.Name))
                throw new ParameterException(option.Name, $"{option.Name} is given twice.");
        }
    }
}
