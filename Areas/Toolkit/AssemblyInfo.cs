using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("PalActors.Areas.Models")]
[assembly: InternalsVisibleTo("PalActors.Areas.Tests")]
[assembly: InternalsVisibleTo("PalActors.Benchmarks")]
[assembly: InternalsVisibleTo("PalActors.TorchBenchmarks")]
