using Microsoft.AspNetCore.DataProtection;

namespace ArtisansCorner.Inventory;

/// <summary>Makes and reads the key in an e-mail by which its reader, and nobody else, stops further ones without signing in.</summary>
public sealed class StopToken(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("ArtisansCorner.Inventory.StopToken");

    /// <summary>The addresses that stop e-mails of low stock from this shop to this user.</summary>
    public StopAddresses AddressesOf(string site, Guid shopId, Guid userId)
    {
        var key = protector.Protect($"{shopId:N}{userId:N}");
        return new StopAddresses($"{site}/alert-mail/stop?key={key}", $"{site}/alert-mail/stop/now?key={key}");
    }

    /// <summary>Whose e-mails a key stops; nothing for one that we did not make.</summary>
    public (Guid ShopId, Guid UserId)? Read(string? key)
    {
        if (string.IsNullOrEmpty(key)) return null;
        try
        {
            var said = protector.Unprotect(key);
            return said.Length == 64 && Guid.TryParseExact(said[..32], "N", out var shop) && Guid.TryParseExact(said[32..], "N", out var user) ? (shop, user) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>Where e-mails are stopped.</summary>
/// <param name="Page">For people: a page with a button.</param>
/// <param name="OneClick">For mail programs, which send it without asking (RFC 8058).</param>
public sealed record StopAddresses(string Page, string OneClick);
