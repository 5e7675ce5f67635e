using System.Globalization;
using PalActors.Messages.Control;
using Xunit;

namespace PalActors.TestKit;

/// <summary>Assertions on the states of areas.</summary>
/// <remarks>A failure names tick, area, quantity and neuron or synapse, and both values.</remarks>
public static class StateAssert
{
    /// <summary>Asserts that two networks are in the same state to the bit.</summary>
    public static void SameBits(IReadOnlyList<AreaState> expected, IReadOnlyList<AreaState> actual) =>
        Compare(expected, actual, 0);

    /// <summary>Asserts that no value of any area deviates by more than a tolerance.</summary>
    public static void Near(IReadOnlyList<AreaState> expected, IReadOnlyList<AreaState> actual, double tolerance) =>
        Compare(expected, actual, tolerance);

    private static void Compare(
        IReadOnlyList<AreaState> expected, IReadOnlyList<AreaState> actual, double tolerance)
    {
        Assert.True(expected.Count == actual.Count, $"{actual.Count} areas instead of {expected.Count}");
        for (int area = 0; area < expected.Count; area++)
        {
            AreaState one = expected[area], other = actual[area];
            Assert.True(
                (one.Area, one.Tick) == (other.Area, other.Tick),
                $"area {other.Area} at tick {other.Tick} instead of area {one.Area} at tick {one.Tick}");
            string[] names = [.. one.Blocks.Select(block => block.Name)];
            string[] others = [.. other.Blocks.Select(block => block.Name)];
            Assert.True(
                names.SequenceEqual(others),
                $"area {one.Area}: {string.Join(", ", others)} instead of {string.Join(", ", names)}");
            foreach (StateBlock block in one.Blocks)
                Compare(one, block, other[block.Name], tolerance);
        }
    }

    private static void Compare(AreaState state, StateBlock expected, StateBlock actual, double tolerance)
    {
        Assert.True(
            expected.Values.Length == actual.Values.Length,
            $"area {state.Area}, {expected.Name}: "
            + $"{actual.Values.Length} values instead of {expected.Values.Length}");
        for (int k = 0; k < expected.Values.Length; k++)
        {
            double one = expected.Values[k], other = actual.Values[k];
            bool same = tolerance == 0
                ? BitConverter.DoubleToInt64Bits(one) == BitConverter.DoubleToInt64Bits(other)
                : Math.Abs(one - other) <= tolerance;
            if (same)
                continue;
            string index = expected.Columns == 1 ? $"{k}" : $"{k / expected.Columns}, {k % expected.Columns}";
            Assert.Fail(string.Create(
                CultureInfo.InvariantCulture,
                $"tick {state.Tick}, area {state.Area}, {expected.Name}[{index}] "
                + $"is {other:R} instead of {one:R}"));
        }
    }
}
