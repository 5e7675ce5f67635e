namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Labelled data set of images, which are given channel by channel and row by row.</summary>
public interface IImageDataSet : ILabelledDataSet
{
    /// <summary>Shape of each image.</summary>
    ImageShape Shape { get; }
}
