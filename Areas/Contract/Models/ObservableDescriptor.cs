using PalActors.Messages.Plan;

namespace PalActors.Areas.Contract.Models;

/// <summary>A quantity that can be recorded: name, unit, meaning and shape.</summary>
/// <param name="Name">Name in experiments and recordings.</param>
/// <param name="Symbol">Symbol in docs, code and state.</param>
/// <param name="Unit">Unit; 1 if it has none.</param>
/// <param name="Home">Areas that have it.</param>
/// <param name="Rows">Area of its rows.</param>
/// <param name="Columns">Area of its columns.</param>
/// <param name="Description">Meaning in one line.</param>
public record ObservableDescriptor(
    string Name,
    string Symbol,
    string Unit,
    ObservableHome Home,
    ObservableAxis Rows,
    ObservableAxis Columns,
    string Description)
{
    /// <summary>True for a change within a tick, which does not exist at tick 0.</summary>
    public bool IsChange { get; init; }

    /// <summary>A flag among the parameters without which it does not exist; null if it always does.</summary>
    public string? NeedsFlag { get; init; }

    /// <summary>Name of the observable to record where the flag is off; null if there is none like it.</summary>
    public string? Instead { get; init; }

    /// <summary>Areas of a network that have it, ascending.</summary>
    public int[] Areas(AreaGraph graph)
    {
        IReadOnlyList<int> home = Home switch
        {
            ObservableHome.Input => graph.Inputs,
            ObservableHome.Targeted => graph.Targeted,
            ObservableHome.Hidden => graph.Hidden,
            _ => graph.WithCells,
        };
        return [.. home.Where(area => Count(Rows, graph, area) > 0 && Count(Columns, graph, area) > 0)];
    }

    /// <summary>The area whose actor records it.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="area">An area that has it.</param>
    public int Recorder(AreaGraph graph, int area) =>
        Home == ObservableHome.Input ? graph.Out(area)[0].To : area;

    /// <summary>Shape in an area that follows from its axes.</summary>
    /// <remarks>
    /// Where there are several areas below or above, it has the values of one after those of the other, in the order
    /// of their numbers. A cell model may say another shape: <see cref="IAreaModel.ShapeOf"/>.
    /// </remarks>
    /// <param name="graph">The network.</param>
    /// <param name="area">An area that has it.</param>
    public ObservableShape ShapeIn(AreaGraph graph, int area) =>
        new(Count(Rows, graph, area), Count(Columns, graph, area));

    private static int Count(ObservableAxis axis, AreaGraph graph, int area) => axis switch
    {
        ObservableAxis.None => 1,
        ObservableAxis.Below => graph.In(area).Sum(pathway => graph.Cells[pathway.From]),
        ObservableAxis.Here => graph.Cells[area],
        _ => graph.Out(area).Sum(pathway => graph.Cells[pathway.To]),
    };
}
