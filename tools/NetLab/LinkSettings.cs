using System.Globalization;

namespace PalActors.NetLab;

/// <summary>Delay, jitter and loss of a link.</summary>
/// <param name="Delay">Mean time on the way, ms.</param>
/// <param name="Jitter">Half the width of the uniform distribution around it, ms; at most the delay.</param>
/// <param name="Loss">Probability that a frame is lost.</param>
internal readonly record struct LinkSettings(double Delay, double Jitter, double Loss)
{
    /// <summary>Changes one of these settings by a word such as <c>delay=5</c>.</summary>
    /// <remarks>
    /// The result is not yet <see cref="Checked"/>, since the next word may change a setting that it must fit.
    /// </remarks>
    /// <param name="word">A key, an equals sign and a number.</param>
    /// <exception cref="FormatException">The word is no setting; the message names the valid ones.</exception>
    public LinkSettings With(string word)
    {
        int equals = word.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0 || !double.TryParse(
            word.AsSpan(equals + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            throw new FormatException($"'{word}': valid is delay=MS, jitter=MS or loss=P.");
        return word[..equals] switch
        {
            "delay" => this with { Delay = value },
            "jitter" => this with { Jitter = value },
            "loss" => this with { Loss = value },
            string other =>
                throw new FormatException($"'{other}' is no setting of a link; valid: delay, jitter, loss."),
        };
    }

    /// <summary>Returns these settings if they are valid.</summary>
    /// <exception cref="FormatException">They are not valid.</exception>
    public LinkSettings Checked()
    {
        if (!(Delay is >= 0 and <= 10_000))
            throw new FormatException($"a delay of {Delay} ms: valid is 0 to 10000.");
        if (!(Jitter >= 0 && Jitter <= Delay))
            throw new FormatException($"a jitter of {Jitter} ms: valid is 0 to the delay, {Delay}.");
        if (!(Loss is >= 0 and <= 1))
            throw new FormatException($"a loss of {Loss}: valid is 0 to 1.");
        return this;
    }
}
