using System.CommandLine;
using System.Globalization;
using PalActors.Cli.Terminal;
using PalActors.Lab;
using PalActors.Lab.DryRuns;

namespace PalActors.Cli.DryRuns;

/// <summary>The option <c>--dry-run</c>, and those about the machines of a run that is not run.</summary>
internal sealed class DryRunArguments
{
    private const double LargestLatency = 60_000;
    private const double LargestBandwidth = 1e6;
    private const int MostCores = 4096;

    private static readonly DryRunOptions s_usual = new();

    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Prints memory, traffic, time and placement, as each process or container needs them, "
            + "and runs nothing but a few ticks to time them, in about two seconds.",
    };

    private readonly Option<string?> _latency = new("--latency")
    {
        Description = "With --dry-run and --nodes: milliseconds that the network between two nodes takes one way; "
            + "0 by default, as between processes of one machine.",
        HelpName = "MS",
    };

    private readonly Option<string?> _bandwidth = new("--bandwidth")
    {
        Description = string.Create(
            CultureInfo.InvariantCulture,
            $"With --dry-run and --nodes: megabytes per second that a node sends, and takes, at most; "
            + $"{s_usual.Bandwidth / 1e6} by default, which is {s_usual.Bandwidth * 8 / 1e9} Gbit/s."),
        HelpName = "MB/S",
    };

    private readonly Option<string?> _cores = new("--cores")
    {
        Description = "With --dry-run: cores of each machine; by default as many as this one has.",
        HelpName = "N",
    };

    private readonly Option<bool> _noCalibration = new("--no-calibration")
    {
        Description = "With --dry-run: computes no ticks here, and tells no times.",
    };

    /// <summary>Adds the options to a command.</summary>
    public DryRunArguments(Command command)
    {
        foreach (Option option in (Option[])[_dryRun, _latency, _bandwidth, _cores, _noCalibration])
            command.Options.Add(option);
    }

    /// <summary>Reads them.</summary>
    /// <returns>Null if the run is to be run.</returns>
    /// <exception cref="InputException">A value is invalid, or has nothing to act on.</exception>
    public DryRunOptions? Read(ParseResult parsed, bool hasNodes)
    {
        Option[] others = [_latency, _bandwidth, _cores, _noCalibration];
        Option? given = Array.Find(others, option => parsed.GetResult(option) is { Implicit: false });
        if (!parsed.GetValue(_dryRun))
        {
            return given is null
                ? null
                : throw new InputException($"{given.Name} is given without --dry-run; valid with --dry-run.");
        }

        if (!hasNodes && (given == _latency || given == _bandwidth))
            throw new InputException($"{given.Name} is given without --nodes; valid with --nodes N.");
        return s_usual with
        {
            Latency = Number(parsed, _latency, 0, LargestLatency) / 1e3 ?? s_usual.Latency,
            Bandwidth = Number(parsed, _bandwidth, 1e-3, LargestBandwidth) * 1e6 ?? s_usual.Bandwidth,
            Cores = parsed.GetValue(_cores) is { } cores
                ? WholeText.Parse(_cores.Name, cores, 1, MostCores)
                : s_usual.Cores,
            Calibrates = !parsed.GetValue(_noCalibration),
        };
    }

    private static double? Number(ParseResult parsed, Option<string?> option, double least, double most)
    {
        if (parsed.GetValue(option) is not { } text)
            return null;
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value)
            && value >= least && value <= most
            ? value
            : throw new InputException(string.Create(
                CultureInfo.InvariantCulture, $"{option.Name} is '{text}'; valid is a number from {least} to {most}."));
    }
}
