using System.CommandLine;

namespace PalActors.Cli.Commands;

/// <summary>The option <c>--digest</c> of <c>run</c> and <c>resume</c>.</summary>
internal static class DigestOption
{
    /// <summary>The option.</summary>
    public static Option<bool> Create() => new("--digest")
    {
        Description = "Prints 'digest SEED HEX' for each network at the end, a SHA-256 of its whole state.",
    };
}
