using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Microcircuit.Cortex;

namespace PalActors.Areas.Models.Microcircuit.Recording;

/// <summary>Quantity of the microcircuit that can be recorded.</summary>
/// <param name="Name">Name in experiment files and recordings.</param>
/// <param name="Symbol">Symbol in docs/model.md and in the code.</param>
/// <param name="Unit">Unit; 1 if it has none.</param>
/// <param name="Home">Areas that have it.</param>
/// <param name="Rows">Area of its rows.</param>
/// <param name="Columns">Area of its columns.</param>
/// <param name="Description">Meaning in one line.</param>
/// <param name="Value">
/// Value after a complete tick, by the area that records, the area that has it, row and column; reading changes
/// nothing.
/// </param>
public sealed record Observable(
    string Name,
    string Symbol,
    string Unit,
    ObservableHome Home,
    ObservableAxis Rows,
    ObservableAxis Columns,
    string Description,
    Func<CorticalArea, int, int, int, double> Value)
    : ObservableDescriptor(Name, Symbol, Unit, Home, Rows, Columns, Description);
