using PalActors.Areas.Contract.Models;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.RateCells.Recording;

/// <summary>Shapes of observables: those of convolutions do not follow from the layers.</summary>
internal static class RateShapes
{
    /// <summary>Shape of an observable in an area.</summary>
    public static ObservableShape Of(NetworkPlan plan, ObservableDescriptor observable, int area)
    {
        PerArea<RateAreaOptions> areas = new RateParameters(plan).Areas;
        return observable.Name switch
        {
            RateObservables.Potential => new ObservableShape(areas[area].Cells.Cells, 1),
            CommonObservables.ReadOut => new ObservableShape(areas[area].Cells.Cells, plan.Schedule.Batch),
            RateObservables.W => Weights(areas[area]),
            RateObservables.Bias => new ObservableShape(areas[area].Biases, 1),
            RateObservables.B when areas[area + 1].IsConv => Weights(areas[area + 1]),
            _ => observable.ShapeIn(plan.Graph, area),
        };
    }

    // A row per filter, or per cell of a dense area.
    private static ObservableShape Weights(RateAreaOptions area) => new(area.Biases, area.Weights / area.Biases);
}
