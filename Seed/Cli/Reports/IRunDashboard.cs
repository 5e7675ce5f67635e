using PalActors.Areas.Contract.Models;
using PalActors.Lab.Runs;

namespace PalActors.Cli.Reports;

/// <summary>Pages of a run that goes on in this process.</summary>
/// <remarks>It names no type of the web server, so that commands load that only where it is asked for.</remarks>
internal interface IRunDashboard : IAsyncDisposable
{
    /// <summary>A listener that shows a run on the pages and passes all on to another one.</summary>
    RunListener Over(RunListener inner, ModelRegistry models);
}
