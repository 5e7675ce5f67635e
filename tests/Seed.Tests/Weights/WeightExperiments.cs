using System.Globalization;
using System.IO.Compression;
using System.Text;
using PalActors.Lab.Weights;

namespace PalActors.Seed.Tests.Weights;

/// <summary>Small experiments whose weights are taken out and given to others.</summary>
internal static class WeightExperiments
{
    /// <summary>Rate cells with feedback that learns.</summary>
    public const string Rate = """
        cells: rate
        layers: [4, 6, 3]
        model: PAL
        data: yin-yang
        train: 20
        validation: 10
        test: 10
        batch_size: 5
        seeds: [7]
        epochs: 1
        eta_W: 0.5
        eta_B: 0.2
        sigma: 0.05
        Tpres: 2
        dt: 0.1

        """;

    /// <summary>A graph with a pathway past an area.</summary>
    public const string Graph = """
        data: yin-yang
        train: 4
        validation: 3
        test: 2
        areas:
          - {name: input, inputs: [0, 1, 2, 3]}
          - {name: low, cells: 6}
          - {name: high, cells: 5}
          - {name: top, cells: 3, target: all}
        pathways:
          - {from: input, to: low}
          - {from: low, to: high}
          - {from: low, to: top}
          - {from: high, to: top}
        model: PAL
        seeds: [7]
        epochs: 1
        eta_fw: 5
        eta_bw: 0.5
        eta_IP: 0.05
        eta_PI: 0.02
        noise_scale: 0.01

        """;

    /// <summary>Rate cells that learn real values of <see cref="Points"/> in <c>points.csv</c>.</summary>
    public const string Regression = """
        cells: rate
        task: regression
        data: {file: points.csv, targets: [angle, radius], scaling: z-score, validation: 0.5, test: 0.25}
        layers: [2, 6, 2]
        model: PAL
        seeds: [7]
        epochs: 2
        batch_size: 4
        eta_B: 0.1
        reg: 1.0e-5
        sigma: 0.05
        eta_W: 0.1
        activation: [sigmoid, linear]
        target_type: mse
        beta: 0.1
        error_path: direct
        dt: 0.1
        Tpres: 2
        tau_xi: 10
        tau_HP: 10
        weight_sd: 0.05

        """;

    /// <summary>Rate cells that learn their inputs.</summary>
    public const string Autoencoder = """
        cells: rate
        task: autoencoder
        model: PAL
        layers: [4, 3, 4]
        data: yin-yang
        train: 20
        validation: 250
        test: 15
        batch_size: 5
        seeds: [7]
        epochs: 1
        read_out: none
        eta_W: 0.5
        eta_B: 0.2
        sigma: 0.05
        Tpres: 2
        dt: 0.1

        """;

    /// <summary>Points with an angle and a radius.</summary>
    public static string Points
    {
        get
        {
            Random random = new(3);
            return "x,y,angle,radius\n" + string.Concat(Enumerable.Range(0, 400).Select(_ =>
            {
                (double x, double y) = (random.NextDouble() - 0.5, random.NextDouble() - 0.5);
                (double angle, double radius) = (Math.Atan2(y, x), Math.Sqrt((x * x) + (y * y)));
                return FormattableString.Invariant($"{x:F4},{y:F4},{angle:F4},{radius:F4}\n");
            }));
        }
    }

    /// <summary>The experiments by name.</summary>
    public static string Text(string name) => name switch
    {
        "rate" => Rate,
        "single" => Rate + "precision: single\n",
        "graph" => Graph,
        "bp" => Palactors.Small.Replace("model: PAL\nseeds", "model: BP\nseeds", StringComparison.Ordinal),
        _ => Palactors.Small,
    };

    /// <summary>Options that stop all learning.</summary>
    public static string[] Frozen(string name) => name is "rate" or "single"
        ? ["--set", "eta_W=0", "--set", "eta_B=0"]
        : ["--set", "eta_fw=0", "--set", "eta_bw=0", "--set", "eta_IP=0", "--set", "eta_PI=0"];

    /// <summary>The weights that a run has kept.</summary>
    public static StoredWeights Kept(string run) => WeightFiles.Read(Path.Combine(run, "weights.h5"));

    /// <summary>Writes matrices as numpy does.</summary>
    /// <param name="path">The archive.</param>
    /// <param name="matrices">The matrices.</param>
    /// <param name="isOdd">In Fortran order and big-endian.</param>
    public static void WriteNpz(string path, IEnumerable<StoredMatrix> matrices, bool isOdd)
    {
        using ZipArchive archive = new(File.Create(path), ZipArchiveMode.Create);
        foreach (StoredMatrix matrix in matrices)
        {
            using Stream stream = archive.CreateEntry(matrix.FullName + ".npy").Open();
            string type = isOdd ? ">f8" : "<f8", order = isOdd ? "True" : "False";
            string header = string.Create(
                CultureInfo.InvariantCulture,
                $"{{'descr': '{type}', 'fortran_order': {order}, 'shape': ({matrix.Rows}, {matrix.Columns}), }}");
            header = header.PadRight(117) + "\n";
            stream.Write([0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.ASCII.GetBytes(header)]);
            for (int k = 0; k < matrix.Values.Length; k++)
            {
                int at = isOdd ? ((k % matrix.Rows) * matrix.Columns) + (k / matrix.Rows) : k;
                byte[] bytes = BitConverter.GetBytes(matrix.Values[at]);
                if (isOdd)
                    Array.Reverse(bytes);
                stream.Write(bytes);
            }
        }
    }
}
