using System.CommandLine;
using PalActors.Lab;

namespace PalActors.Cli.Commands;

/// <summary>Options that an environment variable can give too, as containers do.</summary>
/// <remarks>An option on the command line takes precedence.</remarks>
internal static class EnvironmentOption
{
    /// <summary>An option of one value.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="variable">The environment variable.</param>
    /// <param name="help">Name of the value.</param>
    /// <param name="description">Description in the help.</param>
    public static Option<string?> Create(string name, string variable, string help, string description) => new(name)
    {
        Description = $"{description} Or {variable}.",
        HelpName = help,
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null,
    };

    /// <summary>An option without a value, of which the variable is true or false.</summary>
    public static Option<bool> Flag(string name, string variable, string description) => new(name)
    {
        Description = $"{description} Or {variable}=true.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(variable) switch
        {
            null or "" or "false" => false,
            "true" => true,
            string other => throw new InputException($"{variable} is '{other}'; valid is true or false."),
        },
    };
}
