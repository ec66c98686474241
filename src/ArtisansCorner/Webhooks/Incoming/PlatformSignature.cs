using System.Security.Cryptography;
using System.Text;

namespace ArtisansCorner.Webhooks.Incoming;

/// <summary>Checks what a platform signed, as each documents it: base64 of an HMAC-SHA-256 over the body as it came, byte for byte.</summary>
public static class PlatformSignature
{
    /// <summary>The header that carries it.</summary>
    public static string HeaderOf(SellingPlatform platform) => platform switch
    {
        SellingPlatform.Shopify => "X-Shopify-Hmac-Sha256",
        SellingPlatform.Square => "x-square-hmacsha256-signature",
        _ => "X-WC-Webhook-Signature",
    };

    /// <summary>Whether it is right; compared in constant time. Square puts the address it was told before the body.</summary>
    public static bool IsRight(SellingPlatform platform, string secret, string address, byte[] body, string? given)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        if (platform == SellingPlatform.Square) hmac.AppendData(Encoding.UTF8.GetBytes(address));
        hmac.AppendData(body);
        var right = Encoding.ASCII.GetBytes(Convert.ToBase64String(hmac.GetHashAndReset()));
        return CryptographicOperations.FixedTimeEquals(right, Encoding.UTF8.GetBytes(given ?? ""));
    }
}
