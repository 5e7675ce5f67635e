using PalActors.Messages.Plan;

namespace PalActors.Areas.Contract.Parameters;

/// <summary>Reads typed values from a plan's options, against the table of parameters.</summary>
/// <remarks>A value that is not valid is refused with the parameter's name.</remarks>
public sealed partial class ParameterReader
{
    private readonly Dictionary<string, string[]> _values = [];
    private readonly ParameterTable _table;
    private readonly AreaGraph? _graph;

    /// <summary>Takes the values of parameters in the table; others belong to other tables.</summary>
    /// <param name="table">The parameters that are read.</param>
    /// <param name="options">The options, whose names were checked.</param>
    /// <param name="graph">Areas and pathways of the network; not needed for values of the whole network.</param>
    public ParameterReader(ParameterTable table, IEnumerable<PlanOption> options, AreaGraph? graph = null)
    {
        _table = table;
        _graph = graph;
        foreach (PlanOption option in options)
        {
            if (table.Find(option.Name) is not null)
                _values.TryAdd(option.Name, option.Values);
        }
    }

    /// <summary>Reads a real number.</summary>
    public double Real(string name) => ParseReal(Descriptor(name), Single(name));

    /// <summary>Reads a flag.</summary>
    public bool Flag(string name) => Single(name) switch
    {
        "true" => true,
        "false" => false,
        string other => throw Invalid(Descriptor(name), other),
    };

    /// <summary>Reads a word of the parameter's list.</summary>
    public string Word(string name) => ParseWord(Descriptor(name), Single(name));

    /// <summary>Reads two real numbers, low and high.</summary>
    public (double Low, double High) Range(string name)
    {
        ParameterDescriptor descriptor = Descriptor(name);
        string[] texts = Texts(name);
        if (texts.Length == 1)
            texts = texts[0].Trim('[', ']').Split(',', StringSplitOptions.TrimEntries);
        if (texts.Length != 2)
            throw Invalid(descriptor, string.Join(", ", texts));
        double low = ParseReal(descriptor, texts[0]), high = ParseReal(descriptor, texts[1]);
        return low <= high ? (low, high) : throw Invalid(descriptor, string.Join(", ", texts));
    }

    /// <summary>Reads one real number per area or pathway of the parameter's scope.</summary>
    public double[] Reals(string name) => Several(name, ParseReal);

    /// <summary>Reads one word per area or pathway of the parameter's scope.</summary>
    public string[] Words(string name) => Several(name, ParseWord);

    /// <summary>Reads one number of ticks per area or pathway of its scope, each with a unit of its own.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="dt">A tick, ms.</param>
    public int[] Ticks(string name, double dt) =>
        Several(name, (descriptor, text) => TickText.Parse(descriptor, text, dt));

    /// <summary>Reads a number of ticks.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="dt">A tick, ms.</param>
    public int Tick(string name, double dt) => TickText.Parse(Descriptor(name), Single(name), dt);

    /// <summary>Reads every parameter of the table, so that an invalid value is refused whoever uses it.</summary>
    /// <param name="dt">A tick, ms.</param>
    /// <exception cref="ParameterException">A value is invalid.</exception>
    public void CheckAll(double dt)
    {
        foreach (ParameterDescriptor parameter in _table.All)
        {
            bool hasSeveral = parameter.Scope.HasSeveral();
            object _ = parameter.Kind switch
            {
                ParameterKind.Flag => Flag(parameter.Name),
                ParameterKind.Range => Range(parameter.Name),
                ParameterKind.Word => hasSeveral ? Words(parameter.Name) : Word(parameter.Name),
                ParameterKind.Ticks => hasSeveral ? Ticks(parameter.Name, dt) : Tick(parameter.Name, dt),
                _ => hasSeveral ? Reals(parameter.Name) : Real(parameter.Name),
            };
        }
    }
}
