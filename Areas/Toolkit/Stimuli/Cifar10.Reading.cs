using PalActors.Areas.Toolkit.Files;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <content>Reading of the files, with all checks.</content>
public sealed partial class Cifar10
{
    // Far more than the original files have: it bounds what is read, and all training files fit an array.
    private const int MostImages = 100_000;

    private static byte[] Read(string folder, IReadOnlyList<string> names)
    {
        // Find all of them first: what is missing is told at once.
        string[] paths = [.. names.Select(name => Find(folder, name))];
        byte[][] files = [.. paths.Select(Read)];
        byte[] all = new byte[files.Sum(file => file.Length)];
        int next = 0;
        foreach (byte[] file in files)
        {
            file.CopyTo(all, next);
            next += file.Length;
        }

        return all;
    }

    private static string Find(string folder, string name) =>
        Cifar10Files.Find(folder, name) ?? throw new DataFileException(
            $"{Path.Combine(folder, name)} is missing; run 'palactors data get cifar10', "
            + "or give a folder that has the six files with the key data_folder.");

    private static byte[] Read(string path)
    {
        byte[] images;
        try
        {
            images = ReadBytes(path);
        }
        catch (InvalidDataException exception)
        {
            throw new DataFileException(
                $"{path}: the gzip is damaged: {exception.Message.TrimEnd('.')}; valid is an intact file, "
                + "plain or gzip.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException($"{path}: cannot be read: {exception.Message}");
        }

        if (images.Length == 0 || images.Length % ImageBytes != 0)
        {
            throw new DataFileException(
                $"{path}: the file has {images.Length} bytes; "
                + $"valid is a multiple of {ImageBytes}, a label and the {s_shape} pixels of each image.");
        }

        for (int i = 0; i < images.Length; i += ImageBytes)
        {
            if (images[i] >= Classes)
            {
                throw new DataFileException(
                    $"{path}: the label of image {i / ImageBytes} is {images[i]}; valid is 0 to {Classes - 1}.");
            }
        }

        return images;
    }

    private static byte[] ReadBytes(string path)
    {
        using Stream stream = PackedFile.Open(path, out bool packed);
        using MemoryStream images = new();
        byte[] block = new byte[1 << 16];
        while (stream.Read(block) is > 0 and int read)
        {
            if (images.Length + read > (long)MostImages * ImageBytes)
                throw new DataFileException($"{path}: there are more images than {MostImages}; valid is that at most.");
            images.Write(block, 0, read);
        }

        if (packed && !PackedFile.EndsWith(path, images.Length))
            throw new InvalidDataException("its end is cut off, or something stands behind it");
        return images.ToArray();
    }
}
