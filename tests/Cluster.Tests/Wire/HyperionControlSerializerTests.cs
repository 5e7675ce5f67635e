using System.Diagnostics;
using System.Runtime.Serialization;
using System.Text;
using PalActors.Clustering.Wire;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Cluster.Tests.Wire;

public sealed class HyperionControlSerializerTests(WireFixture wire) : IClassFixture<WireFixture>
{
    private readonly HyperionControlSerializer _serializer = (HyperionControlSerializer)wire.System.Serialization.FindSerializerForType(typeof(IControlMessage));

    public static TheoryData<string> MessageTypes => [.. ControlSamples.Types.Select(t => t.FullName!)];

    [Theory]
    [MemberData(nameof(MessageTypes))]
    public void EveryControlMessageTravels(string type)
    {
        IControlMessage[] samples = [.. ControlSamples.All.Where(m => m.GetType().FullName == type)];
        Assert.True(samples.Length > 0, $"{type} has no sample: add one to {nameof(ControlSamples)}.");
        foreach (IControlMessage sample in samples)
        {
            Assert.IsType<HyperionControlSerializer>(wire.System.Serialization.FindSerializerFor(sample));
            byte[] bytes = _serializer.ToBinary(sample);
            object read = _serializer.FromBinary(bytes, null);
            Assert.Equal(WireFixture.Text(sample), WireFixture.Text(read));
        }
    }

    [Fact]
    public void ValuesTravelToTheBit()
    {
        double[] values = [double.NaN, -0.0, double.Epsilon, double.NegativeInfinity, BitConverter.Int64BitsToDouble(0x7FF8000000000123), 0.1];
        StateCaptured message = new(1, new AreaSnapshot(new AreaState(1, 1, [new StateBlock("xi", values.Length, 1, values)]), []), CapturePurpose.Final, AreaFigures.None);
        StateCaptured read = (StateCaptured)_serializer.FromBinary(_serializer.ToBinary(message), null);
        Assert.True(message.State.SameBits(read.State));
    }

    public static TheoryData<string, object> ForeignObjects => new()
    {
        { "FileInfo", new FileInfo("/tmp/x") },
        { "exception", new InvalidOperationException("boo") },
        { "class", new Foreign { Name = "x" } },
        { "array of classes", new[] { new Foreign() } },
        { "boxed in an array", new object[] { 1, new Foreign() } },
        { "list", new List<Foreign> { new() } },
        { "dictionary", new Dictionary<string, object> { ["x"] = new Foreign() } },
        { "type", typeof(Process) },
        { "start info", new ProcessStartInfo("sh") },
        { "delegate", new Action(Foreign.Act) },
        { "tuple", Tuple.Create(new Foreign(), 1) },
        { "an interface's other implementation", new ForeignMessage("x") },
    };

    [Theory]
    [MemberData(nameof(ForeignObjects), DisableDiscoveryEnumeration = true)]
    public void TypesOutsideTheListAreRefused(string name, object value)
    {
        byte[] bytes;
        try
        {
            bytes = WireFixture.Unrestricted(value);
        }
        catch (Exception e) when (e is not Xunit.Sdk.XunitException)
        {
            // What even an unrestricted serializer cannot write is no danger; its name alone is tried below.
            bytes = Manifest(value.GetType().AssemblyQualifiedName!);
        }

        Foreign.Touched = false;
        byte[] payload = WireFixture.Sealed(bytes);
        SerializationException error =
            Assert.Throws<SerializationException>(() => _serializer.FromBinary(payload, null));
        Assert.NotEqual("", error.Message);

        // Nor does the list itself let it pass, whatever else stands before it.
        Assert.ThrowsAny<Exception>(() => WireFixture.Listed(bytes));
        Assert.False(Foreign.Touched, name);
    }

    [Theory]
    [InlineData("System.Diagnostics.Process, System.Diagnostics.Process")]
    [InlineData("System.IO.FileInfo, System.Private.CoreLib")]
    [InlineData("System.Security.Claims.ClaimsIdentity, System.Security.Claims")]
    [InlineData("System.Windows.Data.ObjectDataProvider, PresentationFramework")]
    [InlineData("PalActors.Messages.Control.Nothing, PalActors.Messages")]
    [InlineData("PalActors.Clustering.Runs.RunSettings, PalActors.Clustering")]
    public void ANameAloneIsRefused(string typeName)
    {
        byte[] bytes = WireFixture.Sealed(Manifest(typeName));
        Assert.Throws<SerializationException>(() => _serializer.FromBinary(bytes, null));
        Assert.ThrowsAny<Exception>(() => WireFixture.Listed(Manifest(typeName)));
    }

    [Fact]
    public void TheListLetsMessagesPass() =>
        Assert.All(ControlSamples.All, sample => Assert.Equal(WireFixture.Text(sample), WireFixture.Text(WireFixture.Listed(WireFixture.Unrestricted(sample)))));

    [Theory]
    [InlineData("PalActors.Messages.Control.Hello, PalActors.Messages", true)]
    [InlineData("PalActors.Messages.Control.Hello, PalActors.Messages, Version=0.1.0.0, Culture=neutral, PublicKeyToken=null", true)]
    [InlineData("PalActors.Messages.Control.Hello, Evil", false)]
    [InlineData("PalActors.Messages.Control.Hello, Evil, Version=0.1.0.0", false)]
    [InlineData("System.Object, System.Private.CoreLib", false)]
    [InlineData("", false)]
    public void TheListKnowsTypesByNameAndAssembly(string typeName, bool allowed) => Assert.Equal(allowed, new ControlTypes().IsAllowed(typeName));

    [Fact]
    public void JunkIsASerializationException()
    {
        RefusesClaims();
        Random random = new(11);
        for (int i = 0; i < 10_000; i++)
        {
            byte[] bytes = new byte[random.Next(0, 64)];
            random.NextBytes(bytes);
            Read(bytes);
        }
    }

    [Fact]
    public void DamagedMessagesAreASerializationExceptionOrTheMessage()
    {
        RefusesClaims();
        Random random = new(12);
        byte[][] messages = [.. ControlSamples.All.Select(m => _serializer.ToBinary(m))];
        int refused = 0;
        for (int i = 0; i < 100_000; i++)
        {
            byte[] message = messages[i % messages.Length], bytes = [.. message];
            for (int n = random.Next(1, 4); n > 0; n--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            bytes = random.Next(3) switch { 0 => bytes[..random.Next(bytes.Length)], 1 => [.. bytes, .. new byte[random.Next(3)]], _ => bytes };
            bool same = bytes.AsSpan().SequenceEqual(message);
            object? read = Read(bytes);
            refused += read is null ? 1 : 0;
            if (read is null == same)
                Assert.Fail($"Case {i}: {(same ? "an undamaged message was refused" : $"a damaged message was read as {read}")}: {Convert.ToHexString(bytes)}");
        }

        Assert.InRange(refused, 90_000, 99_999);
    }

    [Fact]
    public void ACutMessageWithASealThatFitsIsASerializationExceptionOrAWholeMessage()
    {
        foreach (IControlMessage sample in ControlSamples.All)
        {
            byte[] bytes = _serializer.ToBinary(sample)[8..];
            for (int length = 0; length < bytes.Length; length++)
            {
                if (Read(WireFixture.Sealed(bytes[..length])) is { } read)
                    Assert.Equal(sample.GetType(), read.GetType());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Incomplete), DisableDiscoveryEnumeration = true)]
    public void AMessageThatLacksWhatItsTypePromisesIsRefusedByName(string what, IControlMessage message)
    {
        SerializationException error = Assert.Throws<SerializationException>(() => _serializer.FromBinary(_serializer.ToBinary(message), null));
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, IControlMessage> Incomplete => new()
    {
        { "Hello.Role", new Hello(null!) },
        { "SeedName.Host", new SeedName(null!, 1) },
        { "Connect.Peers", new Connect("", null!) },
        { "Peer.Path", new Connect("", [new Peer(Endpoint.Of(1), null!)]) },
        { "Connected.Endpoint", new Connected(1, null!) },
        { "LinkPart.Payload", new LinkPart(0, 1, 0, 1, 0, null!) },
        { "CarriedBlock.Block", new CarriedBlock(true, null!) },
        { "StateBlock.Values", new CarriedBlock(true, new StateBlock("W", 1, 1, null!)) },
        { "StateCaptured.Snapshot", new StateCaptured(1, null!, CapturePurpose.Final, AreaFigures.None) },
        { "AreaSnapshot.Emitted", new RestoreArea(new AreaSnapshot(ControlSamples.State(), null!)) },
        { "AreaState.Blocks[]", new RestoreArea(new AreaSnapshot(new AreaState(1, 0, [null!]), [])) },
        { "AreasHosted.Actors[]", new AreasHosted([null!]) },
        { "HostedActor.Peers[]", new AreasHosted([new HostedActor(Endpoint.Of(1), "", [null!])]) },
        { "HostAreas.Plan", new HostAreas(null!, [], [], 0, ExecutionOptions.Default) },
        { "HostAreas.Execution", new HostAreas(ControlSamples.Plan(), [], [], 0, null!) },
        { "ExecutionOptions.SharedFolder", new HostAreas(ControlSamples.Plan(), [], [], 0, new ExecutionOptions { SharedFolder = null! }) },
        { "NetworkPlan.Schedule", new HostAreas(ControlSamples.Plan() with { Schedule = null! }, [], [], 0, ExecutionOptions.Default) },
        { "NetworkPlan.Options[]", new HostAreas(ControlSamples.Plan() with { Options = [null!] }, [], [], 0, ExecutionOptions.Default) },
        { "Metric.Name", new AreaMeasures(1, 1, 1, [new Metric(0, 1, 1, null, null!, 0)]) },
        { "AreaMeasures.Values[]", new AreaMeasures(1, 1, 1, [null!]) },
        { "AreaSample.Blocks", new AreaSample(1, 2, 1, 3, null!) },
        { "Enrol.Experiment", new Enrol(1, new BuildIdentity("", "", ""), "", null!, "") },
        { "BuildIdentity.Hash", new Enrol(1, new BuildIdentity(null!, "", ""), "", "", "") },
        { "DataIdentity.Splits[]", new IdentifyData(new DataIdentity("", "", [null!], "")) },
        { "RecordedBlock.Ticks", new RecordedBlock(0, 1, 1, 0, 0, 1, null!, []) },
    };

    [Fact]
    public void ALengthThatTheBytesDoNotBearIsRefusedWithoutRoomForIt() => RefusesClaims();

    // Either a SerializationException or something harmless: nothing else leaves the serializer, or Akka would tear the connection down.
    private object? Read(byte[] bytes)
    {
        try
        {
            return Assert.IsAssignableFrom<IControlMessage>(_serializer.FromBinary(bytes, null));
        }
        catch (SerializationException)
        {
            return null;
        }
    }

    // A few bytes must not cost gigabytes: ten thousand random ones would take the process down.
    private void RefusesClaims()
    {
        // 9 is a byte array to Hyperion; then its length, and nothing.
        RefusesClaim([9, .. BitConverter.GetBytes(1 << 25)]);

        // The length of the weights stands before their bytes.
        byte[] message = _serializer.ToBinary(new AreaSample(1, 2, 1, 3, [new StateBlock("W", 1, 3, [1.25, 2.5, 5.0])]));
        int at = message.AsSpan().IndexOf((byte[])[3, 0, 0, 0, .. BitConverter.GetBytes(1.25)]);
        Assert.True(at > 0);
        BitConverter.GetBytes(1 << 22).CopyTo(message, at);
        RefusesClaim(message);
    }

    private void RefusesClaim(byte[] bytes)
    {
        // Once before measuring: the first exception of a process loads resources.
        Read(bytes);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Read(bytes);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    // 255: a type by its full name, whose length and characters follow; then its fields, here zeros.
    private static byte[] Manifest(string typeName)
    {
        byte[] name = Encoding.UTF8.GetBytes(typeName);
        return [255, .. BitConverter.GetBytes(name.Length), .. name, .. new byte[64]];
    }

    public sealed class Foreign
    {
        private string _name = "";

        public static bool Touched { get; set; }

        public string Name
        {
            get => _name;
            set
            {
                Touched = true;
                _name = value;
            }
        }

        public static void Act() => Touched = true;
    }

    public sealed record ForeignMessage(string Text) : IControlMessage;
}
