using PalActors.Areas.Toolkit.Stimuli;

namespace PalActors.Areas.Tests.Stimuli;

public sealed class DataSetsTests
{
    [Theory]
    [InlineData("yin-yang")]
    [InlineData("teacher")]
    [InlineData("nothing")]
    public void WhatDoesNotComeAsFilesCannotBeOpened(string name)
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => DataSets.Open(name, ""));
        Assert.Contains($"'{name}' is not a data set", refused.Message, StringComparison.Ordinal);
    }
}
