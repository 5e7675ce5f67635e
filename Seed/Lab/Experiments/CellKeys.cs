using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Contract.Parameters;

namespace PalActors.Lab.Experiments;

/// <summary>Keys of experiments with one cell model.</summary>
/// <param name="cells">The cell model.</param>
public sealed class CellKeys(IAreaModel cells)
{
    /// <summary>The cell model.</summary>
    public IAreaModel Cells => cells;

    /// <summary>Parameters of time, cells and links, in the order in which they are written.</summary>
    public ParameterTable Parameters { get; } =
        ParameterTable.Join(StepOptions.Table, cells.Parameters, LinkTable.Parameters);

    /// <summary>Names of all keys: those of the run, and the parameters.</summary>
    public IReadOnlyList<string> Names =>
        [.. ExperimentKeys.Run.Select(key => key.Name), .. Parameters.All.Select(parameter => parameter.Name)];
}
