using PalActors.Messages.Control;
using PalActors.Messages.Frames;

namespace PalActors.Areas.Actors;

/// <content>Uses the retained emissions: the delay line of a snapshot, and sending again.</content>
public sealed partial class Outbox
{
    /// <summary>The delay line: the last <c>delay</c> ticks up to a tick; null without a delay.</summary>
    /// <param name="name">Name of the block.</param>
    /// <param name="tick">The last tick that was emitted.</param>
    /// <returns>A block of one row per tick.</returns>
    public StateBlock? Line(string name, long tick)
    {
        int ticks = (int)Math.Min(_delay, tick);
        if (ticks == 0)
            return null;
        EmissionFrame frame = _frames[0];
        int width = frame.Parts * frame.Width;
        double[] values = new double[ticks * width];
        for (int k = 0; k < ticks; k++)
        {
            for (int part = 0; part < frame.Parts; part++)
            {
                Span<double> row = values.AsSpan((k * width) + (part * frame.Width));
                frame.Part(tick - ticks + 1 + k, part)[..frame.Width].CopyTo(row);
            }
        }

        return new StateBlock(name, ticks, width, values);
    }

    /// <summary>Fills the ring from a delay line; nothing is sent until <see cref="Resend"/>.</summary>
    /// <param name="line">Block that <see cref="Line"/> gave.</param>
    /// <param name="tick">The last tick that was emitted.</param>
    /// <exception cref="ArgumentException">The line has another width or length than this outbox.</exception>
    public void Restore(StateBlock line, long tick)
    {
        int width = _frames[0].Parts * _frames[0].Width;
        if (line.Columns != width || line.Rows != Math.Min(_delay, tick))
        {
            throw new ArgumentException(
                $"The delay line '{line.Name}' is {line.Rows} x {line.Columns}; "
                + $"here it is {Math.Min(_delay, tick)} x {width}.",
                nameof(line));
        }

        for (int k = 0; k < line.Rows; k++)
        {
            long t = tick - line.Rows + 1 + k;
            EmissionFrame frame = Open(t);
            for (int part = 0; part < frame.Parts; part++)
                line.Values.AsSpan((k * width) + (part * frame.Width), frame.Width).CopyTo(frame.Part(t, part));
            // There is no receiver yet; the frame stays in the ring and can be requested.
            Close();
        }

        Flush();
    }

    /// <summary>Sends again the retained emissions from <paramref name="tick"/> on.</summary>
    /// <remarks>As copies, since the originals will be overwritten.</remarks>
    public void Resend(long tick)
    {
        Flush();
        for (int i = 1; i <= _frames.Length; i++)
        {
            EmissionFrame frame = _frames[(_used + i) & (_frames.Length - 1)];
            if (frame.TickCount > 0
                && frame.FirstTick + frame.TickCount > tick
                && frame.FirstTick > _last - _frames.Length)
            {
                _sender.SendCopy(frame);
            }
        }
    }
}
