using PalActors.Messages.Plan;

namespace PalActors.Areas.Contract.Parameters;

/// <summary>Reads typed values from a plan's options, against the table of parameters.</summary>
/// <remarks>A value that is not valid is refused with the parameter's name.</remarks>
public sealed partial class ParameterReader
{
    private readonly Dictionary<string, string[]> _values = [];
    private readonly ParameterTable _table;
    private readonly int _cortical;

    /// <summary>Takes the values of parameters in the table; others belong to other tables.</summary>
    /// <param name="table">The parameters that are read.</param>
    /// <param name="options">The options, whose names were checked.</param>
    /// <param name="cortical">Number of areas above the input.</param>
    public ParameterReader(ParameterTable table, IEnumerable<PlanOption> options, int cortical)
    {
        _table = table;
        _cortical = cortical;
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

    /// <summary>Reads one real number per area of the parameter's scope.</summary>
    public double[] Reals(string name) => PerArea(name, ParseReal);

    /// <summary>Reads one word per area of the parameter's scope.</summary>
    public string[] Words(string name) => PerArea(name, ParseWord);

    /// <summary>Reads one number of ticks per area of the parameter's scope, each with a unit of its own.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="dt">A tick, ms.</param>
    public int[] Ticks(string name, double dt) =>
        PerArea(name, (descriptor, text) => TickText.Parse(descriptor, text, dt));

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
            bool isPerArea = parameter.Scope is ParameterScope.Cortical or ParameterScope.Hidden;
            object _ = parameter.Kind switch
            {
                ParameterKind.Flag => Flag(parameter.Name),
                ParameterKind.Range => Range(parameter.Name),
                ParameterKind.Word => isPerArea ? Words(parameter.Name) : Word(parameter.Name),
                ParameterKind.Ticks => isPerArea ? Ticks(parameter.Name, dt) : Tick(parameter.Name, dt),
                _ => isPerArea ? Reals(parameter.Name) : Real(parameter.Name),
            };
        }
    }
}
