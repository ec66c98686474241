using System.Net;
using System.Net.Sockets;

namespace ArtisansCorner.Webhooks;

/// <summary>Tells addresses of the public internet from those that lead inside: our own machine, its networks, what is reserved (RFC 6890).</summary>
public static class PublicAddress
{
    private static readonly IPNetwork[] Inside4 =
    [
        .. ((string[])
        [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        ]).Select(network => IPNetwork.Parse(network)),
    ];

    private static readonly IPNetwork Public6 = IPNetwork.Parse("2000::/3");

    // Tunnels and documentation: some carry an address of IPv4 inside, which may be private.
    private static readonly IPNetwork[] Inside6 = [.. ((string[])["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"]).Select(network => IPNetwork.Parse(network))];

    /// <summary>Whether it is one of the public internet.</summary>
    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? !Inside4.Any(network => network.Contains(address))
            : Public6.Contains(address) && !Inside6.Any(network => network.Contains(address));
    }
}
