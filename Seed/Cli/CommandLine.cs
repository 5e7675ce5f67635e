using System.CommandLine;
using PalActors.Areas.Contract.Models;
using PalActors.Cli.Commands;
using PalActors.Cli.Progress;
using PalActors.Cli.Terminal;
using PalActors.Clustering.Reports;
using PalActors.Lab;
using PalActors.Lab.PlugIns;

namespace PalActors.Cli;

/// <summary>The command line of <c>palactors</c>, for the cell models of a program.</summary>
/// <remarks>
/// Results go to the output, errors as one line each to the error stream; exit codes are those of
/// <see cref="ExitCodes"/>.
/// </remarks>
public static partial class CommandLine
{
    /// <summary>Runs one command on the console, until it ends or a signal stops it.</summary>
    /// <param name="args">Arguments, the program's name not among them.</param>
    /// <param name="models">The cell models; experiments that name none have the first.</param>
    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunAsync(string[] args, ModelRegistry models)
    {
        ProgramVersion.Take(models);
        using StopSignals signals = new();
        using ReadingBar? bar = Console.IsErrorRedirected ? null : new ReadingBar(Console.Error);
        int result = await InvokeAsync(args, models, Console.Out, Console.Error, signals.Token).ConfigureAwait(false);
        return signals.CodeOf(result);
    }

    /// <summary>Runs one command.</summary>
    /// <param name="args">Arguments, the program's name not among them.</param>
    /// <param name="models">The cell models; experiments that name none have the first.</param>
    /// <param name="output">Receives results.</param>
    /// <param name="error">Receives errors.</param>
    /// <param name="stop">Stops a run at a tick boundary.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> InvokeAsync(
        string[] args, ModelRegistry models, TextWriter output, TextWriter error, CancellationToken stop = default)
    {
        try
        {
            if (PlugInOption.Read(args) is { Length: > 0 } plugIns)
                models = PlugInFiles.Load(models, plugIns);
            RootCommand root = Build(models, output, error);
            ParserConfiguration parser = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };
            ParseResult parsed = root.Parse(args.Length == 0 ? ["--help"] : args, parser);
            if (parsed.Errors.Count > 0)
                throw new InputException(Explain(parsed));
            InvocationConfiguration configuration = new()
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(configuration, stop).ConfigureAwait(false);
        }
        catch (InputException exception)
        {
            return Report(error, exception.Worded(OptionNames.Of), ExitCodes.BadInput);
        }
        catch (RunFailedException exception)
        {
            return Report(error, exception.Message, ExitCodes.Failed);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            string problem = $"unexpected failure: {exception.GetType().Name}: {exception.Message}";
            return Report(error, problem, ExitCodes.Failed);
        }
    }

    private static RootCommand Build(ModelRegistry models, TextWriter output, TextWriter error)
    {
        RootCommand root = new(
            "PalActors: cortical hierarchies as actors, learning in real time with PAL (phaseless alignment learning).")
        {
            RunCommand.Create(models, output, error),
            ResumeCommand.Create(models, output, error),
            ContinueCommand.Create(models, output, error),
            SweepCommand.Create(models, output, error),
            StudyCommand.Create(models, output, error),
            NodeCommand.Create(models, output, error),
            HealthCommand.Create(output, error),
            ReplayCommand.Create(output),
            ListCommand.Create(models, output),
            DataCommand.Create(models, output),
            CompareCommand.Create(models, output, error),
            PlotCommand.Create(models, output, error),
            ViewCommand.Create(models, output),
            KeysCommand.Create(models, output),
            NewCommand.Create(models, output),
            SchemaCommand.Create(models, output),
            EvaluateCommand.Create(models, output, error),
            ExportCommand.Create(models, output),
            ReadOutCommand.Create(models, output, error),
            StopCommand.Create(output),
            PlugInOption.Create(),
        };
        root.Directives.Clear();
        root.Options.OfType<VersionOption>().Single().Action = new VersionAction(output);
        HelpExamples.Add(
            root,
            "palactors run yin-yang",
            "palactors replay tests/golden/a_pal_232_fwbw.json",
            "palactors run --help");
        return root;
    }
}
