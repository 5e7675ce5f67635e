using PalActors.Areas.Contract;
using PalActors.Areas.Models.RateCells.Metrics;
using PalActors.Messages.Control;

namespace PalActors.Areas.Models.RateCells.Cells;

/// <content>Captured state and measures.</content>
internal sealed partial class RateArea<T>
{
    /// <inheritdoc/>
    public AreaState Capture(CaptureKind kind)
    {
        AreaState state = _state.Capture(Index, Tick);
        return kind == CaptureKind.State || _held is null
            ? state
            : state with
            {
                Blocks = [.. state.Blocks.Select(block => block.Name switch
                {
                    "W" => block with { Values = _held.Weights() },
                    "b" => block with { Values = _held.Biases() },
                    _ => block,
                })],
            };
    }

    /// <inheritdoc/>
    public void Restore(AreaState state)
    {
        _state.Restore(state);
        Tick = state.Tick;
        (_shown, _aimed) = (0, 0);
        AdaptRates(Tick);
    }

    /// <inheritdoc/>
    public NonFinite? FirstNonFinite() => _state.FirstNonFinite();

    /// <inheritdoc/>
    public DecisionCounts? Decisions => _readOut?.Decisions;

    /// <inheritdoc/>
    public IMeasurement Measure(in MeasureContext when) => RateMeasures.Take(this, when);

    /// <inheritdoc/>
    public StateBlock[] SampleFor(int neighbour) => [_forward.Sample()];

    /// <inheritdoc/>
    public bool IsSample(int neighbour, StateBlock[] sample) =>
        sample is [{ Name: "W" } w] && w.Values.Length == _parameters.Areas[Index + 1].Weights;

    /// <summary>Counts of the read-out since the last evaluation; null below the top.</summary>
    internal RateReadOut<T>? ReadOut => _readOut;

    /// <summary>B of the area above, which ends here; empty without one.</summary>
    internal T[] FeedbackWeights => _feedback?.Weights ?? [];

    /// <summary>True if B is laid out as the transpose of W above: not for convolutions.</summary>
    internal bool FeedbackIsTransposed => Index < _parameters.Top && !_parameters.Areas[Index + 1].IsConv;

    private void Describe()
    {
        _cells.Describe(_state);
        _pool?.Describe(_state);
        _noise?.Describe("xi", _state);
        _traced?.Describe(_state);
        _forward.Describe(_state);
        _held?.Describe(_state);
        _feedback?.Describe(_state);
        _readOut?.Describe(_state);
        _remedies?.Describe(_state);
    }
}
