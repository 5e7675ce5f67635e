namespace PalActors.Areas.Toolkit.Stimuli;

/// <content>Splits of the images.</content>
public sealed partial class Mnist
{
    private Split Of(string split) => split switch
    {
        "train" => _train,
        "validation" => _validation,
        "test" => _test,
        _ => throw new ArgumentException(
            $"MNIST has no split '{split}'; valid is one of train, validation, test.", nameof(split)),
    };

    private readonly record struct Split(byte[] Images, byte[] Labels, int First, int Count)
    {
        public int IndexOf(int sample) => (uint)sample < (uint)Count
            ? First + sample
            : throw new ArgumentOutOfRangeException(nameof(sample), sample, $"valid is 0 to {Count - 1}.");
    }
}
