using System.CommandLine;

namespace PalActors.Cli.Settings;

/// <summary>A setting of one value.</summary>
internal sealed class SettingOption : Option<string?>, ISetting
{
    /// <summary>Makes it.</summary>
    /// <param name="name">Name of the option.</param>
    /// <param name="help">Name of the value.</param>
    /// <param name="description">Description in the help.</param>
    /// <param name="named">Option whose variable and key it has; by default its own.</param>
    public SettingOption(string name, string help, string description, string? named = null)
        : base(name)
    {
        (Variable, Key) = (SettingNames.Variable(named ?? name), SettingNames.Key(named ?? name));
        Description = $"{description} Or {Variable}.";
        HelpName = help;
    }

    /// <inheritdoc/>
    public string Variable { get; }

    /// <inheritdoc/>
    public string Key { get; }

    /// <summary>The value that was given, the command line first; null where none was.</summary>
    public Given? Read(ParseResult parsed) => parsed.GetValue(this) is { } text
        ? new Given(text, Name)
        : ProgramInvocation.Of(parsed).Sources.Find(this);
}
