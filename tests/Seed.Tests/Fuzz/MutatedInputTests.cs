using PalActors.Lab.Experiments;
using Xunit.Sdk;

namespace PalActors.Seed.Tests.Fuzz;

/// <summary>Inputs changed at random: a result, a reported divergence, or one line of refusal.</summary>
public sealed class MutatedInputTests : IDisposable
{
    private const string Student = """
        task: bw_only
        dataset_size: 3
        settling_time: 1
        layers: [3, 4, 2]
        model: PAL
        seeds: [7, 8]
        epochs: 2
        rec_per_steps: 10
        eta_fw: 0.1
        eta_bw: 0.5
        eta_IP: 0.05
        eta_PI: 0.02
        noise_scale: 0.01
        alpha: 1e-6
        init_teacher_WPP_range: [-1, 1]
        delay_up: 2

        """;

    private readonly TemporaryFolder _folder = new();
    private readonly string _small;

    public MutatedInputTests() => _small = _folder.Write("small.yaml", Palactors.Small);

    // Another range of rounds tries other inputs.
    public static TheoryData<int> Rounds => [.. Enumerable.Range(1, 3)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Rounds))]
    public async Task OfExperiments(int round)
    {
        string[] originals = [Palactors.Small, ExperimentWriter.Write(ExperimentReader.Read(
            CellModels.All, _small)), Student];
        for (int i = 0; i < 30; i++)
        {
            Mutator mutator = new((round * 1000) + i);
            byte[] file = mutator.File(mutator.Pick(originals));
            string path = _folder[$"x{i}.yaml"], folder = _folder[$"out{i}"];
            File.WriteAllBytes(path, file);
            string[] command = ["run", path, "--out", folder, "--ticks", "200", "--quiet"];
            await CheckAsync(command, invocation => Outcome.AssertRun(invocation, folder));
        }
    }

    [Theory]
    [MemberData(nameof(Rounds))]
    public async Task OfOptions(int round)
    {
        for (int i = 0; i < 60; i++)
        {
            string folder = _folder[$"out{i}"];
            string[] command = MutatedCommands.Option(new Mutator((round * 1000) + 500 + i), _small, folder);
            bool isRun = command[0] == "run" && !command.Contains("--dry-run");
            await CheckAsync(command, invocation =>
            {
                if (isRun)
                    Outcome.AssertRun(invocation, folder);
                else
                    Outcome.AssertRefusedOrDone(invocation, folder);
            });
        }
    }

    [Theory]
    [MemberData(nameof(Rounds))]
    public async Task OfParameters(int round)
    {
        string student = _folder.Write("student.yaml", Student);
        for (int i = 0; i < 10; i++)
        {
            Mutator mutator = new((round * 1000) + 900 + i);
            string folder = _folder[$"out{i}"];
            bool hasTeacher = mutator.Next(3) == 0;
            string[] command = MutatedCommands.Parameters(mutator, hasTeacher ? student : _small, hasTeacher, folder);
            await CheckAsync(command, invocation => Outcome.AssertRun(invocation, folder));
        }
    }

    // A failure shows what is needed to repeat it.
    private static async Task CheckAsync(string[] command, Action<Invocation> check)
    {
        Invocation invocation = await Palactors.RunAsync(command);
        try
        {
            check(invocation);
        }
        catch (XunitException exception)
        {
            string shown = string.Join(' ', command.Select(word => $"'{word}'"));
            string file = command.Length > 1 && File.Exists(command[1]) ? File.ReadAllText(command[1]) : "";
            throw new XunitException($"{shown}: {invocation.Code}\n{invocation.Error}\n{exception.Message}\n{file}");
        }
    }
}
