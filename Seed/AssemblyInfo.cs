using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("PalActors.Seed.Tests")]
