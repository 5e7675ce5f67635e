using PalActors.TorchBenchmarks;

NativeVersions.Relax();
return await TorchCommands.Build().Parse(args).InvokeAsync();
