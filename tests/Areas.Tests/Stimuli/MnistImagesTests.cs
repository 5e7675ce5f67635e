using PalActors.Areas.Toolkit.Stimuli;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.Stimuli;

/// <summary>The digits as rates between 0 and 1.</summary>
public sealed class MnistImagesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("palactors-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void TheyAreTheImagesOfMnistInAnotherScale()
    {
        MadeUpDigits.Write(_folder, train: 30, test: 7, rows: 4, columns: 3);
        MnistImages data = MnistImages.Open(_folder);
        Assert.Equal((12, 10, 10, true), (data.Inputs, data.Targets, data.ClassCount, data.IsDividedBySeed));
        Assert.Equal(new ImageShape(1, 4, 3), data.Shape);
        Assert.Equal((25, 5, 7), (data.SamplesOf("train"), data.SamplesOf("validation"), data.SamplesOf("test")));
        double[] rates = new double[12], voltages = new double[10];
        foreach ((string split, int first) in new[] { ("train", 0), ("validation", 25), ("test", 1000) })
        {
            for (int sample = 0; sample < data.SamplesOf(split); sample++)
            {
                data.Input(split, sample, rates);
                data.Target(split, sample, voltages);
                int label = MadeUpDigits.Label(first + sample);
                Assert.Equal(Enumerable.Range(0, 12).Select(i => MadeUpDigits.Pixel(first + sample, i) / 255.0), rates);
                Assert.Equal(Enumerable.Range(0, 10).Select(k => k == label ? 1.0 : 0.0), voltages);
                Assert.Equal(label, data.ClassOf(split, sample));
            }
        }
    }

    [Fact]
    public void AProcessHasThemOnce()
    {
        MadeUpDigits.Write(_folder);
        Assert.Same(MnistImages.Open(_folder), DataSets.Open("mnist-images", _folder));
        Assert.NotSame(DataSets.Open("mnist", _folder), DataSets.Open("mnist-images", _folder));
    }
}
