using System.Diagnostics;
using System.Globalization;
using PalActors.Areas.Toolkit.Files;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Cli.Terminal;
using PalActors.Messages.Plan;
using Spectre.Console;

namespace PalActors.Benchmarks;

/// <summary>Time to load files of samples: arrays beside numpy, text in megabytes per second of a core.</summary>
/// <remarks>
/// Reading is what fills the memory; a run also finds the scale of its inputs and the SHA-256 of all samples. Files are
/// written before and so lie in the memory of the system. Ours and numpy's alternate; numpy's time is that of
/// <c>numpy.load</c> alone, without the start of Python.
/// </remarks>
internal static class LoadingBenchmark
{
    private static readonly string[] s_pythons = ["python3", "/usr/bin/python3"];

    /// <summary>Measures and prints the table.</summary>
    /// <param name="rounds">Rounds that count.</param>
    public static void Run(int rounds)
    {
        Table table = new Table().AddColumns(
            "file", "MB", "read, s", "MB/s of a core", "numpy.load, s", "read over numpy", "read, scaled, hashed, s");
        string? python = Array.Find(s_pythons, one => Python(one, "import numpy; print(0)") is not null);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("palactors-loading-");
        try
        {
            foreach (LoadedFile file in LoadedFile.All)
                table.AddRow(Measure(file, Path.Combine(folder.FullName, file.FileName), python, rounds));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        ConsoleFactory.Create(Console.Out).Write(table);
        Console.WriteLine(
            $"Medians (least-most) of {rounds} rounds; a core: processor time of all threads while reading."
            + (python is null ? " There is no Python with numpy." : ""));
    }

    private static string[] Measure(LoadedFile file, string path, string? python, int rounds)
    {
        using (FileStream stream = File.Create(path))
            file.Write(stream);
        double megabytes = new FileInfo(path).Length / 1e6;
        List<double> read = [], core = [], numpy = [], whole = [];
        for (int round = -1; round < rounds; round++)
        {
            (double seconds, double busy) = Seconds(() => DataFormats.Read(path, new FileRequest([], null, null)));
            double beside = python is not null && file.IsArray ? Numpy(python, path) : double.NaN;
            (double prepared, _) = Seconds(() => Prepare(path));
            if (round < 0)
                continue;
            read.Add(seconds);
            core.Add(megabytes / busy);
            numpy.Add(beside);
            whole.Add(prepared);
        }

        Series ours = new(read), theirs = new(numpy);
        bool isBeside = double.IsFinite(theirs.Median);
        return
        [
            file.Name, Series.Text(megabytes), ours.ToString(), new Series(core).ToString(),
            isBeside ? theirs.ToString() : "-", isBeside ? ours.Over(theirs).ToString() : "-",
            new Series(whole).ToString(),
        ];
    }

    // As an experiment with data: {inputs: FILE, scaling: min-max}.
    private static object Prepare(string path)
    {
        OwnDataBlock block = OwnDataBlock.Of(
            [new(OwnDataKeys.Inputs, [path]), new(OwnDataKeys.Scaling, [OwnDataKeys.MinMax])]);
        OwnData data = new OwnDataReader(Path.GetDirectoryName(path)!, block).Read();
        string[] splits = ["train", "validation", "test"];
        return (data, DataHash.Compute(data, [.. splits.Select(split => new SplitUse(split, data.SamplesOf(split)))]));
    }

    private static (double Wall, double Busy) Seconds(Func<object> load)
    {
        GC.Collect();
        TimeSpan before = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        object loaded = load();
        double wall = Stopwatch.GetElapsedTime(start).TotalSeconds;
        GC.KeepAlive(loaded);
        return (wall, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
    }

    private static double Numpy(string python, string path)
    {
        string program = "import sys, time, numpy; begun = time.perf_counter(); array = numpy.load(sys.argv[1]); "
            + "print(time.perf_counter() - begun)";
        return double.Parse(Python(python, program, path)!, CultureInfo.InvariantCulture);
    }

    /// <summary>What a program prints; null where it fails.</summary>
    private static string? Python(string python, string program, params string[] arguments)
    {
        try
        {
            ProcessStartInfo start = new(python, ["-c", program, .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using Process process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
