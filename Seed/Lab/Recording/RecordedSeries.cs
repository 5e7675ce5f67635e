using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Recording;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Recording;

/// <summary>One recorded quantity of one area of one network.</summary>
/// <param name="Network">The network.</param>
/// <param name="Entry">Index of its entry in the recording.</param>
/// <param name="Area">The area.</param>
/// <param name="Observable">The quantity.</param>
/// <param name="Name">Its name in an export: the observable's, numbered if an area records it more than once.</param>
/// <param name="Neurons">The recorded neurons; rows of a matrix.</param>
/// <param name="Columns">Columns of a matrix; 1 for a vector.</param>
internal sealed record RecordedSeries(
    RecordingDescription Network,
    int Entry,
    int Area,
    ObservableDescriptor Observable,
    string Name,
    int[] Neurons,
    int Columns)
{
    /// <summary>Values per record.</summary>
    public int Width => Neurons.Length * Columns;

    /// <summary>Checks whether each record is a matrix, rather than a vector.</summary>
    public bool IsMatrix => Observable.Columns != ObservableAxis.None || Columns > 1;

    /// <summary>The ticks of which the whole record exists.</summary>
    public List<long> Ticks { get; } = [];

    /// <summary>Name of the network's group.</summary>
    public string NetworkGroup => Hdf5Groups.NameOf(Network.Label, Network.Seed);

    /// <summary>Name of the area: in a chain its number.</summary>
    public string AreaName => Network.NameOf(Area);

    /// <summary>Name of the area's group: that of the area, in a chain <c>area_N</c>.</summary>
    public string AreaGroup => Network.AreaNames is null ? $"area_{AreaName}" : AreaName;

    /// <summary>Dimensions of all its records.</summary>
    public ulong[] Shape => IsMatrix
        ? [(ulong)Ticks.Count, (ulong)Neurons.Length, (ulong)Columns]
        : [(ulong)Ticks.Count, (ulong)Neurons.Length];

    /// <summary>The series of a network, without ticks.</summary>
    /// <param name="network">The network.</param>
    /// <param name="cells">Its cell model.</param>
    public static IEnumerable<RecordedSeries> Of(RecordingDescription network, IAreaModel cells)
    {
        Dictionary<(int, string), int> seen = [];
        for (int entry = 0; entry < network.Entries.Length; entry++)
        {
            RecordingPlan plan = network.Entries[entry];
            if (cells.Observables.FirstOrDefault(one => one.Name == plan.Observable) is not { } observable)
                continue;
            foreach (int area in plan.Areas)
            {
                int number = seen.GetValueOrDefault((area, plan.Observable)) + 1;
                seen[(area, plan.Observable)] = number;
                string name = number == 1
                    ? plan.Observable
                    : string.Create(CultureInfo.InvariantCulture, $"{plan.Observable}_{number}");
                ObservableShape shape = network.ShapeOf(entry, area, observable);
                int[] neurons = plan.Neurons.Length > 0
                    ? plan.Neurons
                    : [.. Enumerable.Range(0, shape.Rows)];
                yield return new RecordedSeries(network, entry, area, observable, name, neurons, shape.Columns);
            }
        }
    }
}
