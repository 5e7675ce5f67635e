using System.Globalization;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Contract.Parameters;

/// <summary>Reads typed values from a plan's options, against the table of parameters; refuses what is not valid by name.</summary>
public sealed class ParameterReader
{
    private readonly Dictionary<string, string[]> _values = [];
    private readonly ParameterTable _table;
    private readonly int _cortical;

    /// <summary>Takes the values that the table knows; others are those of other tables.</summary>
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

    /// <summary>A real number.</summary>
    public double Real(string name) => ParseReal(Descriptor(name), Single(name));

    /// <summary>A flag.</summary>
    public bool Flag(string name) => Single(name) switch
    {
        "true" => true,
        "false" => false,
        string other => throw Invalid(Descriptor(name), other),
    };

    /// <summary>A word of the parameter's list.</summary>
    public string Word(string name) => ParseWord(Descriptor(name), Single(name));

    /// <summary>Two real numbers, low and high.</summary>
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

    /// <summary>One real number per area of the parameter's scope.</summary>
    public double[] Reals(string name) => PerArea(name, ParseReal);

    /// <summary>One word per area of the parameter's scope.</summary>
    public string[] Words(string name) => PerArea(name, ParseWord);

    /// <summary>One number of ticks per area of the parameter's scope, each with a unit of its own.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="dt">A tick, ms.</param>
    public int[] Ticks(string name, double dt) => PerArea(name, (descriptor, text) => TickText.Parse(descriptor, text, dt));

    /// <summary>A number of ticks.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="dt">A tick, ms.</param>
    public int Tick(string name, double dt) => TickText.Parse(Descriptor(name), Single(name), dt);

    private ParameterDescriptor Descriptor(string name) =>
        _table.Find(name) ?? throw new ArgumentException($"'{name}' is not in the table of parameters.", nameof(name));

    private static ParameterException Invalid(ParameterDescriptor descriptor, string text) =>
        new(descriptor.Name, $"{descriptor.Name} is '{text}'; valid is {descriptor.Valid}.");

    private static double ParseReal(ParameterDescriptor descriptor, string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value)
            || value < descriptor.Minimum || (descriptor.ExclusiveMinimum && value == descriptor.Minimum))
        {
            throw Invalid(descriptor, text);
        }

        return value;
    }

    private static string ParseWord(ParameterDescriptor descriptor, string text)
    {
        if (Array.IndexOf(descriptor.Words!, text) >= 0)
            return text;
        string? other = Array.Find(descriptor.Words!, word => word.Equals(text, StringComparison.OrdinalIgnoreCase));
        string valid = descriptor.Valid + (other is null ? "" : $"; the nearest is '{other}'");
        throw new ParameterException(descriptor.Name, $"{descriptor.Name} is '{text}'; valid is {valid}.");
    }

    private string[] Texts(string name) => _values.TryGetValue(name, out string[]? values)
        ? values
        : Descriptor(name).Default is { } fallback ? [fallback] : throw new ParameterException(name, $"{name} is missing; it must be given ({Descriptor(name).Summary}; {Descriptor(name).Valid}).");

    private string Single(string name)
    {
        string[] texts = Texts(name);
        return texts.Length == 1 ? texts[0] : throw new ParameterException(name, $"{name} has {texts.Length} values; it takes one.");
    }

    private T[] PerArea<T>(string name, Func<ParameterDescriptor, string, T> parse)
    {
        ParameterDescriptor descriptor = Descriptor(name);
        string[] texts = Texts(name);
        int count = descriptor.Scope == ParameterScope.Cortical ? _cortical : _cortical - 1;
        if (texts.Length != 1 && texts.Length != count)
        {
            string s = count == 1 ? "" : "s", takes = count <= 1 ? "1" : $"1 or {count}";
            string areas = descriptor.Scope == ParameterScope.Cortical ? $"area{s} above the input" : $"hidden area{s}";
            throw new ParameterException(
                name, $"{name} has {texts.Length} values; the network has {count} {areas}, so it takes {takes}.");
        }

        T[] values = new T[count];
        for (int i = 0; i < count; i++)
            values[i] = parse(descriptor, texts[texts.Length == 1 ? 0 : i]);
        return values;
    }
}
