using System.Reflection;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Telemetry;

namespace PalActors.Cluster.Tests.Telemetry;

/// <summary>The observer that keeps metrics passes everything on.</summary>
public sealed class MeteredObserverTests
{
    // A method of an interface that a class leaves out does nothing, in silence.
    [Fact]
    public void ItImplementsEveryMethodOfAnObserver()
    {
        InterfaceMapping map = typeof(MeteredObserver).GetInterfaceMap(typeof(IRunObserver));

        Assert.All(map.TargetMethods, method => Assert.Equal(typeof(MeteredObserver), method.DeclaringType));
    }
}
