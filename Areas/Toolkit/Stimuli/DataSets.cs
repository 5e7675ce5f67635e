using PalActors.Messages.Plan;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Data sets by name.</summary>
/// <remarks>A new one is a class in a file of its own and one line here.</remarks>
public static class DataSets
{
    private static readonly Dictionary<string, Func<NetworkPlan, ITeacher?, IDataSet>> s_drawn = new()
    {
        ["yin-yang"] = (plan, _) => new YinYang(plan.DataSeed),
        ["shapes"] = (plan, _) => new Shapes(plan.DataSeed),
        ["uniform"] = (plan, teacher) => new TeacherStudent(plan, inputsOfTeacher: false, teacher),
        ["teacher"] = (plan, teacher) => new TeacherStudent(plan, inputsOfTeacher: true, teacher),
    };

    private static readonly Dictionary<string, Func<string, IDataSet>> s_files = new()
    {
        ["mnist"] = Mnist.Open,
        ["mnist-images"] = MnistImages.Open,
        ["cifar10"] = Cifar10.Open,
    };

    /// <summary>Names that experiments use.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. s_drawn.Keys, .. s_files.Keys];

    /// <summary>Checks whether a data set comes as files, which may differ from node to node.</summary>
    public static bool IsFromFiles(string name) => s_files.ContainsKey(name);

    /// <summary>Opens a data set that comes as files.</summary>
    /// <param name="name">Name of the set.</param>
    /// <param name="folder">Its folder, or empty for this machine's own.</param>
    /// <exception cref="DataFileException">A file is missing or cannot be used.</exception>
    public static IDataSet Open(string name, string folder) =>
        s_files.TryGetValue(name, out Func<string, IDataSet>? open) ? open(folder) : throw Unknown(name);

    /// <summary>Gets the data set of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="teacher">Computes the answers of sets with a teacher; null where only inputs are asked for.</param>
    /// <exception cref="ArgumentException">There is no set of its name.</exception>
    /// <exception cref="DataFileException">The set comes from files that cannot be used.</exception>
    public static IDataSet Get(NetworkPlan plan, ITeacher? teacher = null)
    {
        if (s_drawn.TryGetValue(plan.Data, out Func<NetworkPlan, ITeacher?, IDataSet>? draw))
            return draw(plan, teacher);
        return Open(plan.Data, plan.DataFolder);
    }

    private static ArgumentException Unknown(string name) =>
        new($"'{name}' is not a data set; valid is one of {string.Join(", ", Names)}.", nameof(name));
}
