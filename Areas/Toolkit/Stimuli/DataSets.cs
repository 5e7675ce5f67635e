using PalActors.Areas.Toolkit.Files;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Data sets by name.</summary>
/// <remarks>A new one is a class in a file of its own and a row here.</remarks>
public static class DataSets
{
    // Pixels and the label.
    private const long DigitBytes = (28 * 28) + 1;
    private const long PhotoBytes = (3 * 32 * 32) + 1;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DataSetDescriptor> All { get; } =
    [
        new("yin-yang")
        {
            Draw = (plan, _) => new YinYang(plan.DataSeed),
            Seed = YinYang.OriginalSeed,
            // numpy's legacy generator takes 32 bits, and the two other splits take the two seeds that follow.
            LargestSeed = uint.MaxValue - 2,
            Train = 6000, Validation = 900, Test = 900,
            Inputs = 4, Classes = 3,
        },
        // What is in the files decides about the inputs, once they are opened.
        new("mnist")
        {
            Open = (folder, _) => Mnist.Open(folder),
            Train = 50_000, Validation = 10_000, Test = 10_000,
            Classes = Mnist.Classes,
            FileBytes = 70_000 * DigitBytes,
        },
        new("mnist-images")
        {
            Open = (folder, _) => MnistImages.Open(folder),
            Train = 50_000, Validation = 10_000, Test = 10_000,
            Classes = Mnist.Classes,
            FileBytes = 70_000 * DigitBytes,
        },
        new("fashion-mnist")
        {
            Open = (folder, _) => Mnist.OpenFashion(folder),
            Train = 50_000, Validation = 10_000, Test = 10_000,
            Classes = Mnist.Classes,
            FileBytes = 70_000 * DigitBytes,
        },
        new("cifar10")
        {
            Open = (folder, _) => Cifar10.Open(folder),
            Train = 40_000, Validation = 10_000, Test = 10_000,
            Inputs = (int)PhotoBytes - 1, Classes = Cifar10.Classes,
            FileBytes = 60_000 * PhotoBytes,
        },
        new("shapes")
        {
            Draw = (plan, _) => new Shapes(plan.DataSeed),
            Seed = Shapes.UsualSeed,
            LargestSeed = ulong.MaxValue,
            Train = 5_000, Validation = 1_000, Test = 1_000,
            Inputs = 3 * 16 * 16, Classes = Shapes.Classes,
        },
        // Of a user: what is in the files decides about all of it.
        new(OwnDataSets.Name) { Open = OwnDataSets.Open },
        new("uniform") { Draw = (plan, teacher) => new TeacherStudent(plan, inputsOfTeacher: false, teacher) },
        new("teacher") { Draw = (plan, teacher) => new TeacherStudent(plan, inputsOfTeacher: true, teacher) },
    ];

    /// <summary>Names of all sets.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(set => set.Name)];

    /// <summary>Names of the labelled sets, which experiments name; the others belong to tasks.</summary>
    public static IReadOnlyList<string> Labelled { get; } =
        [.. All.Where(set => set.Classes > 0).Select(set => set.Name)];

    /// <summary>Finds a data set, or null.</summary>
    public static DataSetDescriptor? Find(string name) => All.FirstOrDefault(set => set.Name == name);

    /// <summary>Gets a data set.</summary>
    /// <exception cref="ArgumentException">There is no set of this name.</exception>
    public static DataSetDescriptor Get(string name) => Find(name) ?? throw Unknown(name);

    /// <summary>Checks whether a data set comes as files, which may differ from node to node.</summary>
    public static bool IsFromFiles(string name) => Find(name) is { FromFiles: true };

    /// <summary>Opens a data set that comes as files.</summary>
    /// <param name="name">Name of the set.</param>
    /// <param name="folder">Its folder, or empty for this machine's own.</param>
    /// <param name="options">Description of own data; none for others.</param>
    /// <exception cref="ArgumentException">There is no set of this name that comes as files.</exception>
    /// <exception cref="DataFileException">A file is missing or cannot be used.</exception>
    public static IDataSet Open(string name, string folder, params PlanOption[] options) =>
        Find(name)?.Open is { } open ? open(folder, options) : throw Unknown(name);

    /// <summary>Gets the data set of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="teacher">Computes the answers of sets with a teacher; null where only inputs are asked for.</param>
    /// <exception cref="ArgumentException">There is no set of its name.</exception>
    /// <exception cref="DataFileException">The set comes from files that cannot be used.</exception>
    public static IDataSet Get(NetworkPlan plan, ITeacher? teacher = null)
    {
        DataSetDescriptor set = Get(plan.Data);
        return set.Draw?.Invoke(plan, teacher) ?? set.Open!(plan.DataFolder, plan.DataOptions);
    }

    private static ArgumentException Unknown(string name) =>
        new($"'{name}' is not a data set; valid is one of {string.Join(", ", Names)}.", nameof(name));
}
