namespace PalActors.Areas.Actors;

/// <summary>Decides when the frames of a link between nodes are asked for again.</summary>
/// <remarks>
/// The watchdog looks at a waiting area every 20 ms, which is less than a large frame takes over a slow link, or than a
/// busy node takes for a tick; to ask at every look would fill the link with copies, which make it slower yet. So a
/// request follows a silence without any frame or piece, longer than the silences before frames that came without one.
/// Every request doubles it. Each frame that comes without one takes it back to a quarter, and repeated pieces, which
/// prove that some were lost, undo the doubling: after the rules of RFC 6298 and of Karn for TCP.
/// </remarks>
/// <param name="longest">Longest wait in looks of the watchdog.</param>
internal sealed class RequestPacing(int longest = RequestPacing.OfPieces)
{
    /// <summary>Longest wait for frames in pieces: ten seconds.</summary>
    public const int OfPieces = 500;

    /// <summary>Longest wait for whole frames, of which nothing proves a loss: half a second.</summary>
    public const int OfWhole = 25;

    private int _patience = 1;
    private int _patienceBefore = 1;
    private int _silence;
    private int _longestSilence;
    private bool _isAsked;
    private bool _isAnswered;

    /// <summary>Notes that a frame or a piece came.</summary>
    /// <param name="isRepeated">True if it was here already, and its frame still lacks others.</param>
    public void Heard(bool isRepeated)
    {
        _longestSilence = Math.Max(_longestSilence, _silence);
        _silence = 0;
        _isAnswered |= isRepeated && _isAsked;
    }

    /// <summary>Notes that the watchdog found the area waiting for this link.</summary>
    /// <returns>True if it is time for a request.</returns>
    public bool IsDue()
    {
        if (++_silence < _patience)
            return false;
        _silence = 0;
        _isAsked = true;
        _patience = Math.Min(longest, 2 * _patience);
        return true;
    }

    /// <summary>Notes that a frame is complete.</summary>
    public void Completed()
    {
        if (!_isAsked)
            _patience = Math.Max(_patience / 4, Math.Min(longest, (2 * _longestSilence) + 1));
        else if (_isAnswered)
            _patience = _patienceBefore;
        _patienceBefore = _patience;
        (_silence, _longestSilence, _isAsked, _isAnswered) = (0, 0, false, false);
    }
}
