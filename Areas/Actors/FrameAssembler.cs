using PalActors.Messages.Frames;

namespace PalActors.Areas.Actors;

/// <summary>Puts the pieces of a link's frames together, in whatever order and number they come.</summary>
/// <remarks>
/// Buffers are made as they are needed, at most as many as there can be frames in use or on their way, and reused when
/// the ticks of their frames are over, whether complete or not.
/// </remarks>
/// <param name="cut">Cuts of the link's frames.</param>
/// <param name="most">Frames at most, those in use included.</param>
/// <param name="pacing">Told of every piece and frame.</param>
internal sealed class FrameAssembler(FrameCut cut, int most, RequestPacing pacing)
{
    private readonly List<Assembly> _assemblies = [];

    /// <summary>Takes a piece of a frame of this link's shape that has not arrived.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="needed">First tick that is not over: frames before it are no longer used.</param>
    /// <returns>The frame if the piece completes it; else null.</returns>
    public EmissionFrame? Accept(FramePiece piece, long needed)
    {
        int index = cut.IndexOf(piece.First, piece.Count);
        FrameHeader header = piece.Header;
        if (index < 0 || header.LastTick < needed || Find(header, needed) is not { } assembly)
            return null;
        bool isNew = assembly.Add(index, piece);
        pacing.Heard(isRepeated: !isNew);
        if (assembly.Missing > 0)
            return null;
        pacing.Completed();
        return assembly.Frame;
    }

    // The frame's buffer, or a free one; null if all are taken by frames that are due earlier.
    private Assembly? Find(in FrameHeader header, long needed)
    {
        Assembly? free = null;
        int latest = -1;
        for (int i = 0; i < _assemblies.Count; i++)
        {
            Assembly assembly = _assemblies[i];
            long first = assembly.Frame.FirstTick;
            if (first == header.FirstTick)
            {
                // Complete and yet lacking: it had to give way to others.
                if (assembly.Missing == 0)
                    assembly.Begin(header);
                return assembly;
            }

            if (assembly.Frame.Header.LastTick < needed)
                free = assembly;
            else if (latest < 0 || first > _assemblies[latest].Frame.FirstTick)
                latest = i;
        }

        if (free is not null)
        {
            free.Begin(header);
            return free;
        }

        Assembly fresh;
        if (_assemblies.Count < most)
        {
            _assemblies.Add(fresh = new Assembly(header, cut.Count));
            return fresh;
        }

        // A correct sender never has more frames on their way: whatever claims the latest ticks gives way.
        if (header.FirstTick > _assemblies[latest].Frame.FirstTick)
            return null;
        return _assemblies[latest] = new Assembly(header, cut.Count);
    }

    private sealed class Assembly(in FrameHeader header, int pieces)
    {
        private readonly bool[] _has = new bool[pieces];

        public EmissionFrame Frame { get; } = new(header);

        public int Missing { get; private set; } = pieces;

        public void Begin(in FrameHeader next)
        {
            (Frame.FirstTick, Frame.TickCount) = (next.FirstTick, next.TickCount);
            Array.Clear(_has);
            Missing = _has.Length;
        }

        public bool Add(int index, FramePiece piece)
        {
            if (_has[index])
                return false;
            _has[index] = true;
            Missing--;
            piece.Values.CopyTo(Frame.Values.AsSpan(piece.First));
            return true;
        }
    }
}
