namespace PalActors.Areas.Tests.Graphs;

/// <summary>Random graphs, a function of their seed: inputs, streams, skips, targets anywhere, cycles.</summary>
internal static class RandomGraph
{
    private const int Ticks = 240;

    private static readonly string[] s_rules = ["W", "P", "Q", "B"];

    // Under BP, Q and B are copies.
    private static readonly string[] s_free = ["W", "P"];

    /// <summary>A graph with learning, noise and targets.</summary>
    /// <param name="model">PAL, FA or BP.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="delay">Longest delay, ticks.</param>
    /// <param name="isAtRest">True for a self-predicting start without learning, noise and targets.</param>
    public static GivenGraph Of(string model, int seed, int delay, bool isAtRest = false)
    {
        Random random = new((seed * 31) + model[0] + delay);
        int inputs = random.Next(1, 3), hidden = random.Next(1, 5);
        int[] cells = [.. Enumerable.Range(0, inputs + hidden + 1).Select(_ => random.Next(1, 9))];
        bool[] isInput = [.. cells.Select((_, area) => area < inputs)];
        (int From, int To)[] links = [.. Links(random, inputs, cells.Length)];
        bool[] hasAbove = [.. cells.Select((_, area) => links.Any(link => link.From == area))];
        bool[] isTargeted =
            [.. cells.Select((_, area) => !isInput[area] && (!hasAbove[area] || random.Next(4) == 0))];
        GivenGraph given = new()
        {
            Model = model,
            Cells = cells,
            IsInput = isInput,
            IsTargeted = isTargeted,
            Pathways = [],
            U = [.. cells.Select((n, area) => isInput[area] ? new double[n] : Values(random, n, isAtRest ? 0 : 1))],
            Activation = random.Next(2) == 0 ? "tanh" : "logistic",
            Dt = 0.01,
            TauHP = 0.1 + random.NextDouble(),
            TauLO = 1 + (10 * random.NextDouble()),
            TauXi = 0.1 + random.NextDouble(),
            Taur = random.Next(3) == 0 && !isAtRest ? random.NextDouble() : 1,
            Gl = Conductance(random),
            Gbas = Conductance(random),
            Gapi = Conductance(random),
            Gden = Conductance(random),
            GnI = Conductance(random),
            Gntgt = Conductance(random),
            NoiseScale = random.NextDouble(),
            WLowPass = random.Next(2) == 0,
            InterLowPass = !isAtRest && model == "PAL" && random.Next(3) == 0,
            PyrHiPass = random.Next(2) == 0,
            UseActivation = random.Next(2) == 0,
            Phases = [.. Phases(random, cells, isAtRest)],
            Normals =
            [
                .. cells.Select(n => Enumerable.Range(0, Ticks + 1).Select(_ => Normals(random, n)).ToArray()),
            ],
        };
        return given with
        {
            Pathways = [.. links.Select(link => Pathway(random, given, link.From, link.To, delay, isAtRest))],
        };
    }

    /// <summary>The same graph with silent cells, cut pathways, rules that rest, and other learning rates.</summary>
    public static GivenGraph Perturbed(GivenGraph given, int seed)
    {
        Random random = new(seed);
        List<GivenPerturbation> all = [];
        for (int area = 0; area < given.Cells.Length; area++)
        {
            int[] cells = [.. Enumerable.Range(0, given.Cells[area]).Where(_ => random.Next(2) == 0)];
            if (!given.IsInput[area] && random.Next(3) > 0)
                Add(area, cells, -1, "");
        }

        for (int p = 0; p < given.Pathways.Length; p++)
        {
            if (random.Next(3) == 0)
                Add(-1, [], p, "");
            foreach (string rule in given.Model == "BP" ? s_free : s_rules)
            {
                if (random.Next(4) == 0 && (rule == "W" || !given.IsInput[given.Pathways[p].From]))
                    Add(-1, [], p, rule);
            }
        }

        return given with
        {
            Perturbations = [.. all],
            ChangeTick = random.Next(1, Ticks),
            Change = random.Next(4) * 0.5,
        };

        void Add(int area, int[] cells, int pathway, string rule)
        {
            int first = random.Next(1, Ticks);
            all.Add(new GivenPerturbation(area, cells, pathway, rule, first, random.Next(first, Ticks)));
            if (random.Next(3) == 0)
                all.Add(new GivenPerturbation(area, cells, pathway, rule, 1, random.Next(1, 9)));
        }
    }

    // Each area has one from below at least, so that a way leads to it from an input; others are random, and some lead
    // back.
    private static IEnumerable<(int From, int To)> Links(Random random, int inputs, int areas)
    {
        SortedSet<(int, int)> links = [];
        for (int area = inputs; area < areas; area++)
        {
            links.Add((random.Next(area), area));
            for (int other = 0; other < area; other++)
            {
                if (random.Next(3) == 0)
                    links.Add((other, area));
            }

            if (area > inputs && random.Next(4) == 0)
                links.Add((area, random.Next(inputs, area)));
        }

        // Every input is seen.
        for (int input = 0; input < inputs; input++)
        {
            if (!links.Any(link => link.Item1 == input))
                links.Add((input, inputs));
        }

        return links;
    }

    private static GivenPathway Pathway(
        Random random, GivenGraph given, int from, int to, int delay, bool isAtRest)
    {
        (int n, int above) = (given.Cells[from], given.Cells[to]);
        double[,] w = Matrix(random, above, n), b = Matrix(random, n, above);
        if (given.IsInput[from])
            return new GivenPathway(from, to) { EtaFw = random.NextDouble(), W = w };
        if (given.Model == "BP")
            b = Times(Transposed(w), 1);
        return new GivenPathway(from, to)
        {
            DelayUp = random.Next(delay + 1),
            DelayDown = random.Next(delay + 1),
            EtaFw = random.NextDouble(),
            EtaBw = random.NextDouble(),
            EtaIP = random.NextDouble(),
            EtaPI = random.NextDouble(),
            Alpha = random.NextDouble(),
            V = Values(random, above, isAtRest ? 0 : 1),
            W = w,
            P = Matrix(random, above, n),
            B = b,
            Q = given.Model == "BP" ? Times(b, -1) : Matrix(random, n, above),
        };
    }

    /// <summary>The same graph with P and Q such that interneurons predict the areas above.</summary>
    public static GivenGraph SelfPredicting(GivenGraph given)
    {
        return given with { Pathways = [.. given.Pathways.Select(Of)] };

        GivenPathway Of(GivenPathway pathway)
        {
            if (given.IsInput[pathway.From])
                return pathway;
            bool hasAbove = given.Pathways.Any(other => other.From == pathway.To);
            double g = given.Gl + given.Gbas + (hasAbove ? given.Gapi : 0);
            return pathway with
            {
                P = Times(pathway.W, given.Gbas * (given.Gl + given.Gden) / (given.Gden * g)),
                Q = Times(pathway.B, -1),
            };
        }
    }

    private static IEnumerable<GivenPhase> Phases(Random random, int[] cells, bool isAtRest)
    {
        for (int done = 0; done < Ticks;)
        {
            int ticks = isAtRest ? Ticks : Math.Min(random.Next(1, 60), Ticks - done);
            done += ticks;
            bool all = random.Next(2) == 0;
            yield return new GivenPhase(ticks, Rates(random, cells), Rates(random, cells))
            {
                HasTarget = !isAtRest && (all || random.Next(2) == 0),
                LearnsForward = !isAtRest && (all || random.Next(2) == 0),
                LearnsBackward = !isAtRest && (all || random.Next(2) == 0),
                LearnsLaterally = !isAtRest && (all || random.Next(2) == 0),
                IsNoisy = !isAtRest && (all || random.Next(2) == 0),
            };
        }
    }

    private static double[][] Rates(Random random, int[] cells) =>
        [.. cells.Select(n => Enumerable.Range(0, n).Select(_ => random.NextDouble()).ToArray())];

    private static double Conductance(Random random) => 0.02 + (0.1 * random.NextDouble());

    private static double[] Values(Random random, int count, double size) =>
        [.. Enumerable.Range(0, count).Select(_ => size * ((random.NextDouble() * 2) - 1))];

    private static double[] Normals(Random random, int count) =>
    [
        .. Enumerable.Range(0, count).Select(_ =>
            Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())),
    ];

    private static double[,] Matrix(Random random, int rows, int columns)
    {
        double[,] m = new double[rows, columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
                m[i, j] = ((random.NextDouble() * 2) - 1) / Math.Sqrt(columns);
        }

        return m;
    }

    private static double[,] Transposed(double[,] m)
    {
        double[,] t = new double[m.GetLength(1), m.GetLength(0)];
        for (int i = 0; i < t.GetLength(0); i++)
        {
            for (int j = 0; j < t.GetLength(1); j++)
                t[i, j] = m[j, i];
        }

        return t;
    }

    private static double[,] Times(double[,] m, double factor)
    {
        double[,] t = (double[,])m.Clone();
        for (int i = 0; i < t.GetLength(0); i++)
        {
            for (int j = 0; j < t.GetLength(1); j++)
                t[i, j] *= factor;
        }

        return t;
    }
}
