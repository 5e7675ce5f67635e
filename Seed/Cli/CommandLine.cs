using System.CommandLine;
using PalActors.Areas.Contract.Models;
using PalActors.Cli.Commands;
using PalActors.Cli.Progress;
using PalActors.Cli.Settings;
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
        using StopSignals signals = new(LiveDrawing.Mend);
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
    public static Task<int> InvokeAsync(
        string[] args, ModelRegistry models, TextWriter output, TextWriter error, CancellationToken stop = default) =>
        InvokeAsync(args, models, output, error, ProcessSources.Here, stop);

    /// <summary>Runs one command with settings from elsewhere than this process.</summary>
    internal static async Task<int> InvokeAsync(
        string[] args,
        ModelRegistry models,
        TextWriter output,
        TextWriter error,
        Func<ProcessSources> settings,
        CancellationToken stop)
    {
        ProgramLog log = ProgramLog.Usual(error);
        try
        {
            ProcessSources sources = settings();
            log = LogSettings.Open(args, sources, error);
            if (PlugInOption.Read(args) is { Length: > 0 } plugIns)
                models = PlugInFiles.Load(models, plugIns);
            RootCommand root = Build(models, output, log);
            sources.File?.Check(SettingsOf(root));
            ParserConfiguration parser = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };
            ParseResult parsed = root.Parse(args.Length == 0 ? ["--help"] : args, parser);
            if (parsed.Errors.Count > 0)
                throw new InputException(Explain(parsed));
            ProgramInvocation configuration = new()
            {
                Sources = sources,
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(configuration, stop).ConfigureAwait(false);
        }
        catch (InputException exception)
        {
            return Report(log, exception.Worded(OptionNames.Of), ExitCodes.BadInput);
        }
        catch (RunFailedException exception)
        {
            return Report(log, exception.Message, ExitCodes.Failed);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            string problem = $"unexpected failure: {exception.GetType().Name}: {exception.Message}";
            return Report(log, problem, ExitCodes.Failed);
        }
    }
}
