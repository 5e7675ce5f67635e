using System.CommandLine;
using PalActors.Lab;

namespace PalActors.Cli.Settings;

/// <summary>A setting that holds or not: an option without a value, elsewhere <c>true</c> or <c>false</c>.</summary>
internal sealed class SettingFlag : Option<bool>, ISetting
{
    /// <summary>Makes it.</summary>
    /// <param name="name">Name of the option.</param>
    /// <param name="description">Description in the help.</param>
    public SettingFlag(string name, string description)
        : base(name)
    {
        (Variable, Key) = (SettingNames.Variable(name), SettingNames.Key(name));
        Description = $"{description} Or {Variable}=true.";
    }

    /// <inheritdoc/>
    public string Variable { get; }

    /// <inheritdoc/>
    public string Key { get; }

    /// <summary>Checks whether it holds.</summary>
    /// <exception cref="InputException">A value is neither true nor false.</exception>
    public bool Read(ParseResult parsed)
    {
        if (parsed.GetResult(this) is { Implicit: false })
            return parsed.GetValue(this);
        return ProgramInvocation.Of(parsed).Sources.Find(this) is { } given && given.Text.ToLowerInvariant() switch
        {
            "false" => false,
            "true" => true,
            _ => throw new InputException($"{given.Source} is '{given.Text}'; valid is true or false."),
        };
    }
}
