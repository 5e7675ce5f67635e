using PalActors.TorchBenchmarks;
using TorchSharp;

NativeVersions.Relax();
torch.set_num_threads(1);
return await TorchCommands.Build().Parse(args).InvokeAsync();
