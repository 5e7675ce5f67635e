using PalActors.Areas.Models;
using PalActors.Seed;

return await CommandLine.RunAsync(args, CellModels.All);
