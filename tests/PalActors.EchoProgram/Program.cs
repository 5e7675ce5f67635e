using PalActors.Areas.Models;
using PalActors.Cli;
using PalActors.Echo;

return await CommandLine.RunAsync(args, CellModels.All.With(new EchoModel()));
