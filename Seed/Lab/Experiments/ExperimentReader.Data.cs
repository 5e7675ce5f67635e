using PalActors.Areas.Toolkit.Files;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <content>The data set, by name or as a description of files.</content>
internal sealed partial class ExperimentReader
{
    private PlanOption[] _dataOptions = [];

    private DataSetDescriptor Data(ExperimentTask task, YamlEntry entry)
    {
        if (entry.Value is not YamlMap)
            return DataSets.Get(ValueReader.Word(entry, DataSets.Labelled));
        _dataOptions = OwnDataYaml.Read(entry);
        OwnDataBlock block = OwnDataBlock.Of(_dataOptions);
        if (task.TargetKey is { } key && !(key == OwnDataKeys.Labels ? block.HasLabels : block.HasTargets))
            throw entry.Source.Error($"data.{key} is missing; task {task.Name} needs it.");
        if (block.Frames > 1 && task.TargetsAreInputs)
        {
            throw entry.Source.Error(
                $"data.{OwnDataKeys.Frames} is {block.Frames}, and task {task.Name} has samples as targets; "
                + "valid is 1.");
        }

        return OwnDataSets.Row(Facts());
    }

    // An experiment that says how many samples it takes can be read where its data are not.
    private OwnDataFacts? Facts()
    {
        if (new[] { "train", "validation", "test" }.All(split => Find(split) is not null))
            return null;
        try
        {
            return OwnDataSets.Describe(DataFolder(), _dataOptions);
        }
        catch (DataFileException exception)
        {
            throw new InputException(exception.Message);
        }
    }

    private string DataFolder() => Find("data_folder") is { } folder ? Folder(folder)
        : _dataOptions.Length > 0 ? From(Find("data")!)
        : "";

    // Of the file: seen from its folder, so that the two can be moved together. Of the command line: from where the
    // user is.
    private string Folder(YamlEntry entry)
    {
        string folder = ValueReader.Text(entry);
        if (folder.Trim().Length == 0 || folder.Contains('\0'))
            throw entry.Source.Error($"data_folder is {entry.Value.Show()}; valid is a folder.");
        return Path.GetFullPath(folder, From(entry));
    }

    private string From(YamlEntry entry) => entry.Source.Name == _file
        ? Path.GetDirectoryName(Path.GetFullPath(_file))!
        : Directory.GetCurrentDirectory();
}
