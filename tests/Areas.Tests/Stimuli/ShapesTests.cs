using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Tests.Stimuli;

/// <summary>Drawn images: the same for ever, and a task for which convolution helps.</summary>
public sealed class ShapesTests
{
    private static readonly Shapes s_data = new(Shapes.UsualSeed);

    [Fact]
    public void ASampleIsAFunctionOfSeedSplitAndNumber()
    {
        double[] image = Image(s_data, "train", 7);
        Assert.Equal(image, Image(new Shapes(Shapes.UsualSeed), "train", 7));
        Assert.NotEqual(image, Image(new Shapes(2), "train", 7));
        Assert.NotEqual(image, Image(s_data, "train", 8));
        Assert.NotEqual(image, Image(s_data, "validation", 7));
        Assert.NotEqual(image, Image(s_data, "test", 7));
        Assert.Throws<ArgumentException>(() => s_data.ClassOf("holdout", 0));
    }

    // Other bits would be another data set, and other digests of whatever learns from it.
    [Fact]
    public void TheImagesStayAsTheyAre() => Assert.StartsWith(
        "ac60bf14feed0fd4f6944d070acf5dbb132f84756",
        DataHash.Compute(s_data, [new SplitUse("test", 20), new SplitUse("train", 50)]),
        StringComparison.Ordinal);

    [Fact]
    public void ValuesAreBoundedAndAllClassesAreThere()
    {
        double[] voltages = new double[10];
        int[] classes = new int[10];
        for (int sample = 0; sample < 2000; sample++)
        {
            int right = s_data.ClassOf("train", sample);
            classes[right]++;
            s_data.Target("train", sample, voltages);
            Assert.Equal(Enumerable.Range(0, 10).Select(k => k == right ? 1.0 : 0.0), voltages);
        }

        Assert.All(classes, count => Assert.InRange(count, 150, 250));
        Assert.All(Enumerable.Range(0, 200), sample => Assert.All(
            Image(s_data, "train", sample), rate => Assert.InRange(rate, -1, 1)));
    }

    [Fact]
    public void PlaceAndColoursVary()
    {
        // Of one class, the mean image has hardly any contrast, while each image has.
        double[][] discs =
        [
            .. Enumerable.Range(0, 4000).Where(sample => s_data.ClassOf("train", sample) == 0)
                .Select(sample => Image(s_data, "train", sample)),
        ];
        double[] mean = [.. Enumerable.Range(0, 768).Select(i => discs.Average(image => image[i]))];
        Assert.True(discs.Length > 300);
        Assert.True(mean.Max() - mean.Min() < 0.4);
        Assert.True(discs.Average(image => image.Max() - image.Min()) > 0.8);
    }

    [Fact]
    public void AFewFiltersTellMuchMoreThanALinearReadOut()
    {
        (float[] Image, int Class)[] train = Load("train", 600), test = Load("test", 400);
        SmallNet linear = new(filters: 0, seed: 1), filters = new(filters: 8, seed: 1);
        for (int epoch = 0; epoch < 4; epoch++)
        {
            linear.Train(train, rate: 0.003f);
            filters.Train(train, rate: 0.02f);
        }

        Assert.InRange(linear.Accuracy(test), 0.08, 0.30);
        Assert.InRange(filters.Accuracy(test), 0.70, 1.0);
    }

    private static (float[] Image, int Class)[] Load(string split, int samples) =>
    [
        .. Enumerable.Range(0, samples).Select(sample => (
            Image(s_data, split, sample).Select(rate => (float)rate).ToArray(), s_data.ClassOf(split, sample))),
    ];

    private static double[] Image(Shapes data, string split, int sample)
    {
        double[] rates = new double[data.Inputs];
        data.Input(split, sample, rates);
        return rates;
    }
}
