using PalActors.Messages.Plan;

namespace PalActors.Areas.Model.Stimuli;

/// <summary>The data sets by name. A new one is a class in a file of its own and one line here.</summary>
public static class DataSets
{
    private static readonly Dictionary<string, Func<NetworkPlan, IDataSet>> s_all = new()
    {
        ["yin-yang"] = plan => new YinYang(plan.DataSeed),
        ["mnist"] = plan => Mnist.Open(plan.DataFolder),
        ["uniform"] = plan => new TeacherStudent(plan, inputsOfTeacher: false),
        ["teacher"] = plan => new TeacherStudent(plan, inputsOfTeacher: true),
    };

    /// <summary>Names that experiments use.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. s_all.Keys];

    /// <summary>The data set of a plan.</summary>
    /// <exception cref="ArgumentException">There is none of its name.</exception>
    /// <exception cref="DataFileException">It comes from files that cannot be used.</exception>
    public static IDataSet Get(NetworkPlan plan) => s_all.TryGetValue(plan.Data, out Func<NetworkPlan, IDataSet>? create)
        ? create(plan)
        : throw new ArgumentException($"'{plan.Data}' is not a data set; valid is one of {string.Join(", ", Names)}.", nameof(plan));
}
