namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Data set whose samples have classes, also where its targets are something else.</summary>
public interface ILabelledDataSet : IDataSet
{
    /// <summary>Number of classes.</summary>
    int ClassCount { get; }

    /// <summary>Gets the class of a sample, from 0.</summary>
    int ClassOf(string split, int sample);
}
