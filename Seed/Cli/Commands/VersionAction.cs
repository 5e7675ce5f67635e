using System.CommandLine;
using System.CommandLine.Invocation;
using PalActors.Cli.Terminal;
using PalActors.Lab;
using PalActors.Messages.Plan;

namespace PalActors.Cli.Commands;

/// <summary>Prints version, commit and the hash of the assemblies that compute: <c>--version</c>.</summary>
/// <param name="output">Receives the lines.</param>
internal sealed class VersionAction(TextWriter output) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        BuildIdentity build = ProgramVersion.Current;
        output.WriteLine($"palactors {build.Version}");
        output.WriteLine($"commit {(build.Commit.Length > 0 ? build.Commit : "unknown")}");
        output.WriteLine($"build {build.Hash}");
        foreach (string plugIn in build.ListPlugIns())
            output.WriteLine($"plug-in {plugIn}");
        return ExitCodes.Success;
    }
}
