namespace PalActors.Lab;

/// <summary>Input of the user that cannot be used.</summary>
/// <remarks>The message is one clear line; nothing was written.</remarks>
public sealed class InputException : Exception
{
    private readonly InputText? _text;

    /// <summary>Makes it from a text without settings.</summary>
    public InputException(string message)
        : base(message)
    {
    }

    /// <summary>Makes it from a text that may name settings.</summary>
    public InputException(InputText text)
        : base(text.Worded(setting => setting.Name)) => _text = text;

    /// <summary>The message with the settings in the words of whoever shows it.</summary>
    public string Worded(Func<Setting, string> word) => _text?.Worded(word) ?? Message;
}
