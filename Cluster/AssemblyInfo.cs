using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("PalActors.Cluster.Tests")]
[assembly: InternalsVisibleTo("PalActors.Seed.Tests")]
