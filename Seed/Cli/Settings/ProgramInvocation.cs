using System.CommandLine;

namespace PalActors.Cli.Settings;

/// <summary>What commands have besides their arguments: the other sources of settings.</summary>
internal sealed class ProgramInvocation : InvocationConfiguration
{
    /// <summary>Environment and <c>appsettings.json</c>.</summary>
    public required ProcessSources Sources { get; init; }

    /// <summary>That of a command that runs.</summary>
    public static ProgramInvocation Of(ParseResult parsed) => (ProgramInvocation)parsed.InvocationConfiguration;
}
