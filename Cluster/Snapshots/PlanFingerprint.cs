using System.Security.Cryptography;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Snapshots;

/// <summary>Computes the fingerprint of a plan: SHA-256 over everything in it that determines the simulation.</summary>
/// <remarks>
/// The hashes of the data and of the build that began the network are included. Run, network, folder and description of
/// the data, and the recordings determine nothing besides and are left out. The schedule with its end is included, so a
/// run continued for longer is another experiment. The encoding is canonical: little-endian numbers, texts as UTF-8
/// after their length, lists after their count, options sorted by name. What plans have had since an encoding was fixed
/// is written by the next one, and only for plans that use it, so that others keep their fingerprints.
/// </remarks>
public static class PlanFingerprint
{
    // Increase the number with any change of the encoding: fingerprints of two encodings must differ.
    private const string Encoding = "PalActors plan 3";

    // With batches and targets.
    private const string LaterEncoding = "PalActors plan 4";

    // With graphs of areas.
    private const string GraphEncoding = "PalActors plan 5";

    // With perturbations, parameters that vary, or weights that were given.
    private const string PerturbedEncoding = "PalActors plan 6";

    // With samples that are sequences of frames.
    private const string SequenceEncoding = "PalActors plan 7";

    /// <summary>Computes the fingerprint, 32 bytes.</summary>
    public static byte[] Compute(NetworkPlan plan)
    {
        using MemoryStream stream = new();
        using (BinaryWriter writer = new(stream, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            bool isGraph = plan.Areas.Length > 0;
            bool hasFrames = Array.Exists(plan.Schedule.Phases, phase => phase.Frames != 1);
            bool isPerturbed = hasFrames || plan.Perturbations.Length > 0 || plan.WeightsHash.Length > 0
                || Array.Exists(plan.Options, option => option.Later.Length > 0);
            bool later = isPerturbed || isGraph || plan.TargetsAreInputs
                || Array.Exists(plan.Schedule.Phases, UsesBatches);
            writer.Write(
                hasFrames ? SequenceEncoding : isPerturbed ? PerturbedEncoding : isGraph ? GraphEncoding
                : later ? LaterEncoding : Encoding);
            if (isPerturbed)
                writer.Write(plan.WeightsHash);
            writer.Write(plan.Seed);
            writer.Write(plan.Label);
            writer.Write(plan.Cells);
            writer.Write(plan.Model);
            writer.Write(plan.Layers.Length);
            foreach (int neurons in plan.Layers)
                writer.Write(neurons);
            Write(writer, plan.Options);
            writer.Write(plan.Data);
            writer.Write(plan.DataSeed);
            writer.Write(plan.DataHash);
            writer.Write(plan.BuildHash);
            Write(writer, plan.Schedule, later);
            if (later)
                writer.Write(plan.TargetsAreInputs);
            if (isGraph || isPerturbed)
                WriteGraph(writer, plan);
            if (isPerturbed)
                WritePerturbations(writer, plan);
            if (hasFrames)
                Write(writer, [.. plan.Schedule.Phases.Select(phase => phase.Frames)]);
        }

        return SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    private static void Write(BinaryWriter writer, PlanOption[] options)
    {
        writer.Write(options.Length);
        // The sort is stable: options of one name keep their order, where it could matter.
        foreach (PlanOption option in options.OrderBy(option => option.Name, StringComparer.Ordinal))
        {
            writer.Write(option.Name);
            writer.Write(option.Values.Length);
            foreach (string value in option.Values)
                writer.Write(value);
        }
    }

    private static void WriteGraph(BinaryWriter writer, NetworkPlan plan)
    {
        writer.Write(plan.Areas.Length);
        foreach (AreaPlan area in plan.Areas)
        {
            writer.Write(area.Name);
            Write(writer, area.Inputs);
            Write(writer, area.Target);
            writer.Write(area.IsReadOut);
        }

        IReadOnlyList<Pathway> pathways = plan.Graph.Pathways;
        writer.Write(pathways.Count);
        foreach (Pathway pathway in pathways)
        {
            writer.Write(pathway.From);
            writer.Write(pathway.To);
        }
    }

    private static void WritePerturbations(BinaryWriter writer, NetworkPlan plan)
    {
        writer.Write(plan.Perturbations.Length);
        foreach (PerturbationPlan one in plan.Perturbations)
        {
            writer.Write((int)one.Kind);
            writer.Write(one.From);
            writer.Write(one.To);
            writer.Write(one.FirstTick);
            writer.Write(one.LastTick);
            Write(writer, one.Cells);
            writer.Write(one.Rule);
        }

        foreach (PlanOption option in plan.Options.OrderBy(option => option.Name, StringComparer.Ordinal))
        {
            writer.Write(option.Later.Length);
            foreach (EpochValues later in option.Later)
            {
                writer.Write(later.Epoch);
                writer.Write(later.Values.Length);
                foreach (string value in later.Values)
                    writer.Write(value);
            }
        }
    }

    private static void Write(BinaryWriter writer, int[] values)
    {
        writer.Write(values.Length);
        foreach (int value in values)
            writer.Write(value);
    }

    private static bool UsesBatches(Phase phase) => phase.Batch != 1 || phase.Pool != phase.Samples;

    private static void Write(BinaryWriter writer, Schedule schedule, bool later)
    {
        writer.Write(schedule.EndTick);
        writer.Write(schedule.RecordEvery);
        writer.Write(schedule.Phases.Length);
        foreach (Phase phase in schedule.Phases)
        {
            writer.Write(phase.FirstTick);
            writer.Write(phase.Presentations);
            writer.Write(phase.PresentationTicks);
            writer.Write((int)phase.Flags);
            writer.Write(phase.Split);
            writer.Write(phase.Epoch);
            writer.Write(phase.ShuffleRound);
            writer.Write(phase.Metric is not null);
            writer.Write(phase.Metric ?? "");
            writer.Write(phase.RecordAlignment);
            writer.Write(phase.FirstSample);
            writer.Write(phase.CompareUpdates);
            if (!later)
                continue;
            writer.Write(phase.Batch);
            writer.Write(phase.Pool);
        }
    }
}
