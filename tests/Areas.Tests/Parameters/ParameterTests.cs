using System.Globalization;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Tests.Parameters;

/// <summary>Each bad value is one clear error naming key, value and what is valid.</summary>
public sealed class ParameterTests
{
    private static readonly int[] s_layers = [4, 9, 7, 3];
    private static readonly string[] s_required = ["eta_fw", "eta_bw", "eta_IP", "eta_PI"];

    /// <summary>Every parameter of the table with values that its kind and bounds forbid.</summary>
    public static TheoryData<string, string> BadValues
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (ParameterDescriptor parameter in MicrocircuitTable.All)
            {
                foreach (string value in Bad(parameter))
                    data.Add(parameter.Name, value);
            }

            return data;
        }
    }

    public static TheoryData<string> PerAreaParameters =>
    [
        .. MicrocircuitTable.All.Where(p => p.Scope is ParameterScope.Cortical or ParameterScope.Hidden)
            .Select(p => p.Name),
    ];

    [Theory]
    [MemberData(nameof(BadValues))]
    public void ABadValueIsNamedWithItsKeyAndWhatIsValid(string name, string value)
    {
        ParameterException error = Assert.Throws<ParameterException>(() => Bind(Given(name, value)));
        Assert.Equal(name, error.Key);
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
        // For a range the message names the number that is wrong, or both.
        Assert.Contains(value.Split(", "), part => error.Message.Contains($"'{part}'", StringComparison.Ordinal)
            || error.Message.Contains($"'{value}'", StringComparison.Ordinal));
        Assert.Contains(MicrocircuitTable.Find(name)!.Valid, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [MemberData(nameof(PerAreaParameters))]
    public void ABadValueInsideAListIsFoundToo(string name)
    {
        ParameterDescriptor parameter = MicrocircuitTable.Find(name)!;
        int count = parameter.Scope == ParameterScope.Cortical ? 3 : 2;
        string[] values = [.. Enumerable.Repeat(Good(parameter), count)];
        Bind(Given(name, values));
        values[^1] = "nonsense";
        Assert.Contains(
            "nonsense",
            Assert.Throws<ParameterException>(() => Bind(Given(name, values))).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(PerAreaParameters))]
    public void AListOfTheWrongLengthIsNamedWithBothNumbers(string name)
    {
        ParameterDescriptor parameter = MicrocircuitTable.Find(name)!;
        int count = parameter.Scope == ParameterScope.Cortical ? 3 : 2;
        foreach (int wrong in new[] { 0, count - 1, count + 1 }.Where(n => n != 1))
        {
            ParameterException error = Assert.Throws<ParameterException>(
                () => Bind(Given(name, [.. Enumerable.Repeat(Good(parameter), wrong)])));
            Assert.Equal(name, error.Key);
            Assert.Contains($"{wrong} values", error.Message, StringComparison.Ordinal);
            Assert.Contains($"1 or {count}", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void OneValueStandsForAllAreas()
    {
        MicrocircuitParameters parameters = Bind(Given("eta_fw", "2.5"));
        Assert.Equal([2.5, 2.5, 2.5], parameters.Cells.Learning.EtaFw.Values);
        Assert.Equal([1.0, 1.0], parameters.Cells.Learning.EtaBw.Values);
        Assert.Equal(["logistic", "logistic", "logistic"], parameters.Cells.Membranes.Activation.Values);
        Assert.Equal([0, 0], parameters.Links.DelayUp.Values);
    }

    [Theory]
    [InlineData("eta_fw")]
    [InlineData("eta_bw")]
    [InlineData("eta_IP")]
    [InlineData("eta_PI")]
    public void WhatMustBeGivenIsAskedForByName(string name)
    {
        ParameterException error = Assert.Throws<ParameterException>(
            () => Bind([.. Given().Where(o => o.Name != name)]));
        Assert.Equal(name, error.Key);
        Assert.Contains($"{name} is missing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownNameIsRefusedByName() =>
        Assert.Equal(
            "eta_fv", Assert.Throws<ParameterException>(() => Bind([.. Given(), new PlanOption("eta_fv", ["1"])])).Key);

    [Fact]
    public void ANameGivenTwiceIsRefusedByName() =>
        Assert.Contains(
            "twice",
            Assert.Throws<ParameterException>(() => Bind([.. Given(), new PlanOption("eta_fw", ["1"])])).Message,
            StringComparison.Ordinal);

    [Fact]
    public void AScalarWithTwoValuesIsRefused() =>
        Assert.Contains(
            "2 values",
            Assert.Throws<ParameterException>(() => Bind(Given("tauHP", "1", "2"))).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("Tpres", "0.015")]
    [InlineData("Tpres", "0.001")]
    [InlineData("dtxi", "0.025")]
    [InlineData("Tpres", "1e300")]
    public void ATimeThatIsNoWholeNumberOfTicksIsNamedWithBothNumbers(string name, string value)
    {
        ParameterException error = Assert.Throws<ParameterException>(() => Bind(Given(name, value)));
        Assert.Equal(name, error.Key);
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
        Assert.Contains("0.01", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tpres", "0.015", "0.015 ms, which is 1.5 ticks", "here 0.01 or 0.02 ms")]
    [InlineData("Tpres", "0.001", "0.001 ms, which is 0.1 ticks", "here 0.01 ms")]
    [InlineData("dtxi", "0.025", "0.025 ms, which is 2.5 ticks", "here 0.02 or 0.03 ms")]
    [InlineData("Tpres", "1e300", "1E+300 ms", "at most 2147483647 ticks")]
    [InlineData("Tpres", "10000000.005", "which is 1000000001 ticks", "here 10000000 or 10000000.01 ms")]
    public void TheNearestTimesAreNamed(string name, string value, params string[] parts)
    {
        ParameterException error = Assert.Throws<ParameterException>(() => Bind(Given(name, value)));
        Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
    }

    // The decimal number that the user wrote counts, not the double next to it.
    [Theory]
    [InlineData("0.1")]
    [InlineData("0.01")]
    [InlineData("0.003")]
    [InlineData("0.07")]
    [InlineData("0.0125")]
    public void EveryDecimalMultipleOfTheStepIsThatManyTicks(string step)
    {
        decimal dt = decimal.Parse(step, CultureInfo.InvariantCulture);
        foreach (int ticks in Enumerable.Range(1, 400).Concat([99_999, 1_000_000_007, int.MaxValue]))
        {
            double time = (double)(ticks * dt);
            Assert.Equal(ticks, TickText.Whole("Tpres", time, (double)dt, 1));
            double between = (double)((ticks * dt) + (dt / 4));
            Assert.Throws<ParameterException>(() => TickText.Whole("Tpres", between, (double)dt, 1));
        }
    }

    [Theory]
    [InlineData("0.5", "here 0 or 1")]
    [InlineData("2.75", "here 2 or 3")]
    public void AUniformJitterHasAWholeLargestValue(string scale, string nearest)
    {
        PlanOption given = new("jitter_scale", [scale]);
        PlanOption[] options = [.. Given("jitter", "uniform"), given];
        ParameterException error = Assert.Throws<ParameterException>(() => Bind(options));
        Assert.Equal("jitter_scale", error.Key);
        Assert.Contains($"jitter_scale is {scale}", error.Message, StringComparison.Ordinal);
        Assert.Contains(nearest, error.Message, StringComparison.Ordinal);
        Bind([.. Given("jitter", "normal"), given]);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("7 ticks", 7)]
    [InlineData("0 ms", 0)]
    [InlineData("0.5 ms", 50)]
    [InlineData("0.07 ms", 7)]
    [InlineData("0.29ms", 29)]
    [InlineData("1e1 ms", 1000)]
    [InlineData("1000 ms", 100_000)]
    [InlineData("100000", 100_000)]
    public void ADelayIsTicksOrATime(string value, int ticks)
    {
        Assert.Equal([ticks, 3], Bind(Given("delay_up", value, "3")).Links.DelayUp.Values);
        Assert.Equal([ticks, ticks], Bind(Given("delay_down", value)).Links.DelayDown.Values);
        Assert.Equal(ticks, Bind(Given("jitter_max", value)).Links.JitterUp.Values[0].Largest);
    }

    [Theory]
    [InlineData("0.505 ms", "'0.505 ms', which is 50.5 ticks of dt = 0.01 ms", "here 50 or 51")]
    [InlineData("0.001 ms", "'0.001 ms', which is 0.1 ticks of dt = 0.01 ms", "here 0 or 1")]
    [InlineData("0.0500001 ms", "5.00001 ticks", "here 5 or 6")]
    [InlineData("100001", "'100001'", "at most 100000 ticks, 1000 ms")]
    [InlineData("99999999999999999999 ticks", "'99999999999999999999 ticks'", "at most 100000 ticks, 1000 ms")]
    [InlineData("1000.01 ms", "'1000.01 ms'", "at most 100000 ticks, 1000 ms")]
    [InlineData("1e300 ms", "'1e300 ms'", "at most 100000 ticks, 1000 ms")]
    public void ADelayThatIsNoNumberOfTicksOrTooLongIsNamedWithBothNumbers(string value, params string[] parts)
    {
        foreach (string name in new[] { "delay_up", "delay_down", "jitter_max" })
        {
            ParameterException error = Assert.Throws<ParameterException>(() => Bind(Given(name, value)));
            Assert.Equal(name, error.Key);
            Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void ALinkThatWouldTakeTooMuchMemoryIsRefused()
    {
        ParameterException error = Assert.Throws<ParameterException>(
            () => new MicrocircuitParameters(AreaGraph.Chain([4, 2000, 3]), Given("delay_up", "100000")));
        Assert.Equal("delay_up", error.Key);
        Assert.Contains("2000 values", error.Message, StringComparison.Ordinal);
        Assert.Contains("at most 2.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ADelayWithItsJitterHasTheSameLimit()
    {
        PlanOption[] jitter = [new("jitter", ["normal"]), new("jitter_max", ["11"])];
        PlanOption[] options = [.. Given("delay_down", "99990"), .. jitter];
        ParameterException error = Assert.Throws<ParameterException>(() => Bind(options));
        Assert.Equal("jitter_max", error.Key);
        Assert.Contains("11 ticks and delay_down 99990", error.Message, StringComparison.Ordinal);
        Bind([.. options.Where(option => option.Name != "jitter")]);
    }

    [Theory]
    [InlineData(new[] { 4 }, "layers has 1")]
    [InlineData(new int[0], "layers has 0")]
    [InlineData(new[] { 4, 0, 3 }, "layers[1] is 0")]
    [InlineData(new[] { -4, 5, 3 }, "layers[0] is -4")]
    [InlineData(new[] { 4, 5, int.MinValue }, "layers[2] is -2147483648")]
    public void SizesThatMakeNoHierarchyAreNamed(int[] layers, string expected)
    {
        ParameterException error = Assert.Throws<ParameterException>(
            () => new MicrocircuitParameters(AreaGraph.Chain(layers), Given()));
        Assert.Equal("layers", error.Key);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryDefaultIsValidAndEveryParameterIsDescribed()
    {
        Bind(Given());
        Assert.All(MicrocircuitTable.All, p => Assert.NotEqual("", p.Summary));
        Assert.Equal(MicrocircuitTable.All.Count, MicrocircuitTable.All.Select(p => p.Name).Distinct().Count());
        Assert.Equal(s_required, MicrocircuitTable.All.Where(p => p.Default is null).Select(p => p.Name));
    }

    private static MicrocircuitParameters Bind(IEnumerable<PlanOption> options) =>
        new(AreaGraph.Chain(s_layers), options);

    private static List<PlanOption> Given(string? name = null, params string[] values)
    {
        List<PlanOption> options = [.. s_required.Where(r => r != name).Select(r => new PlanOption(r, ["1"]))];
        if (name is not null)
            options.Add(new PlanOption(name, values));
        return options;
    }

    private static string Good(ParameterDescriptor parameter) =>
        parameter.Kind == ParameterKind.Word ? parameter.Words![0] : "1";

    private static IEnumerable<string> Bad(ParameterDescriptor parameter)
    {
        switch (parameter.Kind)
        {
            case ParameterKind.Real:
                foreach (string value in new[] { "NaN", "Infinity", "-Infinity", "1e999", "one", "", "1,5", "0x10" })
                    yield return value;
                if (parameter.Minimum == 0)
                    yield return "-1E-09";
                if (parameter.ExclusiveMinimum)
                    yield return "0";
                break;
            case ParameterKind.Flag:
                foreach (string value in new[] { "True", "yes", "1", "" })
                    yield return value;
                break;
            case ParameterKind.Word:
                foreach (string value in new[] { "sigmoidal", "Logistic", "" })
                    yield return value;
                break;
            case ParameterKind.Ticks:
                foreach (string value in new[]
                {
                    "-1", "1.5", "x", "", "NaN", "ms", "-0.5 ms", "NaN ms", "1e999 ms", "1.5 ticks", "0x1 ms", "1 s",
                })
                    yield return value;
                break;
            default:
                foreach (string value in new[] { "1, -1", "NaN, 1", "0, Infinity", "1", "a, b" })
                    yield return value;
                break;
        }
    }
}
