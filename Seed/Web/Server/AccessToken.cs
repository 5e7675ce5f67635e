using System.Security.Cryptography;
using System.Text;
using PalActors.Lab;

namespace PalActors.Web.Server;

/// <summary>Secret that requests from another machine must show.</summary>
/// <param name="Text">The secret.</param>
internal sealed record AccessToken(string Text)
{
    /// <summary>Fewest characters of one that a user gives.</summary>
    public const int Shortest = 16;

    private readonly byte[] _hash = Hash(Text);

    /// <summary>True if this process drew it, so that nobody knows it before it is printed.</summary>
    public bool IsDrawn { get; private init; }

    /// <summary>Draws one.</summary>
    public static AccessToken Draw() =>
        new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))) { IsDrawn = true };

    /// <summary>The token of an address: of a file, or drawn; null on loopback without a file.</summary>
    /// <param name="address">The address; null for one of loopback.</param>
    /// <param name="setting">Name of the setting that gave the file.</param>
    /// <param name="file">The file, such as a mounted secret, or null.</param>
    /// <exception cref="InputException">The file holds no token, or one that is too short.</exception>
    public static AccessToken? Of(WebAddress? address, string setting, string? file) =>
        file is not null ? Read(setting, file)
        : address is null or { IsLoopback: true } ? null
        : Draw();

    /// <summary>Reads one from a file.</summary>
    /// <param name="setting">Name of the setting that gave the file.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">There is none, or it is too short.</exception>
    public static AccessToken Read(string setting, string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{setting} is '{path}', which cannot be read: {exception.Message}");
        }

        return text.Length >= Shortest && text.All(char.IsAsciiLetterOrDigit)
            ? new AccessToken(text)
            : throw new InputException(
                $"{setting} is '{path}', whose text is no token; valid are {Shortest} or more letters and digits.");
    }

    /// <summary>Compares a text with it in a time that does not depend on either.</summary>
    public bool Is(string? text) => CryptographicOperations.FixedTimeEquals(Hash(text ?? ""), _hash);

    /// <inheritdoc/>
    public override string ToString() => "(a token)";

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
