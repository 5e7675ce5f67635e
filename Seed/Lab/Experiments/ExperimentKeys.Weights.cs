namespace PalActors.Lab.Experiments;

/// <content>Weights that a run keeps.</content>
internal static partial class ExperimentKeys
{
    private static Experiment KeptWeights(YamlEntry entry, Experiment read)
    {
        if (entry.Value is not YamlList)
            return read with { KeepsWeights = ValueReader.Flag(entry), WeightEpochs = [] };
        int[] epochs = ValueReader.Wholes(entry, 0, read.Epochs);
        if (read.CompareUpdates)
        {
            throw entry.Source.Error(
                $"keep_weights is {entry.Value.Show()}, and angle_dW_BP is 'true'; valid is one of the two, or "
                + "keep_weights: true.");
        }

        return read with { KeepsWeights = true, WeightEpochs = [.. epochs.Distinct().Order()] };
    }
}
