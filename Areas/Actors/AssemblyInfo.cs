using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("PalActors.Areas.Tests")]
