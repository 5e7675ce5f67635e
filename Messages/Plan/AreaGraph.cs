namespace PalActors.Messages.Plan;

/// <summary>Graph of a network: its areas, and the pathways that lead up between them.</summary>
/// <remarks>
/// Areas have numbers 0, 1, ... Input areas have no cells; a chain has one, area 0. Pathways are in the order of their
/// lower area, then of their upper one, so those into or out of an area are in the order of the other area.
/// </remarks>
public sealed partial class AreaGraph
{
    /// <summary>One more than the most areas of a graph, input areas included.</summary>
    public const int MostAreas = 2048;

    private readonly AreaPlan[] _areas;
    private readonly int[] _withCells;
    private readonly Pathway[][] _in;
    private readonly Pathway[][] _out;

    /// <summary>Makes a graph, whose numbers must be those of areas that exist.</summary>
    /// <param name="cells">Cells of each area; of an input area, its columns.</param>
    /// <param name="areas">The areas; none for a chain of areas.</param>
    /// <param name="pathways">The pathways; ignored for a chain.</param>
    public AreaGraph(int[] cells, AreaPlan[] areas, PathwayPlan[] pathways)
    {
        Cells = cells;
        IsChain = areas.Length == 0;
        _areas = IsChain ? [.. Enumerable.Range(0, cells.Length).Select(area => OfChain(cells, area))] : areas;
        IEnumerable<PathwayPlan> plans = IsChain
            ? Enumerable.Range(1, Math.Max(0, cells.Length - 1)).Select(area => new PathwayPlan(area - 1, area))
            : pathways.OrderBy(one => one.From).ThenBy(one => one.To);
        Pathways =
        [
            .. plans.Select((one, index) => new Pathway(index, one.From, one.To, HasFeedback: !IsInput(one.From))),
        ];
        Feedback = [.. Pathways.Where(pathway => pathway.HasFeedback)];
        IEnumerable<int> all = Enumerable.Range(0, cells.Length);
        _in = [.. all.Select(area => Pathways.Where(pathway => pathway.To == area).ToArray())];
        _out = [.. all.Select(area => Pathways.Where(pathway => pathway.From == area).ToArray())];
        Inputs = [.. all.Where(IsInput)];
        _withCells = [.. all.Where(area => !IsInput(area))];
        Hidden = [.. _withCells.Where(area => _out[area].Length > 0)];
        Targeted = [.. _withCells.Where(area => _areas[area].Target.Length > 0)];
    }

    /// <summary>Makes the graph of a chain of areas.</summary>
    /// <param name="layers">Cells of each area, input first.</param>
    public static AreaGraph Chain(int[] layers) => new(layers, [], []);

    /// <summary>True if the experiment gave a chain of layers.</summary>
    public bool IsChain { get; }

    /// <summary>True if it is a chain numbered from the input up, given as one or not.</summary>
    public bool IsChainShaped => Inputs is [0] && Pathways.Count == Count - 1
        && Pathways.All(pathway => pathway.From == pathway.Index && pathway.To == pathway.From + 1);

    /// <summary>Cells of each area; of an input area, the columns that it shows.</summary>
    public int[] Cells { get; }

    /// <summary>Number of areas, input areas included.</summary>
    public int Count => Cells.Length;

    /// <summary>All pathways.</summary>
    public IReadOnlyList<Pathway> Pathways { get; }

    /// <summary>Pathways between areas with cells, along which feedback leads back.</summary>
    public IReadOnlyList<Pathway> Feedback { get; }

    /// <summary>Input areas, ascending.</summary>
    public IReadOnlyList<int> Inputs { get; }

    /// <summary>Areas with cells, ascending.</summary>
    public IReadOnlyList<int> WithCells => _withCells;

    /// <summary>Areas with cells that have areas above them, ascending.</summary>
    public IReadOnlyList<int> Hidden { get; }

    /// <summary>Areas that are given a target, ascending.</summary>
    public IReadOnlyList<int> Targeted { get; }

    /// <summary>The area that classes are read out of: the named one, or the only one with a target.</summary>
    public int? ReadOut =>
        Array.FindIndex(_areas, area => area.IsReadOut) is int named and >= 0 ? named
        : Targeted.Count == 1 ? Targeted[0] : null;

    /// <summary>Pathways into an area, in the order of the areas below.</summary>
    public IReadOnlyList<Pathway> In(int area) => _in[area];

    /// <summary>Pathways out of an area, in the order of the areas above.</summary>
    public IReadOnlyList<Pathway> Out(int area) => _out[area];

    /// <summary>True for an area number that is an area with cells.</summary>
    public bool HasCells(int area) => PlaceOf(area) >= 0;

    /// <summary>Place of an area among those with cells, 0-based; -1 for any other number.</summary>
    public int PlaceOf(int area) => Array.BinarySearch(_withCells, area) is int place and >= 0 ? place : -1;

    /// <summary>True if an area has a stimulus and no cells.</summary>
    public bool IsInput(int area) => _areas[area].IsInput;

    /// <summary>True if an area has cells and no area above.</summary>
    public bool IsTop(int area) => !IsInput(area) && _out[area].Length == 0;

    /// <summary>True if an area is given a target.</summary>
    public bool IsTargeted(int area) => _areas[area].Target.Length > 0;

    /// <summary>True if a target conductance belongs to an area: it is given a target, or is a top area.</summary>
    public bool IsNudged(int area) => IsTargeted(area) || IsTop(area);

    /// <summary>Columns of the data that an input area shows.</summary>
    public IReadOnlyList<int> InputColumns(int area) => _areas[area].Inputs;

    /// <summary>Columns of the data's targets that an area is given; none if it has no target.</summary>
    public IReadOnlyList<int> TargetColumns(int area) => _areas[area].Target;

    /// <summary>The pathway from one area to another; null if there is none.</summary>
    public Pathway? Between(int from, int to) => Array.Find(_out[from], pathway => pathway.To == to);

    /// <summary>True if pathways lead up from an area back to itself.</summary>
    public bool IsOnCycle(int area)
    {
        HashSet<int> above = [];
        Queue<int> open = new([area]);
        while (open.TryDequeue(out int next))
        {
            foreach (Pathway pathway in _out[next])
            {
                if (pathway.To == area)
                    return true;
                if (above.Add(pathway.To))
                    open.Enqueue(pathway.To);
            }
        }

        return false;
    }

    private static AreaPlan OfChain(int[] cells, int area) => new(
        area.ToString(System.Globalization.CultureInfo.InvariantCulture),
        area == 0 ? [.. Columns(cells[0])] : [],
        area == cells.Length - 1 ? [.. Columns(cells[area])] : []);

    // Sizes of a chain are checked later.
    private static IEnumerable<int> Columns(int count) => Enumerable.Range(0, Math.Max(0, count));
}
