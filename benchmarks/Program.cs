using BenchmarkDotNet.Running;
using PalActors.Benchmarks;

// `ticks` measures whole runs in one process (plain loop beside actors); anything else goes to BenchmarkDotNet, for instance `--filter *Projection*`.
if (args is ["ticks", ..])
    return await TickBenchmark.RunAsync(args[1..]);
BenchmarkSwitcher.FromAssembly(typeof(TickBenchmark).Assembly).Run(args);
return 0;
