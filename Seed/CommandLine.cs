using System.CommandLine;
using PalActors.Clustering.Reports;
using PalActors.Seed.Commands;
using PalActors.Seed.Experiments;

namespace PalActors.Seed;

/// <summary>
/// The command line of <c>palactors</c>. Results go to the output, errors as one line each to the error stream; exit codes are those of
/// <see cref="ExitCodes"/>.
/// </summary>
public static class CommandLine
{
    /// <summary>Runs one command.</summary>
    /// <param name="args">Arguments, the program's name not among them.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where errors go.</param>
    /// <param name="stop">Stops a run at a tick boundary.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> InvokeAsync(string[] args, TextWriter output, TextWriter error, CancellationToken stop = default)
    {
        try
        {
            RootCommand root = Build(output, error);
            ParserConfiguration parser = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };
            ParseResult parsed = root.Parse(args.Length == 0 ? ["--help"] : args, parser);
            if (parsed.Errors.Count > 0)
                throw new InputException(Explain(parsed));
            InvocationConfiguration configuration = new() { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return await parsed.InvokeAsync(configuration, stop).ConfigureAwait(false);
        }
        catch (InputException exception)
        {
            return Report(error, exception.Message, ExitCodes.BadInput);
        }
        catch (RunFailedException exception)
        {
            return Report(error, exception.Message, ExitCodes.Failed);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return Report(error, $"unexpected failure: {exception.GetType().Name}: {exception.Message}", ExitCodes.Failed);
        }
    }

    private static RootCommand Build(TextWriter output, TextWriter error)
    {
        RootCommand root = new("PalActors: cortical hierarchies as actors, learning in real time with PAL (phaseless alignment learning).")
        {
            RunCommand.Create(output, error),
            ResumeCommand.Create(output, error),
            SweepCommand.Create(output, error),
            StudyCommand.Create(output, error),
            NodeCommand.Create(output, error),
            HealthCommand.Create(output, error),
            ReplayCommand.Create(output),
            ListCommand.Create(output),
            DataCommand.Create(output),
            CompareCommand.Create(output, error),
            PlotCommand.Create(output),
            SchemaCommand.Create(output),
            ExportCommand.Create(output),
        };
        root.Directives.Clear();
        root.Options.OfType<VersionOption>().Single().Action = new VersionAction(output);
        HelpExamples.Add(root, "palactors run yin-yang", "palactors replay tests/golden/a_pal_232_fwbw.json", "palactors run --help");
        return root;
    }

    /// <summary>The first thing that could not be understood, in one line, with the option that was probably meant.</summary>
    private static string Explain(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        string help = $"see 'palactors{PathOf(command)} --help'";
        string? unknown = parsed.UnmatchedTokens.FirstOrDefault();
        if (unknown is null)
            return $"{parsed.Errors[0].Message.TrimEnd('.')}; {help}.";
        List<string> valid = unknown.StartsWith('-') ? [.. command.Options.Select(option => option.Name)] : [.. command.Subcommands.Select(sub => sub.Name)];
        if (valid.Count == 0)
            return $"'{unknown}' is one argument too many; {help}.";
        string advice = NearestKey.Advice(unknown, valid);
        return $"'{unknown}' is not {(unknown.StartsWith('-') ? "an option" : "a command")}; {advice}; {help}.";
    }

    private static string PathOf(Command command) => command is RootCommand ? "" : $"{string.Concat(command.Parents.OfType<Command>().Select(PathOf))} {command.Name}";

    private static int Report(TextWriter error, string message, int code)
    {
        // One line, whatever came out of a file or of another library.
        error.WriteLine($"palactors: {string.Join(' ', message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))}");
        return code;
    }
}
