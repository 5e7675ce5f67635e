using BenchmarkDotNet.Attributes;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Populations;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Benchmarks;

/// <summary>Benchmarks of one plastic projection: sum and update in one pass.</summary>
/// <remarks>Columns compare it with the limits of the machine (<see cref="MachineLimits"/>).</remarks>
[MemoryDiagnoser]
[Config(typeof(RooflineConfig))]
public class ProjectionBenchmarks
{
    private PlasticProjection _projection = null!;
    private double[] _rates = [];
    private double[] _sums = [];

    [Params("30x4", "10x100", "100x784", "500x500", "2000x2000")]
    public string Shape { get; set; } = "";

    [Params(UpdateForm.None, UpdateForm.Hebbian, UpdateForm.LowPassed, UpdateForm.Decaying)]
    public UpdateForm Form { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        PassTraffic pass = PassTraffic.Of(Shape, Form);
        _projection = new PlasticProjection(pass.Rows, pass.Columns, lowPass: Form == UpdateForm.LowPassed);
        _rates = Padding.Allocate(pass.Columns);
        _sums = Padding.Allocate(pass.Rows);
        Array.Fill(_rates, 0.5);
        Array.Fill(_projection.Update.Post, 1e-9);
        Array.Fill(_projection.Update.Pre, 0.5);
        _projection.Update.Keep = 0.9999;
        _projection.Update.Decay = 1e-9;
        _projection.Update.Form = Form;
    }

    [Benchmark]
    public void Pass() => _projection.Pass(_rates, _sums);
}

/// <summary>Benchmarks of the element-wise parts: activations and noise.</summary>
[MemoryDiagnoser]
public class PopulationBenchmarks
{
    private double[] _x = [];
    private double[] _y = [];
    private Activation _logistic = null!;
    private long _tick;

    [Params(8, 32, 1024)]
    public int Cells { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _x = Padding.Allocate(Cells);
        _y = Padding.Allocate(Cells);
        _logistic = Activation.Get("logistic");
    }

    [Benchmark]
    public void Logistic() => _logistic.Rates(_x, _y, Cells);

    [Benchmark]
    public void Normals() => CounterRandom.Normals(1, RandomStream.Noise, 1, ++_tick, _y);
}
