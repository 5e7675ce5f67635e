namespace PalActors.Areas.Contract;

/// <summary>
/// What is shown in each presentation: input rates, or target voltages. A pure function of its arguments.
/// </summary>
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
