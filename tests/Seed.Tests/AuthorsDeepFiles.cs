using PalActors.Lab.Experiments;

namespace PalActors.Seed.Tests;

/// <summary>Small parameter files with the keys of the authors' torch program; no two areas have the same values.
/// </summary>
internal static class AuthorsDeepFiles
{
    private static readonly (string, string)[] s_common =
    [
        ("algorithm", "\"PAL\""), ("epochs", "3"), ("batch_learning_multiplier", "64"), ("n_updates", "100"),
        ("seed", "7"), ("model_variant", "\"vanilla\""),
    ];

    private static readonly (string, string)[] s_autoencoder =
    [
        ("batch_size", "32"),
        ("lr_factors", "[0.01, 0.02, 0.03, 0.004]"), ("bw_lr_factors", "[0, 1, 2, 3]"),
        ("regularizer", "[0, 0.0001, 0.0002, 0.0003]"), ("sigma", "[0.01, 0.02, 0.03, 0.04]"),
        ("wn_sigma", "[0, 0, 0, 0]"), ("tau_xi", "[10, 11, 12, 13]"), ("tau_HP", "[20, 21, 22, 23]"),
        ("tau_LO", "[0, 1e+3, 10000.0, 30]"),
    ];

    private static readonly (string, string)[] s_convolutional =
    [
        ("batch_size", "128"), ("activation", "\"Sigmoid\""), ("target_type", "\"mse\""),
        ("lr_factors", "[5.0, 0.0, 1.0, 0.0, 2.0, 0.2]"), ("bw_lr_factors", "[0, 0, 3, 0, 10, 11]"),
        ("regularizer", "[0, 0, 3e-5, 0, 5e-5, 6e-5]"), ("sigma", "[0.1, 0.2, 0.3, 0.4, 0.5, 0.6]"),
        ("wn_sigma", "[0, 0, 0, 0, 0, 0]"), ("tau_xi", "[11, 12, 13, 14, 15, 16]"),
        ("tau_HP", "[21, 22, 23, 24, 25, 26]"), ("tau_LO", "[0, 32, 33, 34, 35, 36]"),
    ];

    /// <summary>A file of the autoencoder; a change with a null value leaves the key out.</summary>
    public static string Autoencoder(params (string Key, string? Value)[] changes) =>
        Text([.. s_common, .. s_autoencoder], changes);

    /// <summary>A file of the convolutional net; likewise.</summary>
    public static string Convolutional(params (string Key, string? Value)[] changes) =>
        Text([.. s_common, .. s_convolutional], changes);

    /// <summary>Reads a text as the file params.json.</summary>
    public static (Experiment Experiment, List<string> Notes) Read(string text)
    {
        using TemporaryFolder folder = new();
        List<string> notes = [];
        return (ExperimentSource.Read(CellModels.All, folder.Write("params.json", text), null, [], notes), notes);
    }

    private static string Text((string Key, string Value)[] keys, (string Key, string? Value)[] changes)
    {
        IEnumerable<(string Key, string? Value)> kept = keys
            .Where(key => changes.All(change => change.Key != key.Key))
            .Select(key => (key.Key, (string?)key.Value));
        IEnumerable<string> lines = kept.Concat(changes).Where(key => key.Value is not null)
            .Select(key => $"  \"{key.Key}\": {key.Value}");
        return $"{{\n{string.Join(",\n", lines)}\n}}\n";
    }
}
