using PalActors.Messages.Frames;

namespace PalActors.Areas.Contract;

/// <summary>Checks that the ports of areas fit each other; frames of another shape would be ignored for ever.</summary>
public static class PortCheck
{
    /// <summary>Finds the first fault, in one line; null if there is none.</summary>
    /// <param name="areas">Ports of areas by their index; links to other areas are not checked.</param>
    public static string? Problem(IReadOnlyDictionary<int, AreaPorts> areas)
    {
        foreach ((int area, AreaPorts ports) in areas)
        {
            string? problem = Twice(area, ports)
                ?? ports.Incoming.Select(port => Unmatched(area, port, areas)).FirstOrDefault(text => text is not null);
            if (problem is not null)
                return problem;
        }

        return WaysBack.Problem(areas);
    }

    private static string? Twice(int area, AreaPorts ports)
    {
        bool isIn = ports.Incoming.DistinctBy(port => (port.Kind, port.Source)).Count() < ports.Incoming.Count;
        bool isOut = ports.Outgoing.DistinctBy(port => (port.Kind, port.Receiver)).Count() < ports.Outgoing.Count;
        return isIn || isOut ? $"area {area} has two ports of one kind for the same area; valid is one" : null;
    }

    private static string? Unmatched(int area, IncomingPort port, IReadOnlyDictionary<int, AreaPorts> areas)
    {
        if (port.Width < 1 || port.Parts < 1 || port.Parts > FrameCodec.MaxParts)
        {
            return $"area {area} has a port of {port.Parts} parts of {port.Width} values; "
                + $"valid is 1 to {FrameCodec.MaxParts} parts of 1 value or more";
        }

        if (port.IsPresented || !areas.TryGetValue(port.Source, out AreaPorts? sender))
            return null;
        OutgoingPort? other = sender.Outgoing.FirstOrDefault(one => one.Kind == port.Kind && one.Receiver == area);
        string waits = $"area {area} waits for {port.Kind} frames of {Shape(port.Parts, port.Width)} "
            + $"from area {port.Source}";
        if (other is null)
            return $"{waits}, which has no such port";
        if (other.Settles != port.Settles)
            return $"{waits}, and only one of both ports settles";
        return (other.Parts, other.Width, other.Timing) == (port.Parts, port.Width, port.Timing)
            ? null
            : $"{waits} with {port.Timing}, which sends {Shape(other.Parts, other.Width)} with {other.Timing}";
    }

    private static string Shape(int parts, int width) => $"{parts} x {width}";
}
