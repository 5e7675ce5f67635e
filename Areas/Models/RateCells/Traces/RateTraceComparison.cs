using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Models.Traces;
using PalActors.Messages.Control;

namespace PalActors.Areas.Models.RateCells.Traces;

/// <summary>Compares areas with the checkpoints of a trace (FORMAT section 6).</summary>
/// <remarks>
/// A deviation is divided by the largest absolute value that its quantity of its area takes in any checkpoint.
/// An area also holds what the trace gives for others: its pool, and B and the high-passed rates of the area above.
/// </remarks>
internal sealed class RateTraceComparison : ITraceComparison
{
    private static readonly string[] s_own = ["r", "e", "ub", "u", "W", "b", "D_W", "D_b", "xi"];

    private static readonly (string Key, string Block)[] s_pool =
        [("r", "r_pool"), ("e", "e_pool"), ("xi", "xi_pool"), ("xi_out", "xo_pool")];

    private readonly RateTrace _trace;
    private readonly Dictionary<(string Key, int Place), double> _scale = [];

    /// <summary>Begins a comparison.</summary>
    public RateTraceComparison(RateTrace trace)
    {
        _trace = trace;
        foreach (IReadOnlyDictionary<string, double[]?[]> checkpoint in trace.Checkpoints.Values)
        {
            foreach ((string key, double[]?[] places) in checkpoint)
            {
                for (int place = 0; place < places.Length; place++)
                {
                    double largest = places[place]?.Max(Math.Abs) ?? 0;
                    _scale[(key, place)] = Math.Max(_scale.GetValueOrDefault((key, place)), largest);
                }
            }
        }
    }

    /// <inheritdoc/>
    public Deviations Deviations { get; } = new();

    /// <inheritdoc/>
    public void Compare(AreaState observed)
    {
        RateParameters parameters = _trace.Parameters;
        int area = observed.Area, place = _trace.Places[area - 1];
        foreach (string key in s_own)
            Compare(observed, key, place, key);
        if (area == 1)
            Compare(observed, "hp", place, "hp_own");
        if (parameters.IsDirectFeedback)
            Compare(observed, "B", place, "B");
        if (parameters.Areas[area].HasPool)
        {
            foreach ((string key, string block) in s_pool)
                Compare(observed, key, place + 1, block);
        }

        if (area == parameters.Top || parameters.IsDirectFeedback)
            return;
        Compare(observed, "hp", _trace.Places[area], "hp");
        Compare(observed, "B", _trace.Places[area], "B");
    }

    private void Compare(AreaState observed, string key, int place, string block)
    {
        IReadOnlyDictionary<string, double[]?[]> checkpoint = _trace.Checkpoints[observed.Tick];
        if (!checkpoint.TryGetValue(key, out double[]?[]? places) || places[place] is not { } expected)
            return;
        string quantity = $"{key} of area {place + 1}";
        Deviations.Add(quantity, observed.Tick, expected, observed[block].Values, _scale[(key, place)]);
    }
}
