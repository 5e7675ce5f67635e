using System.CommandLine;

namespace PalActors.Cli.Commands;

/// <summary>The option <c>--other-build</c>.</summary>
internal static class OtherBuildOption
{
    /// <summary>Makes the option.</summary>
    public static Option<bool> Create() => new("--other-build")
    {
        Description = "Goes on although another build of palactors began there; the results then name all builds.",
    };
}
