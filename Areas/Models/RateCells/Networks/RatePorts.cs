using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Messages.Frames;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.RateCells.Networks;

/// <summary>Ports of the areas: rates go up; errors, with PAL also rates, go down; DFA's error goes to all.</summary>
/// <remarks>
/// Incoming port 0 is from below (stimulus of area 1), port 1 from above (target of the top area). A part is a batch
/// [cell, slot] with padded rows, in the precision of the network, so two single values take the place of one double.
/// </remarks>
internal sealed class RatePorts(RateParameters parameters, INetworkServices services)
{
    /// <summary>Incoming port from below.</summary>
    public const int Below = 0;

    /// <summary>Incoming port from above.</summary>
    public const int Above = 1;

    private readonly LinkOptions _links = parameters.Links;

    /// <summary>Ports of an area.</summary>
    public AreaPorts Of(int area) => new(
        [FromBelow(area), area == parameters.Top ? Target() : FromAbove(area)],
        [.. Outgoing(area)],
        HasAngles && area > 1 ? [area - 1] : [],
        HasAngles && area < parameters.Top ? [area + 1] : []);

    /// <summary>Values of the frames down from an area, in each part.</summary>
    public int WidthDown(int area) => RateFootprint.ValuesDown(parameters, area) / PartsDown;

    /// <summary>Values of the frames up from an area.</summary>
    public int WidthUp(int area) => RateFootprint.ValuesUp(parameters, area);

    /// <summary>Parts of the frames down: with PAL the rates too.</summary>
    public int PartsDown => parameters.IsPal ? 2 : 1;

    private bool HasAngles => parameters.Algorithm is RateAlgorithm.PAL or RateAlgorithm.FA;

    private IncomingPort FromBelow(int area) => area == 1
        ? new IncomingPort(FrameKind.Stimulus, 0, parameters.Batch * parameters.OutputOf(0), 1)
        : new IncomingPort(FrameKind.Up, area - 1, WidthUp(area - 1), 1)
        {
            Timing = Up(area - 1),
            Jitter = Draw(area - 1, up: true),
        };

    private IncomingPort Target() => new(
        FrameKind.Target, parameters.Top, parameters.Batch * parameters.OutputOf(parameters.Top), 1);

    private IncomingPort FromAbove(int area) => parameters.IsDirectFeedback
        ? new IncomingPort(FrameKind.Down, parameters.Top, WidthDown(parameters.Top), 1)
        {
            Timing = Broadcast(area),
            Jitter = Draw(area, up: false),
        }
        : new IncomingPort(FrameKind.Down, area + 1, WidthDown(area + 1), PartsDown)
        {
            Timing = Down(area),
            Jitter = Draw(area, up: false),
            Settles = parameters.IsPal,
        };

    private IEnumerable<OutgoingPort> Outgoing(int area)
    {
        if (area < parameters.Top)
            yield return new OutgoingPort(FrameKind.Up, area + 1, WidthUp(area), 1, Up(area));
        if (area > 1 && !parameters.IsDirectFeedback)
        {
            yield return new OutgoingPort(FrameKind.Down, area - 1, WidthDown(area), PartsDown, Down(area - 1))
            {
                Settles = parameters.IsPal,
            };
        }

        if (area < parameters.Top || !parameters.IsDirectFeedback)
            yield break;
        for (int hidden = 1; hidden < area; hidden++)
            yield return new OutgoingPort(FrameKind.Down, hidden, WidthDown(area), 1, Broadcast(hidden));
    }

    // With DFA nothing comes straight back: the way back leads on to the top, and from there down.
    private LinkTiming Up(int area)
    {
        LinkTiming up = _links.Up(_links.PathwayAbove(area));
        if (!parameters.IsDirectFeedback || area + 1 == parameters.Top)
            return up;
        (int delay, int slack) = WayToTop(area + 1);
        LinkTiming down = Broadcast(area);
        return up with { Back = delay + 1 + down.Delay, SlackBack = slack + down.Slack };
    }

    // The delays of all links down to the area, and back those of its way up to the top.
    private LinkTiming Broadcast(int area)
    {
        int delay = Enumerable.Range(area, parameters.Top - area).Sum(hidden => Down(hidden).Delay);
        (int back, int slackBack) = WayToTop(area);
        return new LinkTiming(delay, back, Down(area).Slack, slackBack);
    }

    // Sums over the links up to the top, and a tick for each area between.
    private (int Delay, int Slack) WayToTop(int area)
    {
        IEnumerable<int> hidden = Enumerable.Range(area, parameters.Top - area);
        LinkTiming[] links = [.. hidden.Select(one => _links.Up(_links.PathwayAbove(one)))];
        return (links.Sum(link => link.Delay) + links.Length - 1, links.Sum(link => link.Slack));
    }

    private ILinkJitter? Draw(int hidden, bool up)
    {
        Pathway pathway = _links.PathwayAbove(hidden);
        Jitter jitter = (up ? _links.JitterUp : _links.JitterDown)[pathway];
        return jitter.Reach == 0 ? null : services.DrawJitter(jitter, pathway, up);
    }

    private LinkTiming Down(int hidden) => _links.Down(_links.PathwayAbove(hidden));
}
