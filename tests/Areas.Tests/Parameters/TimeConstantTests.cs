using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.Parameters;

/// <summary>A step too large for a time constant is refused; a coarse one gives a note.</summary>
public sealed class TimeConstantTests
{
    private static readonly int[] s_layers = [4, 9, 7, 3];

    [Theory]
    [InlineData("PAL", "tauHP", "tauHP is 0.01 ms", "tauHP above 0.01 ms", "tauHP=0.01")]
    [InlineData("FA", "tauHP", "tauHP is 0.001 ms", "dt below 0.001 ms", "tauHP=0.001")]
    [InlineData("PAL", "tauHP", "tauHP is 0.1 ms and dt is 0.25 ms", "above 0.25 ms", "dt=0.25", "Tpres=5",
        "dtxi=0.25")]
    [InlineData("PAL", "tauLO", "tauLO is 0.005 ms", "above 0.01 ms", "tauLO=0.005")]
    [InlineData("BP", "tauLO", "tauLO is 0.005 ms", "above 0.01 ms", "tauLO=0.005", "dWPP_low_pass=false",
        "inter_low_pass=true")]
    [InlineData("PAL", "tauxi", "tauxi is 0.01 ms", "above 0.01 ms", "tauxi=0.01")]
    [InlineData("PAL-norm", "tauxi", "tauxi is 0.01 ms", "above 0.01 ms", "tauxi=0.01", "noise_scale=0,0.1")]
    [InlineData("FA", "tau_prediction", "tau_prediction is 0.002 ms", "above 0.01 ms", "tau_prediction=0.002",
        "prediction=linear")]
    [InlineData("FA", "gl", "1/(gl + gbas + gapi) of hidden areas is 0.005 ms", "dt below 0.005 ms", "gapi=199.87")]
    [InlineData("FA", "gl", "1/(gl + gbas + gntgt) of the top area is 0.005 ms", "dt below 0.005 ms", "gntgt=199.87")]
    [InlineData("FA", "gl", "1/(gl + gden + gnI) of interneurons is 0.005 ms", "dt below 0.005 ms", "gnI=199.87")]
    [InlineData("PAL", "alpha", "1/(alpha eta_bw) of the decay of B is 0.01 ms", "dt below 0.01 ms", "alpha=0,200",
        "eta_bw=0.5")]
    public void AStepAsLongAsATimeConstantIsRefusedWithBothNumbers(
        string model, string key, string number, string valid, params string[] options)
    {
        ParameterException error = Assert.Throws<ParameterException>(() => Build(model, options));
        Assert.Equal(key, error.Key);
        Assert.Contains(number, error.Message, StringComparison.Ordinal);
        Assert.Contains("dt is", error.Message, StringComparison.Ordinal);
        Assert.Contains(valid, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PAL", "taur=0")]
    [InlineData("PAL", "tauHP=0.0101")]
    [InlineData("FA", "tauxi=0.01")]
    [InlineData("PAL", "tauxi=0.01", "noise_scale=0")]
    [InlineData("PAL", "tauxi=0.01", "noise_type=hold_white_noise")]
    [InlineData("PAL", "tauLO=0.01", "dWPP_low_pass=false")]
    [InlineData("PAL", "tau_prediction=0.01")]
    [InlineData("FA", "alpha=1000")]
    [InlineData("PAL", "gapi=0", "gnI=0", "gntgt=0")]
    public void WhatANetworkDoesNotStepThroughIsNoMatter(string model, params string[] options) =>
        Build(model, options);

    [Theory]
    [InlineData("tauHP=0.02", null)]
    [InlineData("tauHP=0.0199", "tauHP is 0.0199 ms and dt is 0.01 ms")]
    [InlineData("tauxi=0.011", "tauxi is 0.011 ms and dt is 0.01 ms")]
    public void AStepAboveHalfOfATimeConstantIsNoted(string option, string? note)
    {
        PlannedNetwork network = Build("PAL", option);
        string[] notes = [.. TimeConstants.Notes(network.Parameters, network.Model.UsesNoise)];
        Assert.Equal(note is null ? 0 : 1, notes.Length);
        if (note is not null)
            Assert.Contains(note, notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void APlanForANodeIsCheckedToo() => Assert.Throws<ParameterException>(() => Build("PAL", "tauHP=0.01"));

    private static PlannedNetwork Build(string model, params string[] options) =>
        new(SmallPlans.YinYang(model, s_layers, options: options));
}
