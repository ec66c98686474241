using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ArtisansCorner.Webhooks;

/// <summary>Signs what is posted, so that who receives it knows it is from us and fresh.</summary>
public static class WebhookSignature
{
    /// <summary>The header that carries it.</summary>
    public const string Header = "Artisans-Signature";

    /// <summary>“t=…,v1=…”: the Unix time, and for each secret the hexadecimal HMAC-SHA-256 of “t.body”.</summary>
    public static string Of(string body, DateTimeOffset at, IEnumerable<string> secrets)
    {
        var t = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signed = Encoding.UTF8.GetBytes($"{t}.{body}");
        return $"t={t}" + string.Concat(secrets.Select(secret => ",v1=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))));
    }
}
