namespace PalActors.Areas.Toolkit.Readouts;

/// <summary>The forward path of a network without time, noise and learning: what areas settle to.</summary>
/// <remarks>It has weights of its own, so what is done with it changes no network.</remarks>
public interface IEncoder
{
    /// <summary>Sets a recorded quantity of an area.</summary>
    /// <param name="area">The area, 1 or more.</param>
    /// <param name="observable">One of <see cref="IEncodingModel.EncodedBy"/>.</param>
    /// <param name="values">Its record, row-major.</param>
    void Set(int area, string observable, double[] values);

    /// <summary>Computes the rates of an area from those of one below.</summary>
    /// <param name="rates">Rates of the area below, sample after sample.</param>
    /// <param name="from">The area below; 0 for the input.</param>
    /// <param name="to">The area, above <paramref name="from"/>.</param>
    /// <returns>Its rates, sample after sample.</returns>
    double[] Encode(double[] rates, int from, int to);
}
