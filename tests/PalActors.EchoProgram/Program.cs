using PalActors.Areas.Models;
using PalActors.Echo;
using PalActors.Seed;

return await CommandLine.RunAsync(args, CellModels.All.With(new EchoModel()));
