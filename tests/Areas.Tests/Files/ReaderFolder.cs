using System.IO.Compression;
using PalActors.Areas.Toolkit.Files;

namespace PalActors.Areas.Tests.Files;

/// <summary>A folder for files that a test reads.</summary>
internal sealed class ReaderFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("palactors-").FullName;

    public string this[string name] => Path.Combine(_path, name);

    public void Dispose() => Directory.Delete(_path, recursive: true);

    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    /// <summary>An array of numpy, as a file of its own.</summary>
    public string Extract(string name)
    {
        using ZipArchive archive = ZipFile.OpenRead(Numpy("stored"));
        archive.GetEntry(name + ".npy")!.ExtractToFile(this[name + ".npy"], overwrite: true);
        return this[name + ".npy"];
    }

    /// <summary>An archive that numpy made: tests/numpy/make.py tells of what.</summary>
    public static string Numpy(string name) => Path.Combine(AppContext.BaseDirectory, "numpy", name + ".npz");

    public static RowTable Inputs(string path, params string[] names) =>
        DataFormats.Read(path, new FileRequest(names, null, null)).Inputs!;

    public static LabelColumn Labels(string path, params string[] names) =>
        DataFormats.Read(path, new FileRequest(null, names, null)).Labels!;

    public static double[][] Values(RowTable table)
    {
        double[][] rows = [.. Enumerable.Range(0, table.Rows).Select(_ => new double[table.Width])];
        for (int row = 0; row < rows.Length; row++)
            table.Read(row, rows[row]);
        return rows;
    }

    public static string[] Names(LabelColumn labels) => [.. labels.Codes.Select(code => labels.Names[code])];

    public static string Refused(Action read) => Assert.Throws<DataFileException>(read).Message;
}
