using PalActors.Areas.Contract.Models;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Toolkit.Readouts;

/// <summary>Cell model with areas that share weights over an image, so that a recording holds filters.</summary>
public interface IFilterModel : IAreaModel
{
    /// <summary>Filters of an area, or null if it has none.</summary>
    /// <param name="plan">A checked plan.</param>
    /// <param name="area">The area, 1 or more.</param>
    FilterBank? FiltersOf(NetworkPlan plan, int area);
}
