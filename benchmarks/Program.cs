using System.CommandLine;
using BenchmarkDotNet.Running;
using PalActors.Benchmarks;

RootCommand commands = BenchmarkCommands.Build();
if (args.Length > 0 && commands.Subcommands.Any(command => command.Name == args[0]))
    return await commands.Parse(args).InvokeAsync();
BenchmarkSwitcher.FromAssembly(typeof(BenchmarkCommands).Assembly).Run(args);
return 0;
