using Akka.Actor;
using Akka.Dispatch;

namespace PalActors.Clustering.Lanes;

/// <summary>Lets a thread that has received a message run the lane of its actor, if no thread has that lane.</summary>
/// <remarks>
/// To wake the lane's own thread takes several microseconds, and a core. The visitor runs what there is, up to a limit,
/// and leaves; the lane's thread sleeps on meanwhile.
/// </remarks>
internal static class LaneVisit
{
    [ThreadStatic]
    private static bool t_isInvited;

    [ThreadStatic]
    private static LaneExecutor? t_lane;

    [ThreadStatic]
    private static IRunnable? t_first;

    /// <summary>Sends a message, and runs the lane of its receiver if it is free.</summary>
    public static void Tell(IActorRef receiver, object message)
    {
        t_isInvited = true;
        try
        {
            receiver.Tell(message, ActorRefs.NoSender);
        }
        finally
        {
            t_isInvited = false;
            (LaneExecutor? lane, IRunnable? first) = (t_lane, t_first);
            (t_lane, t_first) = (null, null);
            lane?.Visit(first!);
        }
    }

    /// <summary>Takes a run of a lane if this thread sends a message for it and nobody has the lane.</summary>
    /// <returns>False if the run must be queued.</returns>
    public static bool Takes(LaneExecutor lane, IRunnable run)
    {
        if (!t_isInvited || t_lane is not null || !lane.TryReserve())
            return false;
        (t_lane, t_first) = (lane, run);
        return true;
    }
}
