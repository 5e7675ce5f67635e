using System.CommandLine;

namespace PalActors.Cli.Terminal;

/// <summary>Commands as text that a shell can run again.</summary>
internal static class CommandText
{
    /// <summary>The command that was given.</summary>
    public static string Of(ParseResult parsed) =>
        $"palactors {string.Join(' ', parsed.Tokens.Select(token => Word(token.Value)))}";

    /// <summary>One argument, in quotes if a shell would split or expand it.</summary>
    public static string Word(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || "-_./,=+:".Contains(c))
            ? text
            : $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
