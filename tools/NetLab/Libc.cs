using System.Runtime.InteropServices;

namespace PalActors.NetLab;

/// <summary>The system calls that .NET does not offer.</summary>
/// <remarks>Network namespaces, TAP devices, and waiting with a resolution below a millisecond.</remarks>
internal static partial class Libc
{
    public const int ReadOnly = 0, ReadWrite = 2, NonBlocking = 0x800, CloseOnExec = 0x80000;
    public const int NewNetworkNamespace = 0x40000000;
    public const uint SetInterface = 0x400454CA;
    public const short Tap = 0x0002, NoPacketInfo = 0x1000;
    public const short Readable = 1, Failed = 8 | 16 | 32;
    public const int TimerSlack = 29, FirstInFirstOut = 1;
    public const int Interrupted = 4, TryAgain = 11;

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(int descriptor, Span<byte> bytes, nint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(int descriptor, ReadOnlySpan<byte> bytes, nint count);

    [LibraryImport("libc", EntryPoint = "setns", SetLastError = true)]
    public static partial int SetNamespace(int descriptor, int kind);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    public static partial int Control(int descriptor, nuint request, ref InterfaceRequest argument);

    [LibraryImport("libc", EntryPoint = "ppoll", SetLastError = true)]
    public static partial int Poll(Span<Waited> descriptors, nuint count, in Duration longest, nint signals);

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    public static partial int ProcessControl(int option, nuint argument, nuint second, nuint third, nuint fourth);

    [LibraryImport("libc", EntryPoint = "sched_setscheduler", SetLastError = true)]
    public static partial int SetScheduler(int thread, int policy, in int priority);

    /// <summary><c>struct ifreq</c>: a name of up to 15 bytes and flags.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 40)]
    public struct InterfaceRequest
    {
        public InterfaceName Name;
        public short Flags;
    }

    /// <summary>A zero-terminated interface name.</summary>
    [System.Runtime.CompilerServices.InlineArray(16)]
    public struct InterfaceName
    {
        private byte first;
    }

    /// <summary><c>struct pollfd</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Waited
    {
        public int Descriptor;
        public short Wanted;
        public short Seen;
    }

    /// <summary><c>struct timespec</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Duration
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
