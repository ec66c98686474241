using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace ArtisansCorner.Platform.Web;

/// <summary>
/// Takes the visitor's address and whether they came by https from proxies that are known (<c>Proxy__Known</c>), and from nobody else:
/// anyone may write the headers that say so.
/// </summary>
public static class BehindProxy
{
    private const string Setting = "Proxy:Known";

    /// <summary>Believes the known proxies; answers over https ask browsers to stay with https for a year.</summary>
    public static WebApplication UseKnownProxies(this WebApplication app)
    {
        var known = OptionsOf(app.Configuration[Setting] ?? "");
        // Without any known the framework would believe everybody.
        if (known.KnownProxies.Count + known.KnownIPNetworks.Count > 0) app.UseForwardedHeaders(known);
        app.UseHsts();
        return app;
    }

    private static ForwardedHeadersOptions OptionsOf(string setting)
    {
        // Through as many as are known, one after the other.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var text in setting.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPAddress.TryParse(text, out var address)) options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(text, out var network)) options.KnownIPNetworks.Add(network);
            else throw new InvalidOperationException($"Proxy__Known: “{text}” is neither an address, such as 127.0.0.1, nor a network, such as 10.0.0.0/8.");
        }

        return options;
    }
}
