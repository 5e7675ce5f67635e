using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Microcircuit;
using PalActors.Areas.Models.RateCells;
using PalActors.Areas.Toolkit;

namespace PalActors.Areas.Models;

/// <summary>The cell models that come with the program. A new one is a folder of its own and a line here.</summary>
public static class CellModels
{
    /// <summary>All models; the first is the default.</summary>
    public static ModelRegistry All { get; } = new(
        [
            new MicrocircuitModel(),
            new RateModel(),
        ],
        (plan, spare) => new NetworkServices(plan, spare));
}
