namespace PalActors.Areas.Models.Microcircuit.Recording;

/// <summary>Which areas have an observable.</summary>
public enum ObservableHome
{
    /// <summary>Area 0.</summary>
    Input,

    /// <summary>All areas above the input.</summary>
    AboveInput,

    /// <summary>The areas between input and top.</summary>
    Hidden,

    /// <summary>The top area.</summary>
    Top,
}

/// <summary>Whose neurons the rows or columns of an observable are.</summary>
public enum ObservableAxis
{
    /// <summary>One column: the observable is a vector.</summary>
    None,

    /// <summary>Neurons of the area below.</summary>
    Below,

    /// <summary>Pyramidal cells of the area itself.</summary>
    Here,

    /// <summary>Pyramidal cells of the area above, or the interneurons that mirror them here.</summary>
    Above,
}

/// <summary>A quantity that can be recorded, with all that is to say about it.</summary>
/// <param name="Name">Its name in experiment files and recordings.</param>
/// <param name="Symbol">Its symbol in docs/model.md and in the code.</param>
/// <param name="Unit">Its unit; 1 if it has none.</param>
/// <param name="Home">Which areas have it.</param>
/// <param name="Rows">What its rows are.</param>
/// <param name="Columns">What its columns are.</param>
/// <param name="Description">What it is.</param>
/// <param name="Value">Its value of a row and column after a complete tick. Reading changes nothing.</param>
public sealed record Observable(
    string Name,
    string Symbol,
    string Unit,
    ObservableHome Home,
    ObservableAxis Rows,
    ObservableAxis Columns,
    string Description,
    Func<CorticalArea, int, int, double> Value)
{
    /// <summary>Whether it is the change of weights within a tick, so that it takes the weights before that tick too.</summary>
    public bool IsChange { get; init; }

    /// <summary>Whether it exists only with <c>dWPP_low_pass</c>.</summary>
    public bool NeedsLowPass { get; init; }

    /// <summary>The areas of a network that have it, ascending.</summary>
    public int[] Areas(int[] layers)
    {
        int top = layers.Length - 1;
        return Home switch
        {
            ObservableHome.Input => [0],
            ObservableHome.Top => [top],
            ObservableHome.Hidden => [.. Enumerable.Range(1, top - 1)],
            _ => [.. Enumerable.Range(1, top)],
        };
    }

    /// <summary>The area whose actor records it.</summary>
    public int Recorder(int area) => Home == ObservableHome.Input ? 1 : area;

    /// <summary>Rows in an area.</summary>
    public int RowsIn(int[] layers, int area) => Count(Rows, layers, area);

    /// <summary>Columns in an area; 1 for a vector.</summary>
    public int ColumnsIn(int[] layers, int area) => Count(Columns, layers, area);

    private static int Count(ObservableAxis axis, int[] layers, int area) => axis switch
    {
        ObservableAxis.None => 1,
        ObservableAxis.Below => layers[area - 1],
        ObservableAxis.Here => layers[area],
        _ => layers[area + 1],
    };
}
