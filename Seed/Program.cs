using PalActors.Areas.Models;
using PalActors.Cli;

return await CommandLine.RunAsync(args, CellModels.All);
