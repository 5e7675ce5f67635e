using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.Microcircuit.Remedies;
using PalActors.Areas.Toolkit.Projections;
using static PalActors.Areas.Contract.Parameters.ParameterKind;
using static PalActors.Areas.Contract.Parameters.ParameterScope;

namespace PalActors.Areas.Models.Microcircuit.Parameters;

/// <summary>Parameters of the microcircuit, with the paper's standard constants as defaults.</summary>
public static class MicrocircuitTable
{
    private static readonly ParameterTable s_computing = new(
    [
        new(
            "precision", Word, Network, "",
            "what synaptic weights are held in: double, or single for half the memory",
            "double", Precisions.Names),
        new(
            "forward_block", Ticks, Network, "ticks",
            "W of an area behind a delay is computed in blocks of so many ticks; 0: by delay and size of the "
            + "matrix, 1: never",
            "0", Minimum: 0),
    ]);

    /// <summary>Parameters of the cells.</summary>
    public static ParameterTable Cells { get; private set; } = ParameterTable.Join(
        DynamicsTable.Parameters,
        LearningTable.Parameters,
        InitialTable.Parameters,
        s_computing,
        RemedyTable.Remedies.Parameters);

    /// <summary>Parameters of a network of microcircuits: time, cells and links.</summary>
    public static ParameterTable Table { get; private set; } = Whole();

    /// <summary>Parameters, in the order in which they are shown.</summary>
    public static IReadOnlyList<ParameterDescriptor> All => Table.All;

    /// <summary>Parameters of links without which there is no delay, and so no remedy against delays either.</summary>
    public static IReadOnlyList<string> OfLinks { get; } = ["delay_up", "delay_down", "jitter", "sync"];

    /// <summary>Parameter of this name, or null.</summary>
    public static ParameterDescriptor? Find(string name) => Table.Find(name);

    /// <summary>Adds parameters of a learning model.</summary>
    /// <exception cref="ArgumentException">One has no default, or the name of another.</exception>
    internal static void Add(IEnumerable<ParameterDescriptor> own)
    {
        ParameterDescriptor[] added = [.. own];
        foreach (ParameterDescriptor one in added)
        {
            if (Find(one.Name) is not null)
            {
                throw new ArgumentException(
                    $"'{one.Name}' is the name of another parameter of the microcircuit; valid is any other.");
            }

            if (one.Default is null)
            {
                throw new ArgumentException(
                    $"parameter '{one.Name}' has no default; a parameter of a single learning model has one.");
            }
        }

        Cells = ParameterTable.Join(Cells, new ParameterTable(added));
        Table = Whole();
    }

    private static ParameterTable Whole() => ParameterTable.Join(StepOptions.OfPlans, Cells, LinkTable.Parameters);
}
