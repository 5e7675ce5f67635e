using System.Globalization;
using PalActors.Areas.Contract.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <summary>One spelling for each real number: a plan is the same plan however its numbers were written.</summary>
internal static class RealText
{
    private static readonly CultureInfo s_plain = CultureInfo.InvariantCulture;

    /// <summary>The shortest text of a number, for instance <c>0.01</c>, <c>1e-6</c> or <c>1.5e300</c>.</summary>
    public static string Shortest(double value)
    {
        string text = value.ToString("R", s_plain);
        int at = text.IndexOf('E', StringComparison.Ordinal);
        if (at < 0)
            return text;
        int exponent = int.Parse(text.AsSpan(at + 1), NumberStyles.AllowLeadingSign, s_plain);
        return string.Create(s_plain, $"{text[..at]}e{exponent}");
    }

    /// <summary>The same for a file: <c>1.0e-6</c>, since readers of YAML 1.1 take <c>1e-6</c> for a text.</summary>
    /// <param name="text">The shortest text of a number, or anything else, which stays.</param>
    public static string ForYaml(string text)
    {
        if (text.Split('e') is not [string mantissa, string exponent]
            || !double.TryParse(mantissa, s_plain, out _) || !int.TryParse(exponent, s_plain, out int power))
            return text;
        return $"{mantissa}{(mantissa.Contains('.', StringComparison.Ordinal) ? "" : ".0")}e{power:+0;-0}";
    }

    /// <summary>An option of a plan with each real number in its shortest text.</summary>
    /// <param name="option">The option.</param>
    /// <param name="parameters">The table that has it.</param>
    public static PlanOption Shortest(PlanOption option, ParameterTable parameters) =>
        parameters.Find(option.Name) is { Kind: ParameterKind.Real or ParameterKind.Range }
            ? option with
            {
                Values = [.. option.Values.Select(Shortest)],
                Later = [.. option.Later.Select(later => later with { Values = [.. later.Values.Select(Shortest)] })],
            }
            : option;

    private static string Shortest(string text) =>
        double.TryParse(text, NumberStyles.Float, s_plain, out double value) ? Shortest(value) : text;
}
