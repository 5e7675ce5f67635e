using Akka.TestKit;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;

namespace PalActors.TestKit;

/// <content>Scripted neighbours.</content>
public sealed partial class AreaHarness
{
    /// <summary>A scripted neighbour, with the messages that the area sent to it, in order.</summary>
    public sealed class Neighbour(TestProbe probe)
    {
        /// <summary>The probe.</summary>
        public TestProbe Probe { get; } = probe;

        /// <summary>Frames as they came: buffers that the area will use again.</summary>
        public List<EmissionFrame> Frames { get; } = [];

        /// <summary>The same frames as they were when they were taken from the probe.</summary>
        public List<EmissionFrame> Copies { get; } = [];

        /// <summary>All other messages.</summary>
        public List<object> Messages { get; } = [];

        /// <summary>The last tick that the area has emitted to this neighbour.</summary>
        public long EmittedTick => Copies.Count == 0 ? 0 : Copies.Max(f => f.FirstTick + f.TickCount - 1);

        /// <summary>Messages of one type, in order.</summary>
        public IReadOnlyList<T> Of<T>() => [.. Messages.OfType<T>()];

        internal void TakeUntil(string mark)
        {
            while (true)
            {
                object message = Probe.ReceiveOne(TimeSpan.FromSeconds(10))
                    ?? throw new TimeoutException($"The area did not answer '{mark}' within 10 s.");
                if (message is HelloBack back && back.Role == mark)
                    return;
                if (message is EmissionFrame frame)
                {
                    Frames.Add(frame);
                    Copies.Add(frame.Copy());
                }
                else
                {
                    Messages.Add(Copy(message));
                }
            }
        }

        // Credits and pieces are reused too.
        private static object Copy(object message) => message switch
        {
            PresentationsUsed used => new PresentationsUsed(used.Generation) { ThroughTick = used.ThroughTick },
            FramePiece piece => piece.Copy(),
            _ => message,
        };
    }
}
