using System.Text;
using PalActors.Cluster.Tests.Wire;
using PalActors.Messages.Frames;

namespace PalActors.Cluster.Tests.Nodes;

/// <content>Bytes that are no frames.</content>
internal sealed partial class HostileFrames
{
    private const string FileType = "System.IO.FileInfo, System.Private.CoreLib";
    private const string NoType = "Not.A.Type, Nowhere";

    /// <summary>Makes bytes in the name of some serializer, which refuses them.</summary>
    public RawPayload Raw()
    {
        byte[] junk = new byte[random.Next(0, 200)];
        random.NextBytes(junk);
        switch (random.Next(9))
        {
            case 0:
                return new RawControl(junk, "");
            case 1:
                return new RawControl(junk, random.Next(2) == 0 ? FileType : NoType);
            case 2:
                return new RawControl(WireFixture.Sealed(WireFixture.Unrestricted(Foreigner())), "");
            case 3:
                return new RawFrame(junk, "f1");
            case 4:
                byte[] frame = new byte[FrameCodec.HeaderSize + 24];
                EmissionFrame valid = new(FrameKind.Up, plan.Run, plan.Network, generation, 1, 3, 1, 1)
                {
                    FirstTick = 1,
                    TickCount = 1,
                };
                FrameCodec.Write(valid, frame);
                frame[random.Next(2) == 0 ? random.Next(0, 4) : random.Next(24, 40)] ^= 0x81;
                return new RawFrame(random.Next(2) == 0 ? frame : frame[..random.Next(frame.Length)], "f1");
            case 5:
                return new RawFrame(junk, random.Next(2) == 0 ? "p1" : "");
            case 6:
                return new RawJson(Encoding.UTF8.GetBytes($$"""{"$type":"{{FileType}}","fileName":"x"}"""), FileType);
            case 7:
                return new RawJson(junk, random.Next(2) == 0 ? NoType : "");
            default:
                return new RawUnknown(junk, random.Next(2) == 0 ? "" : "x");
        }
    }

    private object Foreigner() => random.Next(4) switch
    {
        0 => new FileInfo("x"),
        1 => new List<string> { "x" },
        2 => new object[] { 1, new Uri("http://localhost") },
        _ => "a string",
    };
}
