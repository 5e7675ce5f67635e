namespace PalActors.Messages.Control;

/// <summary>Place that a metric is measured at: the network, an area, or a pathway of a graph.</summary>
/// <param name="Area">The area, of a pathway the lower one; null for the network.</param>
/// <param name="To">The upper area of a pathway; null for anything else, and in chains.</param>
public readonly record struct MetricPlace(int? Area, int? To = null) : IComparable<MetricPlace>
{
    /// <summary>The whole network.</summary>
    public static MetricPlace Network => default;

    /// <summary>Orders the network before areas, and areas and pathways by their numbers.</summary>
    public int CompareTo(MetricPlace other)
    {
        int byArea = (Area ?? -1).CompareTo(other.Area ?? -1);
        return byArea != 0 ? byArea : (To ?? -1).CompareTo(other.To ?? -1);
    }
}
