using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("PalActors.Cluster.Tests")]
