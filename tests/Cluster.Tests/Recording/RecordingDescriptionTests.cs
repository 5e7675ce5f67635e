using System.Text;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Microcircuit;
using PalActors.Clustering.Recording;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Recording;

/// <summary>A recording says the shapes that do not follow from its layers, and only those.</summary>
public sealed class RecordingDescriptionTests
{
    // As it stands in recordings that were made before there were other shapes.
    private const string Earlier =
        """{"network":0,"seed":123,"label":"PAL","layers":[4,9,3],"dt":"0.01","entries":[{"observable":"W","areas":"""
        + """[1,2],"neurons":[],"every":10,"ticks":[]}],"builds":[],"data_hash":""}""";

    private static readonly ObservableDescriptor s_w =
        new MicrocircuitModel().Observables.First(one => one.Name == "W");

    private static readonly NetworkPlan s_plan = SmallPlans.YinYang("PAL", [4, 9, 3]) with
    {
        Seed = 123,
        Recordings = [new RecordingPlan("W", [1, 2], [], 10, [])],
    };

    [Fact]
    public void AnEarlierOneIsReadAndItsShapesFollowFromItsLayers()
    {
        RecordingDescription? read = RecordingDescription.Decode(Encoding.UTF8.GetBytes(Earlier));

        Assert.NotNull(read);
        Assert.Null(read.Shapes);
        Assert.Equal([new(9, 4), new(3, 9)], read.Entries[0].Areas.Select(area => read.ShapeOf(0, area, s_w)));
    }

    [Fact]
    public void WhereAllShapesFollowFromLayersItIsThatOfEarlierByteForByte()
    {
        NetworkPlan plan = s_plan with { Options = [new PlanOption("dt", ["0.01"])] };
        byte[] written = RecordingDescription.Of(plan, [], new MicrocircuitModel()).Encode();

        Assert.Equal(Earlier, Encoding.UTF8.GetString(written));
    }

    [Fact]
    public void OtherShapesReadBackWithTheirEntryAndArea()
    {
        byte[] written = RecordingDescription.Of(s_plan, [], new Filters()).Encode();
        RecordingDescription? read = RecordingDescription.Decode(written);

        Assert.NotNull(read);
        Assert.Equal([new RecordedShape(0, 1, 2, 5)], read.Shapes!);
        Assert.Equal([new(2, 5), new(3, 9)], read.Entries[0].Areas.Select(area => read.ShapeOf(0, area, s_w)));
    }

    [Theory]
    [InlineData("0", "5")]
    [InlineData("2", "-1")]
    [InlineData("2", "null")]
    public void AShapeOfNothingIsNoDescription(string rows, string columns)
    {
        string shapes = $$""","shapes":[{"entry":0,"area":1,"rows":{{rows}},"columns":{{columns}}}]}""";
        Assert.Null(RecordingDescription.Decode(Encoding.UTF8.GetBytes(Earlier[..^1] + shapes)));
        string valid = shapes.Replace($"\"rows\":{rows},\"columns\":{columns}", "\"rows\":2,\"columns\":5");
        Assert.NotNull(RecordingDescription.Decode(Encoding.UTF8.GetBytes(Earlier[..^1] + valid)));
    }

    // Two filters of five weights in area 1.
    private sealed class Filters : IAreaModel
    {
        public string Name => "filters";

        public string Summary => "of a test";

        public IReadOnlyList<ObservableDescriptor> Observables => [s_w];

        public ObservableShape ShapeOf(NetworkPlan plan, ObservableDescriptor observable, int area) =>
            area == 1 ? new ObservableShape(2, 5) : observable.ShapeIn(plan.Graph, area);

        public INetwork Bind(NetworkPlan plan, INetworkServices services) => throw new NotSupportedException();
    }
}
