using PalActors.Areas.Models.Microcircuit.Parameters;

namespace PalActors.Seed.Experiments;

/// <summary>A key of an experiment file that is not a parameter of the model.</summary>
/// <param name="Name">The key.</param>
/// <param name="Summary">What it is.</param>
public sealed record RunKey(string Name, string Summary);

/// <summary>All keys of an experiment file: those of the run, below, and every parameter of <see cref="MicrocircuitTable"/>.</summary>
public static class ExperimentKeys
{
    private const int MostListed = 12;

    /// <summary>The keys of the run, in the order in which they are written.</summary>
    public static IReadOnlyList<RunKey> Run { get; } =
    [
        new("name", "what it is called in results and figures; by default as its file"),
        new("description", "one line for 'list'"),
        new("reference", "where the parameters come from"),
        new("task", "what is learned"),
        new("data", "data set"),
        new("data_seed", "seed of the data set"),
        new("data_folder", "folder of a data set that comes as files, seen from this file"),
        new("train", "training samples"),
        new("validation", "validation samples, after every epoch"),
        new("test", "test samples, at the end"),
        new("dataset_size", "samples per epoch"),
        new("settling_time", "settling before the first epoch [ms]"),
        new("rec_per_steps", "ticks between records of alignment and error"),
        new("angle_dW_BP", "compare the updates of W with backpropagation after every epoch"),
        new("layers", "neurons per area, input first"),
        new("model", "learning models to run: PAL, FA, BP, or an entry of models"),
        new("models", "parameters that differ for a model, or a variant of one"),
        new("seeds", "seeds of the microcircuit, also ranges such as 1-10: one network per seed and model"),
        new("epochs", "epochs of training"),
        new("paper_epochs", "epochs of the published run"),
        new("ticks", "end at this tick instead of the end of the schedule"),
        new("placement", "areas that live together on a node of a clustered run, group by group; by default even in cost"),
        new("record", "what to record: observable, area, neurons, every or ticks"),
    ];

    /// <summary>All keys.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Run.Select(key => key.Name), .. MicrocircuitTable.All.Select(parameter => parameter.Name)];

    /// <summary>Refuses a key that is not among the valid ones, naming one that is near, or where all are.</summary>
    /// <exception cref="InputException">It is not.</exception>
    public static void Check(YamlEntry entry, string where, IReadOnlyList<string> valid)
    {
        if (valid.Contains(entry.Key))
            return;
        string? listed = valid.Count > MostListed ? "all keys are in the schema that 'palactors schema' prints" : null;
        throw entry.Source.Error($"{where}'{entry.Key}' is not a key; {NearestKey.Advice(entry.Key, valid, listed)}.");
    }
}
