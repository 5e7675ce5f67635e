using System.Text.Json;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Traces;

/// <content>Reads the drive of a trace, segment by segment.</content>
internal sealed partial class GoldenTraceReader
{
    // Fills inputs and targets; a segment without target gets zeros.
    private Phase[] ReadSegments(JsonElement[] segments, double[][] inputs, double[][] targets)
    {
        Phase[] phases = new Phase[segments.Length];
        long tick = 1;
        for (int i = 0; i < segments.Length; i++)
        {
            string key = $"segments[{i}]";
            int steps = Whole(Get(segments[i], "steps", key + ".steps"), key + ".steps", 1);
            inputs[i] = Vector(Get(segments[i], "r0", key + ".r0"), key + ".r0", _layers[0]);
            JsonElement target = Get(segments[i], "target", key + ".target");
            TickFlags flags = TickFlags.None;
            if (target.ValueKind == JsonValueKind.Null)
            {
                targets[i] = new double[_layers[^1]];
            }
            else
            {
                targets[i] = Vector(target, key + ".target", _layers[^1]);
                flags |= TickFlags.Target;
            }

            flags |= Flag(segments[i], "learn_fw", key) ? TickFlags.LearnForward : 0;
            flags |= Flag(segments[i], "learn_lat", key) ? TickFlags.LearnLateral : 0;
            flags |= Flag(segments[i], "learn_bw", key) ? TickFlags.LearnBackward | TickFlags.Noise : 0;
            phases[i] = new Phase(tick, 1, steps, flags, "trace", 0, -1, null, false);
            tick += steps;
        }

        return phases;
    }
}
