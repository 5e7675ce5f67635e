using System.CommandLine;
using Microsoft.Extensions.Logging;
using PalActors.Cli.Terminal;
using PalActors.Clustering.Logging;
using PalActors.Lab;

namespace PalActors.Cli.Settings;

/// <summary>The options of every command about its log.</summary>
/// <remarks>They are read before all others, so that also what is wrong with those is logged as asked for.</remarks>
internal static class LogSettings
{
    private const string Section = "Logging:LogLevel";

    // All categories that are not named.
    private const string Others = "Default";

    // Not generic over the enumerations: such code would be compiled anew at every start.
    private static readonly string[] s_levels =
        [.. Enum.GetNames(typeof(LogLevel)).Select(name => name.ToLowerInvariant())];

    /// <summary>The options.</summary>
    public static SettingOption[] Create() => [Level(), Format()];

    /// <summary>Opens the log that is asked for, whatever else the arguments hold.</summary>
    /// <exception cref="InputException">A level or the format is unknown.</exception>
    public static ProgramLog Open(string[] args, ProcessSources sources, TextWriter error)
    {
        SettingOption level = Level(), format = Format();
        RootCommand alone = new() { level, format };
        alone.TreatUnmatchedTokensAsErrors = false;
        ParserConfiguration parser = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };
        ParseResult parsed = alone.Parse(args, parser);
        List<LoggerFilterRule> levels = [];
        if (sources.File is { } file)
        {
            foreach ((string category, string? text) in file.In(Section))
                levels.Add(Rule(category, new Given(text ?? "", SettingsFile.SourceOf($"{Section}:{category}"))));
        }

        if (Find(parsed, level, sources) is { } given)
        {
            foreach (string part in given.Text.Split(',', StringSplitOptions.TrimEntries))
                levels.Add(RuleOf(part, given));
        }

        return new ProgramLog(error, FormatOf(Find(parsed, format, sources)), levels);
    }

    private static SettingOption Level() => new(
        "--log-level", "LEVEL", $"Lowest level of lines on the error stream: {string.Join(", ", s_levels)}; "
        + "by default information. LEVEL,Akka=LEVEL is that of actor systems too, by default error.")
    {
        Recursive = true,
    };

    private static SettingOption Format() => new(
        "--log-format", "FORMAT", "Lines of the error stream: text (the default), or json, an object a line, for log "
        + "collectors.")
    {
        Recursive = true,
    };

    // Mistakes in the arguments themselves are told when the command is read.
    private static Given? Find(ParseResult parsed, SettingOption option, ProcessSources sources) =>
        parsed.GetResult(option) is { Errors: var errors } && errors.Any() ? null
        : parsed.GetValue(option) is { } text ? new Given(text, option.Name)
        : sources.Find(option);

    private static LoggerFilterRule RuleOf(string part, Given given)
    {
        int equals = part.IndexOf('=', StringComparison.Ordinal);
        return equals == 0
            ? throw Unknown(given with { Text = part })
            : Rule(equals < 0 ? Others : part[..equals], given with { Text = part[(equals + 1)..] });
    }

    private static LoggerFilterRule Rule(string category, Given given)
    {
        int level = Array.IndexOf(s_levels, given.Text.ToLowerInvariant());
        if (level < 0)
            throw Unknown(given);
        bool isForOthers = category.Equals(Others, StringComparison.OrdinalIgnoreCase);
        return new LoggerFilterRule(null, isForOthers ? null : category, (LogLevel)level, null);
    }

    private static LogFormat FormatOf(Given? given) => given?.Text.ToLowerInvariant() switch
    {
        null or "text" => LogFormat.Text,
        "json" => LogFormat.Json,
        _ => throw new InputException($"{given!.Source} is '{given.Text}'; valid is text or json."),
    };

    private static InputException Unknown(Given given) =>
        new($"{given.Source} is '{given.Text}'; valid is one of {string.Join(", ", s_levels)}.");
}
