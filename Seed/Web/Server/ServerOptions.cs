using PalActors.Lab;

namespace PalActors.Web.Server;

/// <summary>The one address that a process serves at, and who may read there.</summary>
/// <param name="Address">The address.</param>
/// <param name="Token">Token of all but health and metrics; null on loopback where no file has one.</param>
internal sealed record ServerOptions(WebAddress Address, AccessToken? Token)
{
    /// <summary>Reads them.</summary>
    /// <param name="setting">Name of the setting of the address, for messages.</param>
    /// <param name="address">The address, PORT or ADDRESS:PORT.</param>
    /// <param name="tokenSetting">Name of the setting of the token's file, for messages.</param>
    /// <param name="tokenFile">File of the token, or null.</param>
    /// <exception cref="InputException">The text is no address, or the file holds no token.</exception>
    public static ServerOptions Read(string setting, string address, string tokenSetting, string? tokenFile)
    {
        WebAddress parsed = WebAddress.Parse(setting, address);
        return new ServerOptions(parsed, AccessToken.Of(parsed, tokenSetting, tokenFile));
    }
}
