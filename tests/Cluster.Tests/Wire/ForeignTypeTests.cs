using System.Diagnostics;
using System.Runtime.Serialization;
using System.Text;
using PalActors.Clustering.Wire;
using PalActors.Messages.Control;

namespace PalActors.Cluster.Tests.Wire;

/// <summary>Types outside the list of control messages are refused.</summary>
public sealed class ForeignTypeTests(WireFixture wire) : IClassFixture<WireFixture>
{
    private readonly HyperionControlSerializer _serializer =
        (HyperionControlSerializer)wire.System.Serialization.FindSerializerForType(typeof(IControlMessage));

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
            // An object that even an unrestricted serializer cannot write is harmless; only its name is tried below.
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
        Assert.All(
            ControlSamples.All,
            sample => Assert.Equal(
                WireFixture.Text(sample),
                WireFixture.Text(WireFixture.Listed(WireFixture.Unrestricted(sample)))));

    [Theory]
    [InlineData("PalActors.Messages.Control.Hello, PalActors.Messages", true)]
    [InlineData(
        "PalActors.Messages.Control.Hello, PalActors.Messages, Version=0.1.0.0, Culture=neutral, PublicKeyToken=null",
        true)]
    [InlineData("PalActors.Messages.Control.Hello, Evil", false)]
    [InlineData("PalActors.Messages.Control.Hello, Evil, Version=0.1.0.0", false)]
    [InlineData("System.Object, System.Private.CoreLib", false)]
    [InlineData("", false)]
    public void TheListKnowsTypesByNameAndAssembly(string typeName, bool allowed) =>
        Assert.Equal(allowed, new ControlTypes().IsAllowed(typeName));

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
