using PalActors.Areas.Models.RateCells.Parameters;

namespace PalActors.Lab.Experiments;

/// <summary>A network of the authors' torch program, with what is fixed beside its areas.</summary>
/// <remarks>Their lists have an entry for each area and each pool; here a pool belongs to the area below it.</remarks>
/// <param name="Name">Name in their files, or a description where it has none.</param>
/// <param name="Data">Data set.</param>
/// <param name="Task">Task.</param>
/// <param name="ErrorPath">Way of the errors: in the program that their stored results come from.</param>
/// <param name="Layers">Cells that each area shows to the one above, input first.</param>
internal sealed record AuthorsNetwork(string Name, string Data, string Task, string ErrorPath, int[] Layers)
{
    private static readonly string[] s_words = ["TanH", "Sigmoid", "HardSigmoid", "ReLU"];
    private static readonly string[] s_ours = ["tanh", "sigmoid", "hard_sigmoid", "relu"];

    private static readonly AuthorsNetwork s_autoencoder = new(
        "the autoencoder", "mnist-images", "autoencoder", "soma", [784, 200, 2, 200, 784])
    {
        Activations = ["tanh", "linear", "tanh", "linear"],
        Target = "rate",
        EvaluationNoise = true,
    };

    private static readonly AuthorsNetwork s_convolutional = new(
        "LeNet5", "cifar10", "classification", "direct", [3072, 20 * 14 * 14, 50 * 5 * 5, 500, 10])
    {
        Kernels = [5, 5, 0, 0],
        Pools = [2, 2, 1, 1],
    };

    private static readonly AuthorsNetwork s_dense = new(
        "MLPNet", "cifar10", "classification", "direct", [3072, 4000, 1000, 4000, 10]);

    /// <summary>Sides of the kernels, 0 for a dense area; empty if all are dense.</summary>
    public IReadOnlyList<int> Kernels { get; private init; } = [];

    /// <summary>Sides of the windows of pools, 1 for none; empty if there are none.</summary>
    public IReadOnlyList<int> Pools { get; private init; } = [];

    /// <summary>Activations that no key changes, or null where the key does.</summary>
    public IReadOnlyList<string>? Activations { get; private init; }

    /// <summary>Error of the output that no key changes, or null where the key does.</summary>
    public string? Target { get; private init; }

    /// <summary>True if noise acts in evaluations.</summary>
    public bool EvaluationNoise { get; private init; }

    /// <summary>Areas above the input.</summary>
    public int Areas => Layers.Length - 1;

    /// <summary>Entries of their lists.</summary>
    public int Entries => Areas + Pools.Count(side => side > 1);

    /// <summary>Place of each area, and of its pool if it has one, in their lists; 0-based.</summary>
    public IReadOnlyList<(int Area, int? Pool)> Places
    {
        get
        {
            List<(int, int?)> places = [];
            int next = 0;
            for (int area = 1; area <= Areas; area++)
            {
                bool hasPool = Pools.Count > 0 && Pools[area - 1] > 1;
                places.Add((next, hasPool ? next + 1 : null));
                next += hasPool ? 2 : 1;
            }

            return places;
        }
    }

    /// <summary>The network that a file asks for: by name, else by the number of learning rates.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static AuthorsNetwork Of(AuthorsContent content)
    {
        if (content.Find("network_type") is { } named)
        {
            AuthorsNetwork[] all = [s_convolutional, s_dense];
            string name = ValueReader.Word(named, [.. all.Select(network => network.Name)]);
            return all.First(network => network.Name == name);
        }

        YamlEntry factors = content.Require("lr_factors");
        AuthorsNetwork[] unnamed = [s_autoencoder, s_convolutional];
        int given = factors.Value is YamlList list ? list.Items.Count : 0;
        return Array.Find(unnamed, network => network.Entries == given) ?? throw factors.Source.Error(
            $"lr_factors is {factors.Value.Show()}; valid is a list of {s_autoencoder.Entries} values, "
            + $"{s_autoencoder.Name}, or of {s_convolutional.Entries}, {s_convolutional.Name} with its pools.");
    }

    /// <summary>Activation of each area, by our names.</summary>
    /// <exception cref="InputException">The file names one that there is not.</exception>
    public IReadOnlyList<string> ActivationsOf(AuthorsContent content)
    {
        YamlEntry? given = content.Find("activation");
        string word = given is null ? s_words[0] : ValueReader.Word(given, s_words);
        if (Activations is null)
            return [.. Enumerable.Repeat(s_ours[Array.IndexOf(s_words, word)], Areas - 1), "linear"];
        if (given is not null)
            NoteFixed(content, given, $"its areas are {string.Join(", ", Activations)}");
        return Activations;
    }

    /// <summary>Error of the output.</summary>
    /// <exception cref="InputException">The file names one that there is not.</exception>
    public string TargetOf(AuthorsContent content)
    {
        YamlEntry? given = content.Find("target_type");
        string word = given is null ? Target ?? "mse" : ValueReader.Word(given, RateWords.TargetTypes);
        if (Target is not null && word != Target)
            NoteFixed(content, given!, $"its target_type is {Target}");
        return Target ?? word;
    }

    private void NoteFixed(AuthorsContent content, YamlEntry given, string what) => content.Notes.Add(
        $"{given.Source}: {given.Key} is not used by {Name}, as in the authors' program; {what}.");
}
