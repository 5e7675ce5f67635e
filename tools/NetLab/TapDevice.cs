using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace PalActors.NetLab;

/// <summary>An Ethernet interface of a network namespace whose other end is this program.</summary>
/// <remarks>It disappears when this program ends.</remarks>
internal sealed class TapDevice : IDisposable
{
    private TapDevice(int descriptor) => Descriptor = descriptor;

    /// <summary>Its file descriptor; reading and writing never block.</summary>
    public int Descriptor { get; }

    /// <summary>Makes an interface in a network namespace.</summary>
    /// <remarks>The calling thread is in its original namespace afterwards.</remarks>
    /// <param name="host">Name of the namespace, as of <c>ip netns</c>.</param>
    /// <param name="name">Name of the interface in it, up to 15 bytes.</param>
    /// <exception cref="IOException">The namespace does not exist, or permissions are missing.</exception>
    public static TapDevice Open(string host, string name)
    {
        int own = Checked(
            Libc.Open("/proc/thread-self/ns/net", Libc.ReadOnly | Libc.CloseOnExec), "the own network namespace");
        int other = Checked(
            Libc.Open($"/run/netns/{host}", Libc.ReadOnly | Libc.CloseOnExec), $"network namespace {host}");
        Checked(Libc.SetNamespace(other, Libc.NewNetworkNamespace), $"network namespace {host}");
        try
        {
            // The device belongs to the namespace in which /dev/net/tun was opened.
            int device = Checked(
                Libc.Open("/dev/net/tun", Libc.ReadWrite | Libc.NonBlocking | Libc.CloseOnExec), "/dev/net/tun");
            Libc.InterfaceRequest request = new() { Flags = Libc.Tap | Libc.NoPacketInfo };
            Encoding.ASCII.GetBytes(name, request.Name);
            Checked(Libc.Control(device, Libc.SetInterface, ref request), $"TAP device {name} in {host}");
            return new TapDevice(device);
        }
        finally
        {
            Checked(Libc.SetNamespace(own, Libc.NewNetworkNamespace), "the own network namespace");
            _ = Libc.Close(own);
            _ = Libc.Close(other);
        }
    }

    /// <summary>Reads a frame that the host has sent.</summary>
    /// <param name="frame">Buffer for the frame.</param>
    /// <returns>Length of the frame; 0 if there is none.</returns>
    public int Receive(Span<byte> frame) => (int)Math.Max(0, Libc.Read(Descriptor, frame, frame.Length));

    /// <summary>Delivers a frame to the host.</summary>
    /// <remarks>
    /// As on any network the frame is lost if the host has no room for it or its interface is not up yet.
    /// </remarks>
    public void Send(ReadOnlySpan<byte> frame) => _ = Libc.Write(Descriptor, frame, frame.Length);

    /// <inheritdoc/>
    public void Dispose() => _ = Libc.Close(Descriptor);

    private static int Checked(int result, string what) =>
        result >= 0
            ? result
            : throw new IOException($"{what}: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");
}
