using PalActors.Areas.Contract.Models;
using PalActors.Lab.Runs;

namespace PalActors.Cli.Reports;

/// <summary>What a process that runs an experiment serves over HTTP and sends by OTLP.</summary>
/// <remarks>It names no type of the web server, so that commands load that only where it is asked for.</remarks>
internal interface IRunServer : IAsyncDisposable
{
    /// <summary>The listener that a run gets: where pages are served, one that shows the run there too.</summary>
    RunListener Over(RunListener inner, ModelRegistry models);
}
