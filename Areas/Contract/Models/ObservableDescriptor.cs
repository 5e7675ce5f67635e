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
    /// <param name="layers">Neurons per area, input first.</param>
    public int[] Areas(int[] layers)
    {
        int top = layers.Length - 1;
        IEnumerable<int> home = Home switch
        {
            ObservableHome.Input => [0],
            ObservableHome.Top => [top],
            ObservableHome.Hidden => Enumerable.Range(1, top - 1),
            _ => Enumerable.Range(1, top),
        };
        return [.. home.Where(area => Exists(Rows, layers, area) && Exists(Columns, layers, area))];
    }

    /// <summary>The area whose actor records it.</summary>
    public int Recorder(int area) => Home == ObservableHome.Input ? 1 : area;

    /// <summary>Shape in an area that follows from its axes.</summary>
    /// <remarks>A cell model may say another one: <see cref="IAreaModel.ShapeOf"/>.</remarks>
    /// <param name="layers">Neurons per area, input first.</param>
    /// <param name="area">An area that has it.</param>
    public ObservableShape ShapeIn(int[] layers, int area) =>
        new(Count(Rows, layers, area), Count(Columns, layers, area));

    private static bool Exists(ObservableAxis axis, int[] layers, int area) => axis switch
    {
        ObservableAxis.Below => area > 0,
        ObservableAxis.Above => area + 1 < layers.Length,
        _ => true,
    };

    private static int Count(ObservableAxis axis, int[] layers, int area) => axis switch
    {
        ObservableAxis.None => 1,
        ObservableAxis.Below => layers[area - 1],
        ObservableAxis.Here => layers[area],
        _ => layers[area + 1],
    };
}
