using PalActors.Areas.Toolkit.Files;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <content>Reading of images with their labels.</content>
public sealed partial class Mnist
{
    private static (IdxFile Images, byte[] Labels) ReadPair(
        string folder, string name, string imagesName, string labelsName)
    {
        string imagesPath = Find(folder, name, imagesName), labelsPath = Find(folder, name, labelsName);
        // Read the small file first: a hurried copy most often lacks it, and its faults show at once.
        byte[] labels = IdxFile.Read(labelsPath, IdxFile.Labels).Values;
        int wrong = labels.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)(Classes - 1));
        if (wrong >= 0)
        {
            throw new DataFileException(
                $"{labelsPath}: label {wrong} is {labels[wrong]}; valid is 0 to {Classes - 1}.");
        }

        IdxFile images = IdxFile.Read(imagesPath, IdxFile.Images);
        if (images.Sizes[0] != labels.Length)
        {
            throw new DataFileException(
                $"{labelsPath}: there are {labels.Length} labels; "
                + $"valid is {images.Sizes[0]}, one for each image of {imagesPath}.");
        }

        return (images, labels);
    }

    private static string Find(string folder, string name, string file) =>
        PackedFile.Find(folder, file) ?? throw new DataFileException(
            $"{Path.Combine(folder, file)} is missing, with .gz and without; run 'palactors data get {name}', "
            + "or give a folder that has the four files with the key data_folder.");

    private static string Size(IdxFile images) => $"{images.Sizes[1]} x {images.Sizes[2]}";
}
