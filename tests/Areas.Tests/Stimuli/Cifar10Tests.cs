using PalActors.Areas.Toolkit.Files;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.Stimuli;

/// <summary>Colour images and labels, on made-up files.</summary>
public sealed class Cifar10Tests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("palactors-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("", false)]
    [InlineData("", true)]
    [InlineData("cifar-10-batches-bin", false)]
    public void InputsAndTargetsAreThoseOfTheFiles(string below, bool packed)
    {
        MadeUpPhotos.Write(Path.Combine(_folder, below), perFile: 3, test: 4, packed);
        Cifar10 data = Cifar10.Open(_folder);

        Assert.Equal((3072, 10, 10, true), (data.Inputs, data.Targets, data.ClassCount, data.IsDividedBySeed));
        Assert.Equal(new ImageShape(3, 32, 32), data.Shape);
        Assert.Equal((12, 3, 4), (data.SamplesOf("train"), data.SamplesOf("validation"), data.SamplesOf("test")));
        double[] rates = new double[3072], voltages = new double[10];
        foreach ((string split, int first) in new[] { ("train", 0), ("validation", 12), ("test", 1000) })
        {
            for (int sample = 0; sample < data.SamplesOf(split); sample++)
            {
                data.Input(split, sample, rates);
                data.Target(split, sample, voltages);
                int image = first + sample, label = MadeUpPhotos.Label(image);
                Assert.Equal(
                    Enumerable.Range(0, 3072).Select(i => ((MadeUpPhotos.Pixel(image, i) / 255.0) - 0.5) / 0.5), rates);
                Assert.Equal(Enumerable.Range(0, 10).Select(k => k == label ? 1.0 : 0.0), voltages);
                Assert.Equal(label, data.ClassOf(split, sample));
            }

            Assert.Throws<ArgumentOutOfRangeException>(() => data.Input(split, data.SamplesOf(split), rates));
            Assert.Throws<ArgumentOutOfRangeException>(() => data.Target(split, -1, voltages));
        }

        Assert.Throws<ArgumentException>(() => data.SamplesOf("holdout"));
    }

    [Fact]
    public void AFolderIsReadOnceAndAFailureIsNotKept()
    {
        MadeUpPhotos.Write(_folder);
        File.Delete(Path.Combine(_folder, MadeUpPhotos.Names[4]));
        Refused(MadeUpPhotos.Names[4], "is missing", "palactors data get cifar10", "data_folder");
        MadeUpPhotos.Write(_folder);
        Cifar10[] seen = new Cifar10[8];
        Parallel.For(0, seen.Length, i => seen[i] = Cifar10.Open(_folder));
        Assert.Single(seen.Distinct());
    }

    [Fact]
    public void AFileOfAnotherFormIsRefused()
    {
        byte[] images = MadeUpPhotos.Images(0, 3);
        Put(2, images[..^1]);
        Refused(MadeUpPhotos.Names[2], "the file has 9218 bytes", "valid is a multiple of 3073", "3x32x32");
        Put(5, []);
        Refused(MadeUpPhotos.Names[5], "the file has 0 bytes");
        images[2 * 3073] = 10;
        Put(1, images);
        Refused(MadeUpPhotos.Names[1], "the label of image 2 is 10", "valid is 0 to 9");
        byte[] packed = MadeUpDigits.Pack(MadeUpPhotos.Images(0, 3));
        Put(0, packed[..^3]);
        Refused(MadeUpPhotos.Names[0], "the gzip is damaged");
        Put(0, [.. packed[..40], (byte)~packed[40], .. packed[41..]]);
        Refused(MadeUpPhotos.Names[0]);
    }

    [Fact]
    public void FilesMayHoldFewImagesButNotTooFew()
    {
        MadeUpPhotos.Write(_folder, perFile: 1, test: 1);
        Assert.Equal(1, Cifar10.Open(_folder).SamplesOf("validation"));
    }

    [Fact]
    public void APresentationAllocatesNothing()
    {
        MadeUpPhotos.Write(_folder);
        DividedData data = new(Cifar10.Open(_folder), new CounterSplit(3));
        double[] rates = new double[3072], voltages = new double[10];
        Assert.Equal(0, Allocations.Least(Show));

        void Show()
        {
            data.Input("validation", 2, rates);
            data.Target("test", 2, voltages);
        }
    }

    private void Put(int file, byte[] content)
    {
        MadeUpPhotos.Write(_folder);
        File.WriteAllBytes(Path.Combine(_folder, MadeUpPhotos.Names[file]), content);
    }

    private void Refused(string file, params string[] parts)
    {
        string message = Assert.Throws<DataFileException>(() => Cifar10.Open(_folder)).Message;
        Assert.StartsWith(Path.Combine(_folder, file), message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
        Assert.All(parts, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }
}
