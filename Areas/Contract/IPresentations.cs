namespace PalActors.Areas.Contract;

/// <summary>Values of each presentation: input rates, or target voltages.</summary>
/// <remarks>A pure function of its arguments.</remarks>
public interface IPresentations
{
    /// <summary>Values per presentation.</summary>
    int Width { get; }

    /// <summary>Writes the values of a presentation.</summary>
    /// <param name="phase">Index of the phase in the schedule.</param>
    /// <param name="presentation">0-based presentation in the phase.</param>
    /// <param name="values">Receives <see cref="Width"/> values.</param>
    void Fill(int phase, int presentation, Span<double> values);
}
