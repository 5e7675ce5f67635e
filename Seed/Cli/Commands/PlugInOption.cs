using System.CommandLine;

namespace PalActors.Cli.Commands;

/// <summary>The option <c>--plugin</c> of every command.</summary>
/// <remarks>
/// It says which models there are, and so which keys and words are valid; therefore it is read before all others.
/// </remarks>
internal static class PlugInOption
{
    private const string Variable = "PALACTORS_PLUGIN";

    /// <summary>Makes the option.</summary>
    public static Option<string[]> Create() => new("--plugin")
    {
        Description = "Loads cell models and learning rules from an assembly of their own; may be repeated. "
            + $"All nodes of a run need the same file. Or {Variable}, with '{Path.PathSeparator}' between files.",
        HelpName = "FILE.dll",
        Recursive = true,
        DefaultValueFactory = _ => (Environment.GetEnvironmentVariable(Variable) ?? "").Split(
            Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
    };

    /// <summary>Reads its values, whatever else the arguments hold.</summary>
    public static string[] Read(string[] args)
    {
        Option<string[]> option = Create();
        RootCommand alone = new() { option };
        alone.TreatUnmatchedTokensAsErrors = false;
        ParserConfiguration parser = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };
        ParseResult parsed = alone.Parse(args, parser);
        return parsed.Errors.Count > 0 ? [] : parsed.GetValue(option) ?? [];
    }
}
