using System.Text;
using PalActors.Areas.Contract.Models;

namespace PalActors.Lab.Experiments;

/// <summary>Writes an experiment of a user's own from one at hand, with its comments.</summary>
internal static class ExperimentCopy
{
    private const string Schema = "experiment.schema.json";
    private const string DataFolder = "data_folder";

    /// <summary>Writes the file.</summary>
    /// <param name="models">The cell models that it may name.</param>
    /// <param name="file">The file, which must not be there.</param>
    /// <param name="from">Name or path of the experiment at hand.</param>
    /// <param name="overrides">Other values of its keys.</param>
    /// <param name="command">Command that runs the file, for its first line.</param>
    /// <exception cref="InputException">Anything invalid; then nothing is written.</exception>
    public static void Write(
        ModelRegistry models, string file, string from, IReadOnlyList<Override> overrides, string command)
    {
        Check(file);
        string source = ExperimentFiles.Resolve(from);
        if (source.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            throw new InputException($"'{from}' is a file of the authors' program; valid is a .yaml file.");
        Experiment meant = ExperimentReader.Read(models, source, overrides);
        string text = Text(file, from, source, command);
        foreach (Override change in overrides.Where(one => one.Key != DataFolder).Concat(Folder(meant, file)))
            text = ExperimentEdit.Apply(text, file, change);
        Experiment written = ExperimentReader.Read(models, file, YamlReader.ReadText(text, file), []);
        if (ExperimentWriter.Write(written) != ExperimentWriter.Write(meant with { Name = written.Name }))
        {
            throw new InputException(
                $"{file}: from here the experiment would be another one than {source}; "
                + "valid is a file in the same folder, or full paths in it.");
        }

        WriteNew(file, text);
    }

    private static void Check(string file)
    {
        bool isYaml = Path.GetExtension(file) is ".yaml" or ".yml";
        if (!isYaml || Path.GetFileNameWithoutExtension(file).Length == 0)
            throw new InputException($"FILE is '{file}'; valid is a file that ends in .yaml, for instance mine.yaml.");
        if (File.Exists(file) || Directory.Exists(file))
            throw new InputException($"FILE is '{file}', which is there already; valid is a file that is not there.");
        string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        if (!Directory.Exists(folder))
            throw new InputException($"FILE is '{file}', and there is no folder {folder}; valid is one that is there.");
    }

    // Editors find the schema beside the file, or not at all.
    private static string Text(string file, string from, string source, string command)
    {
        string text = YamlReader.Text(source).ReplaceLineEndings("\n");
        string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        string first = text[..(text.IndexOf('\n') + 1)], editor = "";
        if (first.StartsWith("# yaml-language-server:", StringComparison.Ordinal))
        {
            text = text[first.Length..];
            editor = File.Exists(Path.Combine(folder, Schema)) ? first : "";
        }

        return $"{editor}# From {from}, by 'palactors new'. To run it: {command}\n#\n{text}";
    }

    // Data are seen from the folder of the file that names them.
    private static IEnumerable<Override> Folder(Experiment meant, string file)
    {
        if (meant.DataFolder.Length == 0)
            return [];
        string folder = Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(file))!, meant.DataFolder);
        return [Override.Of(DataFolder, YamlText.Quote(folder))];
    }

    private static void WriteNew(string file, string text)
    {
        try
        {
            using FileStream stream = new(file, FileMode.CreateNew, FileAccess.Write);
            stream.Write(Encoding.UTF8.GetBytes(text));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{file}: cannot be written: {exception.Message}");
        }
    }
}
