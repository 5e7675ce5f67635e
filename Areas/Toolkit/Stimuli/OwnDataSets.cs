using System.Collections.Concurrent;
using System.Globalization;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Toolkit.Files;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Own data by their description, each read once per process while their files stay what they are.</summary>
public static class OwnDataSets
{
    /// <summary>Name of all own data among the data sets; no experiment can name it.</summary>
    public const string Name = "own data";

    private static readonly ConcurrentDictionary<string, Lazy<OwnData>> s_open = new();

    /// <summary>Describes own data, whose files are read.</summary>
    /// <param name="folder">Folder from which files are seen.</param>
    /// <param name="options">Values of <see cref="OwnDataBlock"/>.</param>
    /// <exception cref="DataFileException">A file cannot be used.</exception>
    public static OwnDataFacts Describe(string folder, PlanOption[] options)
    {
        OwnData data = Open(folder, options);
        OwnClasses? classes = data as OwnClasses;
        OwnSplitFacts[] splits =
        [
            .. new[] { DividedData.Train, DividedData.Validation, "test" }.Select(split => new OwnSplitFacts(
                split, data.SamplesOf(split), classes is null ? [] : Balance(classes, split))),
        ];
        return new OwnDataFacts(data.Inputs, data.Shape, data.Targets, classes?.Names ?? [], splits, data.Bytes)
        {
            Frames = data.Frames,
        };
    }

    /// <summary>Bytes that own data take in memory; 0 where they cannot be read.</summary>
    /// <param name="folder">Folder from which files are seen.</param>
    /// <param name="options">Values of <see cref="OwnDataBlock"/>.</param>
    public static long BytesOf(string folder, PlanOption[] options)
    {
        try
        {
            return Open(folder, options).Bytes;
        }
        catch (DataFileException)
        {
            return 0;
        }
    }

    /// <summary>The row of own data among the data sets, with what their files say.</summary>
    /// <param name="facts">The facts; null where files are not read.</param>
    public static DataSetDescriptor Row(OwnDataFacts? facts) => DataSets.Get(Name) with
    {
        Train = facts?.Splits[0].Samples ?? 0,
        Validation = facts?.Splits[1].Samples ?? 0,
        Test = facts?.Splits[2].Samples ?? 0,
        Inputs = facts?.Inputs,
        Classes = facts?.Targets ?? 0,
        FileBytes = facts?.Bytes ?? 0,
    };

    /// <summary>Opens own data.</summary>
    /// <exception cref="DataFileException">A file cannot be used.</exception>
    internal static OwnData Open(string folder, PlanOption[] options)
    {
        OwnDataBlock block = Block(options);
        string key = Key(folder, block);
        Lazy<OwnData> open = s_open.GetOrAdd(
            key, _ => new Lazy<OwnData>(() => new OwnDataReader(folder, block).Read()));
        try
        {
            return open.Value;
        }
        catch
        {
            // Drop the failed read: the next one may come after the file was put right.
            s_open.TryRemove(KeyValuePair.Create(key, open));
            throw;
        }
    }

    private static OwnDataBlock Block(PlanOption[] options)
    {
        try
        {
            return OwnDataBlock.Of(options);
        }
        catch (ParameterException exception)
        {
            throw new DataFileException(exception.Message);
        }
    }

    private static int[] Balance(OwnClasses data, string split)
    {
        int[] counts = new int[data.ClassCount];
        for (int sample = 0; sample < data.SamplesOf(split); sample++)
            counts[data.ClassOf(split, sample)]++;
        return counts;
    }

    // With length and time of each file: another file of its name is read anew.
    private static string Key(string folder, OwnDataBlock block)
    {
        IEnumerable<string> values =
            block.Options.Select(option => $"{option.Name}={string.Join('\t', option.Values)}");
        IEnumerable<string> files = block.Files.Select(name =>
        {
            FileInfo file = new(Path.GetFullPath(name, folder));
            return file.Exists
                ? string.Create(CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc.Ticks}")
                : "";
        });
        return string.Join('\n', [folder, .. values, .. files]);
    }
}
