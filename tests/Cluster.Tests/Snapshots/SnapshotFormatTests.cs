using System.Buffers.Binary;
using System.Security.Cryptography;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;

namespace PalActors.Cluster.Tests.Snapshots;

/// <summary>An area's file returns every bit, or reports its fault.</summary>
public sealed class SnapshotFormatTests
{
    [Fact]
    public void EveryBitComesBack()
    {
        double[] odd =
        [
            -0.0, 0.0, double.NaN, BitConverter.UInt64BitsToDouble(0x7FF0_0000_0000_0001),
            BitConverter.UInt64BitsToDouble(0xFFFF_FFFF_FFFF_FFFF),
            double.Epsilon, double.NegativeInfinity, double.MaxValue,
        ];
        AreaSnapshot[] snapshots =
        [
            new(new AreaState(3, 0, []), []),
            new(
                new AreaState(int.MaxValue, long.MaxValue, [new StateBlock("ü\u0000ξ", 4, 2, odd)]),
                [new StateBlock("", 0, int.MaxValue, [])]),
            new(
                new AreaState(1, 12345, [new StateBlock("u", 8, 1, odd), new StateBlock("empty", 0, 0, [])]),
                [new StateBlock("up", 1, 8, odd), new StateBlock("down", 2, 4, odd)]),
        ];
        foreach (AreaSnapshot snapshot in snapshots)
        {
            byte[] bytes = SnapshotBytes.Encode(SnapshotFolder.Fingerprint, 7, 9, snapshot);

            SnapshotFile file = SnapshotBytes.Decode(bytes);

            Assert.True(snapshot.SameBits(file.Snapshot));
            Assert.Equal(
                new SnapshotHeader(
                    Convert.ToHexStringLower(SnapshotFolder.Fingerprint),
                    7,
                    9,
                    snapshot.State.Area,
                    snapshot.State.Tick),
                file.Header);
            Assert.Equal(bytes, SnapshotBytes.Encode(SnapshotFolder.Fingerprint, 7, 9, file.Snapshot));
        }
    }

    [Fact]
    public void TheLayoutIsTheOneDescribed()
    {
        byte[] bytes = SnapshotBytes.Encode(SnapshotFolder.Fingerprint, 2, 3, new AreaSnapshot(
            new AreaState(4, 5, [new StateBlock("u", 1, 1, [1.0])]), []));

        byte[] expected =
        [
            .. "PALSNP\r\n"u8, 2, 0, 0, 0, 131, 0, 0, 0, 0, 0, 0, 0, .. SnapshotFolder.Fingerprint, 2, 0, 0, 0, 3, 0, 0,
            0, 4, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0,
            1, 0, 0, 0, 1, 0, (byte)'u', 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xF0, 0x3F, 0, 0, 0, 0,
        ];
        Assert.Equal([.. expected, .. SHA256.HashData(expected)], bytes);
    }

    [Fact]
    public void NoFlippedBitAndNoCutIsAccepted()
    {
        byte[] bytes = SnapshotBytes.Encode(SnapshotFolder.Fingerprint, 0, 1, SnapshotFolder.Snapshot(10, 2));
        for (int bit = 0; bit < 8 * bytes.Length; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<SnapshotFormatException>(() => SnapshotBytes.Decode(bytes));
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        for (int length = 0; length < bytes.Length; length++)
            Assert.Throws<SnapshotFormatException>(() => SnapshotBytes.Decode(bytes[..length]));
        Assert.Throws<SnapshotFormatException>(() => SnapshotBytes.Decode([.. bytes, 0]));
        Assert.True(SnapshotFolder.Snapshot(10, 2).SameBits(SnapshotBytes.Decode(bytes).Snapshot));
    }

    // A file that passes the hash may still come from elsewhere: no count is trusted, and no other exception is thrown.
    [Fact]
    public void JunkWithAProperHashIsRefusedWithoutLargeAllocations()
    {
        byte[] whole = SnapshotBytes.Encode(SnapshotFolder.Fingerprint, 0, 1, SnapshotFolder.Snapshot(10, 2));
        Random random = new(1);
        int refused = 0;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int k = 0; k < 10_000; k++)
        {
            byte[] bytes = [.. whole];
            for (int n = random.Next(1, 6); n > 0; n--)
                bytes[random.Next(20, bytes.Length - 32)] =
                    random.Next(3) switch { 0 => 0xFF, 1 => 0x7F, _ => (byte)random.Next(256) };
            Rehash(bytes);
            try
            {
                SnapshotBytes.Decode(bytes);
            }
            catch (SnapshotFormatException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 1000, 9999);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000L * 20_000);
    }

    [Theory]
    [InlineData(72, int.MaxValue, "2147483647 blocks")]
    [InlineData(72, -1, "-1 blocks")]
    [InlineData(79, int.MaxValue, "'W' cannot be 2147483647 x 2")]
    [InlineData(83, -1, "'W' cannot be 2 x -1")]
    [InlineData(52, -1, "network -1")]
    public void CountsThatCannotBeAreNamed(int offset, int value, string message)
    {
        byte[] bytes = SnapshotBytes.Encode(SnapshotFolder.Fingerprint, 0, 1, SnapshotFolder.Snapshot(10, 2));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(offset), value);
        Rehash(bytes);

        SnapshotFormatException exception = Assert.Throws<SnapshotFormatException>(() => SnapshotBytes.Decode(bytes));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingFollowsTheLastBlock()
    {
        byte[] bytes = SnapshotBytes.Encode(SnapshotFolder.Fingerprint, 0, 1, new AreaSnapshot(
            new AreaState(1, 1, []), [new StateBlock("up", 1, 1, [1.0])]));
        bytes[76] = 0;
        Rehash(bytes);

        Assert.Contains(
            "20 bytes follow",
            Assert.Throws<SnapshotFormatException>(() => SnapshotBytes.Decode(bytes)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownVersionIsNamed()
    {
        byte[] bytes = SnapshotBytes.Encode(SnapshotFolder.Fingerprint, 0, 1, SnapshotFolder.Snapshot(10, 2));
        bytes[8] = 17;
        Rehash(bytes);

        Assert.Contains(
            "version 17 is unknown; this build reads version 2",
            Assert.Throws<SnapshotFormatException>(() => SnapshotBytes.Decode(bytes)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void WhatCannotBeWrittenIsRefused()
    {
        AreaState state = new(1, 1, []);
        Assert.Throws<ArgumentException>(
            () => Encode(new AreaSnapshot(state with { Blocks = [new StateBlock("W", 2, 2, [1, 2, 3])] }, [])));
        Assert.Throws<ArgumentException>(
            () => Encode(new AreaSnapshot(state, [new StateBlock(new string('x', 65_536), 0, 0, [])])));
        Assert.Throws<ArgumentOutOfRangeException>(() => Encode(new AreaSnapshot(state with { Tick = -1 }, [])));
        Assert.Throws<ArgumentException>(() => SnapshotBytes.Encode(new byte[31], 0, 1, new AreaSnapshot(state, [])));

        static void Encode(AreaSnapshot snapshot) => SnapshotBytes.Encode(SnapshotFolder.Fingerprint, 0, 1, snapshot);
    }

    private static void Rehash(byte[] bytes) =>
        SHA256.HashData(bytes.AsSpan(0, bytes.Length - 32), bytes.AsSpan(bytes.Length - 32));
}
