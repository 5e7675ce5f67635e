using System.CommandLine;
using PalActors.Cli.Terminal;
using PalActors.Lab.Experiments;

namespace PalActors.Cli;

/// <content>Errors, in one line each.</content>
public static partial class CommandLine
{
    // The first part that was not understood, with the option that was probably meant.
    private static string Explain(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        string help = $"see 'palactors{PathOf(command)} --help'";
        string? unknown = parsed.UnmatchedTokens.FirstOrDefault();
        if (unknown is null)
            return $"{parsed.Errors[0].Message.TrimEnd('.')}; {help}.";
        bool isOption = unknown.StartsWith('-');
        List<string> valid = isOption
            ? [.. command.Options.Select(option => option.Name)]
            : [.. command.Subcommands.Select(sub => sub.Name)];
        if (valid.Count == 0)
            return $"'{unknown}' is one argument too many; {help}.";
        string advice = NearestKey.Advice(unknown, valid);
        return $"'{unknown}' is not {(isOption ? "an option" : "a command")}; {advice}; {help}.";
    }

    private static string PathOf(Command command) => command is RootCommand
        ? ""
        : $"{string.Concat(command.Parents.OfType<Command>().Select(PathOf))} {command.Name}";

    // One line, whatever came out of a file or of another library.
    private static int Report(ProgramLog log, string message, int code)
    {
        const StringSplitOptions options = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        log.Problem(string.Join(' ', message.Split(['\r', '\n'], options)));
        return code;
    }
}
