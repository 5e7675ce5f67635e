using System.Globalization;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Toolkit.Files;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Reads the files of own data, and divides their samples.</summary>
/// <param name="folder">Folder from which files are seen.</param>
/// <param name="block">Description of the data.</param>
internal sealed class OwnDataReader(string folder, OwnDataBlock block)
{
    /// <summary>Reads all files.</summary>
    /// <exception cref="DataFileException">One cannot be used, or they do not fit each other.</exception>
    public OwnData Read()
    {
        OwnTable main = Read(block.Main);
        OwnTable? validation = block.Validation.Files is { } validating ? Read(validating) : null;
        OwnTable? test = block.Test.Files is { } testing ? Read(testing) : null;
        foreach (OwnTable other in new[] { validation, test }.OfType<OwnTable>())
            CheckWidths(main, other);
        CheckFrames(main);
        string[] classes = Classes([.. new[] { main, validation, test }.OfType<OwnTable>()]);
        int[] order = Order(main.Inputs.Rows);
        int validates = Share(block.Validation, order.Length), tests = Share(block.Test, order.Length);
        int trains = order.Length - validates - tests;
        if (trains < 1 || (validation is null && validates < 1) || (test is null && tests < 1))
        {
            throw new DataFileException(string.Create(
                CultureInfo.InvariantCulture,
                $"{main.Name}: of {order.Length} samples {trains} train, {validates} validate and {tests} test; "
                + $"valid is 1 or more of each split."));
        }

        OwnSamples[] splits =
        [
            main.Samples(order[..trains], classes),
            validation?.Samples(null, classes) ?? main.Samples(order[trains..(trains + validates)], classes),
            test?.Samples(null, classes) ?? main.Samples(order[(trains + validates)..], classes),
        ];
        return block.HasLabels ? new OwnClasses(splits, classes, block) : new OwnData(splits, block);
    }

    private void CheckFrames(OwnTable main)
    {
        int frames = block.Frames, width = main.Inputs.Width;
        if (frames > 1 && main.Inputs.Shape is [int first, _, ..] && first != frames)
        {
            throw new DataFileException(string.Create(
                CultureInfo.InvariantCulture,
                $"{main.Name}: a sample is {string.Join(" x ", main.Inputs.Shape)}, and data.frames is {frames}; "
                + $"valid is {first}."));
        }

        if (width % frames != 0)
        {
            string nearest = NearestWhole.Name((double)width / frames, 1, each => $"{each * frames}");
            throw new DataFileException(string.Create(
                CultureInfo.InvariantCulture,
                $"{main.Name}: a sample has {width} inputs, and data.frames is {frames}, each of as many inputs; "
                + $"valid are {nearest} inputs."));
        }
    }

    private static int Share(OwnSplitRule rule, int samples) =>
        (int)Math.Round(rule.Share * samples, MidpointRounding.AwayFromZero);

    private int[] Order(int samples)
    {
        int[] order = [.. Enumerable.Range(0, samples)];
        if (block.SplitSeed is { } seed)
            CounterRandom.Permutation(seed, RandomStream.Split, round: 0, order);
        return order;
    }

    private OwnTable Read(OwnFiles files)
    {
        IReadOnlyList<string>? labels = files.Learned is { AreLabels: true } learned ? learned.Names : null;
        IReadOnlyList<string>? targets = files.Learned is { AreLabels: false } real ? real.Names : null;
        if (files.Together is { } together)
        {
            FileRequest request = new(files.Inputs ?? [], labels, targets);
            FileContent[] read = [.. together.Select(name => DataFormats.Read(PathOf(name), request))];
            RowTable[] tables = [.. read.Select(one => one.Inputs!)];
            return new OwnTable(
                PathOf(together[0]), Join(tables, together), labels is null ? null : Join(read),
                targets is null ? null : Join([.. read.Select(one => one.Targets!)], together));
        }

        RowTable inputs = Rows(files.Inputs!);
        OwnTable table = new(
            PathOf(files.Inputs![0]), inputs,
            labels is null ? null : Join([.. labels.Select(name => Content(name, new FileRequest(null, [], null)))]),
            targets is null ? null : Rows(targets));
        int? other = table.Labels?.Codes.Length ?? table.Targets?.Rows;
        return other is null || other == inputs.Rows
            ? table
            : throw new DataFileException(string.Create(
                CultureInfo.InvariantCulture,
                $"{PathOf(files.Learned!.Names[0])}: there are {other} {(labels is null ? "targets" : "labels")}; "
                + $"valid is {inputs.Rows}, one for each row of {table.Name}."));
    }

    private RowTable Rows(IReadOnlyList<string> names) =>
        Join([.. names.Select(name => Content(name, new FileRequest([], null, null)).Inputs!)], names);

    private RowTable Join(IReadOnlyList<RowTable> tables, IReadOnlyList<string> names)
    {
        for (int i = 1; i < tables.Count; i++)
        {
            if (tables[i].Width != tables[0].Width)
                throw Width(PathOf(names[i]), tables[i].Width, tables[0].Width, PathOf(names[0]));
        }

        return JoinedRows.Of(tables);
    }

    private static LabelColumn Join(IEnumerable<FileContent> read) =>
        LabelColumn.Join([.. read.Select(one => one.Labels!)]);

    private FileContent Content(string name, FileRequest request) => DataFormats.Read(PathOf(name), request);

    // On another machine the same files may lie below its folder for data.
    private string PathOf(string name)
    {
        string path = Path.GetFullPath(name, folder);
        return !File.Exists(path) && DataFolders.Shared is { } shared && File.Exists(Path.Combine(shared, name))
            ? Path.Combine(shared, name)
            : path;
    }

    private static void CheckWidths(OwnTable main, OwnTable other)
    {
        if (other.Inputs.Width != main.Inputs.Width)
            throw Width(other.Name, other.Inputs.Width, main.Inputs.Width, main.Name);
        if (other.Targets is { } targets && targets.Width != main.Targets!.Width)
            throw Width(other.Name, targets.Width, main.Targets.Width, main.Name);
    }

    private static DataFileException Width(string path, int width, int valid, string main) => new(string.Create(
        CultureInfo.InvariantCulture, $"{path}: a row has {width} values; valid is {valid}, as in {main}."));

    // Numbers in their order, other texts in that of their characters.
    private static string[] Classes(IReadOnlyList<OwnTable> tables)
    {
        string[] names = [.. tables.SelectMany(table => table.Labels?.Names ?? []).Distinct()];
        if (tables[0].Labels is not null && names.Length < 2)
        {
            throw new DataFileException(
                $"{tables[0].Name}: all labels are '{names[0]}'; valid are two classes or more.");
        }

        bool areNumbers = names.All(name => long.TryParse(name, CultureInfo.InvariantCulture, out _));
        return areNumbers
            ? [.. names.OrderBy(name => long.Parse(name, CultureInfo.InvariantCulture))]
            : [.. names.Order(StringComparer.Ordinal)];
    }
}
