using System.Runtime.InteropServices;
using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Models;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Actors.Recording;

/// <summary>Records what a plan asks for of one area, after complete ticks, and hands it out in blocks.</summary>
/// <remarks>Pure reading: it changes nothing in the area, so no digest.</remarks>
public sealed class AreaRecorder
{
    private readonly int _network;
    private readonly int _generation;
    private readonly IArea _area;
    private readonly List<RecordedEntry> _entries = [];

    /// <summary>Recorder of an area.</summary>
    /// <param name="recorded">The network, with the recordings of its plan.</param>
    /// <param name="generation">Generation, for the blocks.</param>
    /// <param name="area">The area after its last complete tick; what comes later is recorded.</param>
    /// <exception cref="ArgumentException">The plan asks for what there is not.</exception>
    public AreaRecorder(RecordedNetwork recorded, int generation, IArea area)
    {
        (NetworkPlan plan, IAreaModel cells) = recorded;
        AreaGraph graph = plan.Graph;
        _network = plan.Network;
        _generation = generation;
        _area = area;
        for (int i = 0; i < plan.Recordings.Length; i++)
        {
            RecordingPlan recording = plan.Recordings[i];
            ObservableDescriptor observable = Find(recording.Observable, cells.Observables);
            foreach (int home in recording.Areas.Where(home => observable.Recorder(graph, home) == area.Index))
            {
                ObservableShape shape = cells.ShapeOf(plan, observable, home);
                _entries.Add(new RecordedEntry(recording, i, observable, shape, home, area));
            }
        }

        Take();
    }

    /// <summary>Tick after which there is something to do next, or the largest number.</summary>
    public long Next { get; private set; }

    /// <summary>Records what is due after the tick that the area just completed.</summary>
    /// <returns>Whether enough has gathered for a block.</returns>
    public bool Take()
    {
        bool full = false;
        long next = long.MaxValue;
        foreach (RecordedEntry entry in _entries)
        {
            entry.Take(_area.Tick);
            full |= (long)entry.Values.Count + entry.Width > RecordedBlock.MostValues
                || entry.Ticks.Count >= RecordedBlock.MostValues / 2;
            next = Math.Min(next, entry.Wake);
        }

        Next = next;
        return full;
    }

    /// <summary>Hands out all that was recorded, and forgets it.</summary>
    public IEnumerable<RecordedBlock> Flush()
    {
        foreach (RecordedEntry entry in _entries)
        {
            if (entry.Ticks.Count == 0)
                continue;
            if (entry.Values.Count <= RecordedBlock.MostValues)
            {
                yield return Block(entry, 0, [.. entry.Ticks], [.. entry.Values]);
            }
            else
            {
                // Only a single record can be this large: otherwise the block would have been full before it.
                for (int tick = 0; tick < entry.Ticks.Count; tick++)
                {
                    for (int offset = 0, count; offset < entry.Width; offset += count)
                    {
                        count = Math.Min(RecordedBlock.MostValues, entry.Width - offset);
                        Span<double> values = CollectionsMarshal.AsSpan(entry.Values);
                        double[] part = values.Slice((tick * entry.Width) + offset, count).ToArray();
                        yield return Block(entry, offset, [entry.Ticks[tick]], part);
                    }
                }
            }

            entry.Ticks.Clear();
            entry.Values.Clear();
        }
    }

    private RecordedBlock Block(RecordedEntry entry, int offset, long[] ticks, double[] values) =>
        new(_network, _generation, entry.Area, entry.Index, offset, entry.Width, ticks, values);

    private static ObservableDescriptor Find(string name, IReadOnlyList<ObservableDescriptor> observables) =>
        observables.FirstOrDefault(observable => observable.Name == name)
        ?? throw new ArgumentException(
            $"'{name}' is no observable; valid is one of {string.Join(", ", observables.Select(one => one.Name))}.",
            nameof(name));
}
