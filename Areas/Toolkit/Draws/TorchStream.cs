using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Draws;

/// <summary>Stream of a torch run after its initial weights: orders of samples, and coloured noise.</summary>
/// <remarks>
/// The stream depends on its history: whoever takes part of it passes over the rest. The draws of a step are those of
/// all areas bottom up, each [slot, cell], the top and pools included, whatever their amplitude.
/// </remarks>
public sealed class TorchStream
{
    private readonly TorchGenerator _random;
    private readonly long[] _draws;
    private readonly bool _fixedLength;
    private readonly long _wordsOfStep;

    /// <summary>Creates the stream of a network.</summary>
    /// <param name="random">
    /// Generator after the initial draws; for read-outs, a fresh one. It belongs to the stream from now on.
    /// </param>
    /// <param name="areas">Areas 1 to the top, in this order.</param>
    /// <param name="batch">Number of samples held in parallel.</param>
    public TorchStream(TorchGenerator random, IReadOnlyList<TorchArea> areas, int batch)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(batch, 1);
        _random = random;
        _draws = [.. areas.Select(area => (long)batch * area.Cells)];
        _fixedLength = _draws.All(count => count >= TorchGenerator.Block);
        _wordsOfStep = _draws.Sum(TorchGenerator.WordsOf);
    }

    /// <summary>Captures where the stream is.</summary>
    public TorchState Capture() => _random.Capture();

    /// <summary>Goes on from a captured state.</summary>
    public void Restore(TorchState state) => _random.Restore(state);

    /// <summary>Begins a pass whose order, if it has one of its own, is not needed here.</summary>
    /// <remarks>Every pass draws an integer that nobody uses; a shuffled one draws another.</remarks>
    public void BeginPass(bool shuffled)
    {
        _random.Int64();
        if (shuffled)
            _random.Int64();
    }

    /// <summary>Begins a shuffled pass over <paramref name="samples"/> samples.</summary>
    /// <returns>Their order, from a generator of its own that a second integer seeds.</returns>
    public int[] BeginShuffledPass(int samples)
    {
        _random.Int64();
        int[] order = new int[samples];
        new TorchGenerator(_random.Int64()).Permutation(order);
        return order;
    }

    /// <summary>Draws the noise of one area in the next step, and passes over that of the others.</summary>
    /// <param name="area">Index of the area, 1 or more.</param>
    /// <param name="z">Receives a standard normal for each slot and cell.</param>
    public void Step(int area, Span<float> z)
    {
        if (area < 1 || area > _draws.Length)
        {
            throw new ArgumentOutOfRangeException(
                nameof(area), $"The area is '{area}'; valid is 1 to {_draws.Length}.");
        }

        for (int i = 0; i < _draws.Length; i++)
        {
            if (i + 1 != area)
                _random.SkipNormals(_draws[i]);
            else if (z.Length == _draws[i])
                _random.Normals(z);
            else
                throw Misfit(area, z.Length);
        }
    }

    /// <summary>Draws the noise of all areas in the next step.</summary>
    /// <param name="z">An array for each area from 1 on; null for an area whose noise is not needed.</param>
    public void Step(IReadOnlyList<float[]?> z)
    {
        for (int i = 0; i < _draws.Length; i++)
        {
            if (z[i] is not { } values)
                _random.SkipNormals(_draws[i]);
            else if (values.Length == _draws[i])
                _random.Normals(values);
            else
                throw Misfit(i + 1, values.Length);
        }
    }

    /// <summary>Passes over the noise of <paramref name="steps"/> steps.</summary>
    public void SkipSteps(long steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        if (_fixedLength)
        {
            _random.Skip(steps * _wordsOfStep);
            return;
        }

        for (long step = 0; step < steps; step++)
        {
            foreach (long count in _draws)
                _random.SkipNormals(count);
        }
    }

    private ArgumentException Misfit(int area, int length) =>
        new($"The noise of area {area} has room for '{length}' values; valid is {_draws[area - 1]}.");
}
