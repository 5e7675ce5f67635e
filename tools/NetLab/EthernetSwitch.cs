using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace PalActors.NetLab;

/// <summary>The loop of the switch, on one thread.</summary>
/// <remarks>
/// It waits for frames of the hosts, for the time at which the next one arrives, and for commands on standard input,
/// each answered by one line on standard output. It ends at <c>quit</c> and at the end of its input.
/// </remarks>
internal sealed class EthernetSwitch(IReadOnlyList<TapDevice> devices, Links links)
{
    // Most frames read from one host before the other hosts are served.
    private const int Burst = 64;
    private const long LongestWait = 1_000_000_000;

    private readonly Transit _transit = new(devices.Count, links);
    private readonly byte[] _frame = new byte[65536];
    private readonly StringBuilder _typed = new();
    private bool _over;

    /// <summary>Runs until <c>quit</c> or the end of the input.</summary>
    public void Run()
    {
        // By default the kernel may wake a thread 50 us late; with 1 ns it does so as soon as it can.
        _ = Libc.ProcessControl(Libc.TimerSlack, 1, 0, 0, 0);
        // This thread stands for the wire, which is never busy with other work, so it has priority over all computation
        // where the kernel permits. A frame costs it a few microseconds.
        _ = Libc.SetScheduler(0, Libc.FirstInFirstOut, 1);
        Libc.Waited[] waited =
        [
            .. devices.Select(device => device.Descriptor).Append(0)
                .Select(descriptor => new Libc.Waited { Descriptor = descriptor, Wanted = Libc.Readable }),
        ];
        while (!_over)
        {
            long wait = Math.Clamp(_transit.NextArrival - Now(), 0, LongestWait);
            int ready = Libc.Poll(
                waited,
                (nuint)waited.Length,
                new Libc.Duration { Seconds = wait / LongestWait, Nanoseconds = wait % LongestWait },
                0);
            if (ready < 0 && Marshal.GetLastPInvokeError() != Libc.Interrupted)
                throw new IOException($"ppoll: error {Marshal.GetLastPInvokeError()}");
            for (int host = 0; ready > 0 && host < devices.Count; host++)
            {
                if ((waited[host].Seen & Libc.Readable) != 0)
                    Take(host);
            }

            if (ready > 0 && waited[^1].Seen != 0)
                Listen();
            while (_transit.TryLeave(Now(), out Transit.Travelling? arrived))
            {
                devices[arrived.To].Send(arrived.Bytes.AsSpan(0, arrived.Length));
                Transit.Return(arrived);
            }
        }
    }

    private static long Now() => (long)(Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency));

    private void Take(int host)
    {
        for (int i = 0; i < Burst; i++)
        {
            int length = devices[host].Receive(_frame);
            if (length == 0)
                return;
            _transit.Enter(_frame.AsSpan(0, length), host, Now());
        }
    }

    // Read without a buffer in between, whose content ppoll would not see.
    private void Listen()
    {
        Span<byte> bytes = stackalloc byte[512];
        nint count = Libc.Read(0, bytes, bytes.Length);
        if (count <= 0)
        {
            _over = count == 0 || Marshal.GetLastPInvokeError() is not (Libc.Interrupted or Libc.TryAgain);
            return;
        }

        foreach (byte one in bytes[..(int)count])
        {
            if (one != '\n')
            {
                _typed.Append((char)one);
                continue;
            }

            Answer(_typed.ToString());
            _typed.Clear();
        }
    }

    private void Answer(string line)
    {
        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        try
        {
            if (words is ["quit"])
                _over = true;
            else if (words is not ["stats"])
                links.Do(words);
            Console.WriteLine(words is ["stats"] or ["quit"] ? _transit.Statistics() : $"ok {line}");
        }
        catch (FormatException exception)
        {
            Console.WriteLine($"error {exception.Message}");
        }
    }
}
