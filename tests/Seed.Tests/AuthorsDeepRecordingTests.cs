using PalActors.Lab.Experiments;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Tests;

/// <summary>What the <c>rec_*</c> keys of the authors' torch program record.</summary>
public sealed class AuthorsDeepRecordingTests
{
    // Training and validation batches of an epoch, of 100 steps each.
    private const long AutoencoderEpoch = (1562 + 312) * 100;
    private const long ConvolutionalEpoch = (312 + 78) * 100;

    [Fact]
    public void WeightsOfTheAutoencoderAreRecordedAtTheEndOfEachTrainingWhenTheyAreThoseOfItsValidation()
    {
        (Experiment read, string note) = Autoencoder("PAL", "rec_weights");
        Assert.Equal(
            [("W", "1 2 3 4", AutoencoderEpoch), ("B", "1 2 3", AutoencoderEpoch)], Recordings(read));
        Assert.Contains("rec_weights: W and B are recorded after every epoch.", note, StringComparison.Ordinal);
        Phase[] phases = NetworkPlans.Of(read).Single().Schedule.Phases;
        Phase[] training = [.. phases.Where(phase => phase.Split == "train")];
        Phase[] validation = [.. phases.Where(phase => phase.Split == "validation")];
        for (int epoch = 1; epoch <= training.Length; epoch++)
        {
            Assert.InRange(
                epoch * AutoencoderEpoch, training[epoch - 1].LastTick, validation[epoch].LastTick);
        }
    }

    [Theory]
    [InlineData("BP")]
    [InlineData("DFA")]
    public void WithoutFeedbackOfAreasThereIsOnlyW(string algorithm)
    {
        (Experiment read, string note) = Autoencoder(algorithm, "rec_weights");
        Assert.Equal([("W", "1 2 3 4", AutoencoderEpoch)], Recordings(read));
        Assert.Contains("rec_weights: W is recorded", note, StringComparison.Ordinal);
    }

    [Fact]
    public void OfConvolutionsWeightsAndPotentialsAreRecordedToo()
    {
        (Experiment read, List<string> notes) = AuthorsDeepFiles.Read(
            AuthorsDeepFiles.Convolutional(("rec_weights", "true"), ("rec_prosp_u", "true"), ("rec_noise", "false")));
        Assert.Equal(
            [
                ("W", "1 2 3 4", ConvolutionalEpoch), ("B", "1 2 3", ConvolutionalEpoch),
                ("prospective_potential", "1 2 3 4", 100),
            ],
            Recordings(read));
        Assert.Equal(2, notes.Count);
    }

    [Theory]
    [InlineData("rec_activations", "rate")]
    [InlineData("rec_noise", "noise")]
    [InlineData("rec_prosp_u", "prospective_potential")]
    public void ActivityIsRecordedOncePerPresentation(string key, string observable)
    {
        (Experiment read, string note) = Autoencoder("PAL", key);
        Assert.Equal([(observable, "1 2 3 4", 100L)], Recordings(read));
        Assert.Contains($"{key}: {observable} is recorded once per", note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PAL", "rec_degs", "angle_WT_B is in metrics.csv")]
    [InlineData("FA", "rec_degs", "angle_WT_B is in metrics.csv")]
    [InlineData("BP", "rec_degs", "not used: with BP there is no B")]
    [InlineData("DFA", "rec_degs", "not used: with DFA there is no B")]
    [InlineData("FA", "rec_noise", "not used: FA has no noise")]
    public void WhatNeedsNoRecordingOrHasNoneIsTold(string algorithm, string key, string part)
    {
        (Experiment read, string note) = Autoencoder(algorithm, key);
        Assert.Empty(read.Record);
        Assert.Contains($"{key}: {part}", note, StringComparison.Ordinal);
    }

    // Those that are asked for: read-outs bring some of their own.
    private static (string, string, long)[] Recordings(Experiment read) =>
    [
        .. RecordPlans.Resolve(read, presentationTicks: 100)
            .Select(one => (one.Observable, string.Join(' ', one.Areas), one.Every)),
    ];

    // The last note: others are about what only PAL has.
    private static (Experiment Read, string Note) Autoencoder(string algorithm, string key)
    {
        (Experiment read, List<string> notes) = AuthorsDeepFiles.Read(
            AuthorsDeepFiles.Autoencoder(("algorithm", $"\"{algorithm}\""), (key, "true")));
        Assert.Equal(algorithm == "PAL" ? 1 : 2, notes.Count);
        return (read, notes[^1]);
    }
}
