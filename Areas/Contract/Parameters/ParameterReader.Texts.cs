using System.Globalization;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Contract.Parameters;

/// <content>Finds a parameter's texts and parses them.</content>
public sealed partial class ParameterReader
{
    private ParameterDescriptor Descriptor(string name) =>
        _table.Find(name) ?? throw new ArgumentException($"'{name}' is not in the table of parameters.", nameof(name));

    private static ParameterException Invalid(ParameterDescriptor descriptor, string text) =>
        new(descriptor.Name, $"{descriptor.Name} is '{text}'; valid is {descriptor.Valid}.");

    private static double ParseReal(ParameterDescriptor descriptor, string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            || !double.IsFinite(value)
            || value < descriptor.Minimum
            || (descriptor.ExclusiveMinimum && value == descriptor.Minimum))
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

    private string[] Texts(string name)
    {
        if (_values.TryGetValue(name, out string[]? values))
            return values;
        ParameterDescriptor descriptor = Descriptor(name);
        return descriptor.Default is { } fallback
            ? [fallback]
            : throw new ParameterException(
                name, $"{name} is missing; it must be given ({descriptor.Summary}; {descriptor.Valid}).");
    }

    private string Single(string name)
    {
        string[] texts = Texts(name);
        return texts.Length == 1
            ? texts[0]
            : throw new ParameterException(name, $"{name} has {texts.Length} values; it takes one.");
    }

    private T[] Several<T>(string name, Func<ParameterDescriptor, string, T> parse)
    {
        ParameterDescriptor descriptor = Descriptor(name);
        string[] texts = Texts(name);
        AreaGraph graph = _graph
            ?? throw new InvalidOperationException($"{name} has values of areas, and no areas are known.");
        int count = descriptor.Scope.Count(graph);
        if (texts.Length != 1 && texts.Length != count)
        {
            string takes = count <= 1 ? "1" : $"1 or {count}", has = descriptor.Scope.Describe(graph);
            throw new ParameterException(
                name, $"{name} has {texts.Length} values; the network has {has}, so it takes {takes}.");
        }

        T[] values = new T[count];
        for (int i = 0; i < count; i++)
            values[i] = parse(descriptor, texts[texts.Length == 1 ? 0 : i]);
        return values;
    }
}
