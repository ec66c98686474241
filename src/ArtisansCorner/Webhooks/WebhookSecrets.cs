using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace ArtisansCorner.Webhooks;

/// <summary>Makes secrets, and keeps them so that a copy of the database alone gives none away.</summary>
public sealed class WebhookSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("ArtisansCorner.Webhooks");

    /// <summary>A new secret, 256 bits of chance.</summary>
    public static string Draw() => "whsec_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>A secret as it is kept.</summary>
    public string Protect(string secret) => protector.Protect(secret);

    /// <summary>A kept secret as it is used; throws when its key is lost.</summary>
    public string Reveal(string kept) => protector.Unprotect(kept);

    /// <summary>The secrets that a delivery is signed with now: the present one, and for a while the one before.</summary>
    public IReadOnlyList<string> Of(WebhookSubscription subscription, DateTimeOffset now) =>
        subscription is { PreviousSecret: { } previous, PreviousUntil: { } until } && now < until
            ? [Reveal(subscription.Secret), Reveal(previous)]
            : [Reveal(subscription.Secret)];
}
