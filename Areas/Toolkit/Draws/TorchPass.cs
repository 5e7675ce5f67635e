namespace PalActors.Areas.Toolkit.Draws;

/// <summary>Pass over a data set in the authors' torch program.</summary>
/// <param name="Split">Which samples: <c>train</c>, <c>validation</c> or <c>test</c>.</param>
/// <param name="Epoch">Epochs trained when the pass ends; 0 before training.</param>
/// <param name="Shuffled">Whether the samples come in a fresh random order.</param>
public sealed record TorchPass(string Split, int Epoch, bool Shuffled)
{
    /// <summary>Lists the passes of a run: validation and test, then training and validation of each epoch.</summary>
    public static IEnumerable<TorchPass> OfRun(int epochs)
    {
        yield return new TorchPass("validation", 0, Shuffled: false);
        yield return new TorchPass("test", 0, Shuffled: false);
        for (int epoch = 1; epoch <= epochs; epoch++)
        {
            yield return new TorchPass("train", epoch, Shuffled: true);
            yield return new TorchPass("validation", epoch, Shuffled: false);
        }
    }

    /// <summary>Lists the passes of the read-outs after 0, 1, ... epochs, whose generator starts afresh.</summary>
    public static IEnumerable<TorchPass> OfReadOuts(int epochs)
    {
        for (int epoch = 0; epoch <= epochs; epoch++)
        {
            yield return new TorchPass("train", epoch, Shuffled: true);
            yield return new TorchPass("test", epoch, Shuffled: false);
        }
    }

    /// <summary>Draws the split of images: the first part of the permutation trains, the rest validates.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="images">Number of images that are split.</param>
    /// <param name="train">Number of images that train.</param>
    /// <returns>Indices of the images.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer images than that.</exception>
    public static (int[] Train, int[] Validation) DrawSplit(long seed, int images, int train)
    {
        if (train < 0 || train > images)
        {
            throw new ArgumentOutOfRangeException(
                nameof(train), $"The number of images that train is '{train}'; valid is 0 to {images}.");
        }

        int[] order = DrawOrder(seed, images);
        return (order[..train], order[train..]);
    }

    /// <summary>Draws the permutation of images that a split divides.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="images">Number of images.</param>
    public static int[] DrawOrder(long seed, int images)
    {
        int[] order = new int[images];
        new Numerics.TorchGenerator(seed).Permutation(order);
        return order;
    }
}
