namespace PalActors.Areas.Contract;

/// <summary>Checks that the ring of each link is as long as the way back needs (P4 of docs/protocol.md).</summary>
internal static class WaysBack
{
    /// <summary>Finds the first link whose timing tells of too short a way back; null if there is none.</summary>
    /// <param name="areas">Ports of areas by index; nothing is checked if a receiver is missing.</param>
    public static string? Problem(IReadOnlyDictionary<int, AreaPorts> areas)
    {
        if (areas.Values.Any(ports => ports.Outgoing.Any(port => !areas.ContainsKey(port.Receiver))))
            return null;
        foreach ((int area, AreaPorts ports) in areas)
        {
            foreach (OutgoingPort port in ports.Outgoing)
            {
                int told = port.Timing.Back + port.Timing.SlackBack;
                int? way = Shortest(port.Receiver, area, areas);
                if (way is null)
                {
                    return $"area {area} sends {port.Kind} frames to area {port.Receiver}, "
                        + "from which no way leads back";
                }

                if (told < way)
                {
                    return $"area {area} sends {port.Kind} frames to area {port.Receiver} with a way back of {told} "
                        + $"ticks; the shortest there is takes {way}";
                }
            }
        }

        return null;
    }

    // Delays and slacks of the links, and a tick for each area between.
    private static int? Shortest(int from, int to, IReadOnlyDictionary<int, AreaPorts> areas)
    {
        PriorityQueue<int, int> open = new([(from, 0)]);
        HashSet<int> done = [];
        while (open.TryDequeue(out int area, out int ticks))
        {
            if (area == to)
                return ticks;
            if (!done.Add(area))
                continue;
            foreach (OutgoingPort port in areas[area].Outgoing)
            {
                int between = port.Receiver == to ? 0 : 1;
                open.Enqueue(port.Receiver, ticks + port.Timing.Line + between);
            }
        }

        return null;
    }
}
