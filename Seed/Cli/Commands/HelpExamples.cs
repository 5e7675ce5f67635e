using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace PalActors.Cli.Commands;

/// <summary>Adds examples and notes to the help of a command.</summary>
internal static class HelpExamples
{
    /// <summary>Adds examples, which begin with <c>palactors</c>, and notes, which do not.</summary>
    public static void Add(Command command, params string[] lines)
    {
        HelpOption? help = command.Options.OfType<HelpOption>().FirstOrDefault();
        if (help is null)
        {
            help = new HelpOption();
            command.Options.Add(help);
        }

        help.Action = new Action((HelpAction)help.Action!, lines);
    }

    private sealed class Action(HelpAction help, string[] lines) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            int code = help.Invoke(parseResult);
            TextWriter output = parseResult.InvocationConfiguration.Output;
            string[] examples = [.. lines.Where(IsExample)], notes = [.. lines.Where(line => !IsExample(line))];
            output.WriteLine(examples.Length == 1 ? "Example:" : "Examples:");
            foreach (string line in examples)
                output.WriteLine($"  {line}");
            if (notes.Length > 0)
            {
                output.WriteLine();
                output.WriteLine("Notes:");
            }

            foreach (string line in notes)
                output.WriteLine($"  {line}");
            output.WriteLine();
            return code;
        }

        private static bool IsExample(string line) => line.StartsWith("palactors ", StringComparison.Ordinal);
    }
}
