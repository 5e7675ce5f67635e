using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Benchmarks;

/// <summary>Makes square projections, and rates for them, whose passes can be timed for any length.</summary>
internal static class SquareProjection
{
    /// <summary>Makes a projection with constant factors of its update.</summary>
    /// <param name="size">Number of rows and columns.</param>
    /// <param name="precision">Precision of the matrices.</param>
    /// <param name="form">Form of the update.</param>
    /// <param name="split">How its rows are split over cores.</param>
    public static PlasticProjection Make(int size, Precision precision, UpdateForm form, RowSplit split)
    {
        PlasticProjection projection = new(size, size, lowPass: form == UpdateForm.LowPassed, precision, split);
        // Values are small enough to stay finite for any length, and large enough that none becomes subnormal.
        Array.Fill(projection.Update.Post, 1e-9);
        projection.Update.Pre = Rates(size);
        projection.Update.Keep = 0.9999;
        projection.Update.Form = form;
        return projection;
    }

    /// <summary>Makes constant rates.</summary>
    public static double[] Rates(int size)
    {
        double[] rates = Padding.Align(size);
        Array.Fill(rates, 0.5);
        return rates;
    }
}
