namespace PalActors.Web.Monitoring;

/// <summary>Where a process tells of itself over HTTP.</summary>
/// <param name="BindSetting">Name of the setting of the address, for messages.</param>
/// <param name="Bind">The address, PORT or ADDRESS:PORT.</param>
/// <param name="TokenSetting">Name of the setting of the token's file, for messages.</param>
/// <param name="TokenFile">File of the token, or null.</param>
internal sealed record MonitoringOptions(string BindSetting, string Bind, string TokenSetting, string? TokenFile);
