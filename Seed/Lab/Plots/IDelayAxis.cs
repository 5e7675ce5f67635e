namespace PalActors.Lab.Plots;

/// <summary>A horizontal axis of a delay study.</summary>
internal interface IDelayAxis
{
    /// <summary>What delays of a link make of the round trip, for labels.</summary>
    const string RoundTrip = "round trip D: d for up or down, 2d for both";

    /// <summary>Label of the axis.</summary>
    string Label { get; }

    /// <summary>Positions of the ticks, and their labels.</summary>
    IReadOnlyList<(double Position, string Label)> Ticks { get; }

    /// <summary>Position of a delay.</summary>
    /// <param name="delay">The delay of a link, in ticks.</param>
    /// <param name="presentation">Time that a sample is shown, ms; NaN where the study does not vary it.</param>
    double Position(int delay, double presentation);
}
