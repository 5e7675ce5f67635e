using System.Globalization;
using PalActors.Cli.Terminal;
using PalActors.Lab.Data;
using Spectre.Console;

namespace PalActors.Cli.Progress;

/// <summary>Fetches the files of a data set, and shows the progress.</summary>
/// <remarks>A terminal shows bars, other output a line for each file that is in its place.</remarks>
internal static class FetchProgress
{
    /// <summary>Runs all steps.</summary>
    public static Task ShowAsync(TextWriter output, IReadOnlyList<FetchStep> steps, CancellationToken stop) =>
        LiveProgress.Suits(output) ? BarsAsync(output, steps, stop) : LinesAsync(output, steps, stop);

    private static async Task LinesAsync(TextWriter output, IReadOnlyList<FetchStep> steps, CancellationToken stop)
    {
        foreach (FetchStep step in steps)
        {
            long bytes = 0;
            string? source = await step.RunAsync((arrived, _) => bytes = arrived, stop).ConfigureAwait(false);
            output.WriteLine(source is null
                ? $"{step.Name}: was there, and is right"
                : string.Create(CultureInfo.InvariantCulture, $"{step.Name}: {bytes} bytes from {source}, and right"));
        }
    }

    private static Task BarsAsync(TextWriter output, IReadOnlyList<FetchStep> steps, CancellationToken stop)
    {
        ProgressColumn[] columns =
        [
            new TaskDescriptionColumn(),
            new ProgressBarColumn(),
            new PercentageColumn(),
            new DownloadedColumn(),
            new TransferSpeedColumn(),
        ];
        return ConsoleFactory.Create(output).Progress().Columns(columns).StartAsync(async context =>
        {
            ProgressTask[] tasks =
                [.. steps.Select(step => context.AddTask(Markup.Escape(step.Name), autoStart: false))];
            for (int i = 0; i < tasks.Length; i++)
            {
                ProgressTask task = tasks[i];
                task.StartTask();
                await steps[i].RunAsync((arrived, all) => Show(task, arrived, all), stop).ConfigureAwait(false);
                task.Value = task.MaxValue;
                task.StopTask();
            }
        });
    }

    private static void Show(ProgressTask task, long arrived, long? all)
    {
        task.MaxValue = all is > 0 ? all.Value : Math.Max(task.MaxValue, 2.0 * arrived);
        task.Value = arrived;
    }
}
