using PalActors.Clustering.Remoting;

namespace PalActors.Lab.Runs;

/// <summary>Failures to listen at an address, as input that cannot be used.</summary>
internal static class ListenFailures
{
    /// <summary>Words a failure.</summary>
    public static InputException Of(ListenException failure) =>
        new($"{failure.Message}; another {PortOf(failure)} or {Setting.Bind} may be free.");

    private static Setting PortOf(ListenException failure) => failure.IsForFrames ? Setting.FramePort : Setting.Port;
}
