namespace ArtisansCorner.Webhooks;

/// <summary>What this installation allows.</summary>
/// <param name="AllowInsecure">Whether addresses without TLS may be told, and platforms may post so: for development and tests.</param>
/// <param name="AllowPrivate">Whether addresses of our own networks may be told: for tests, and where everything runs in one house.</param>
public sealed record WebhookSettings(bool AllowInsecure, bool AllowPrivate)
{
    /// <summary>As configured under “Webhooks”; nothing is allowed by default.</summary>
    public static WebhookSettings Of(IConfiguration configuration) =>
        new(configuration.GetValue("Webhooks:AllowInsecure", false), configuration.GetValue("Webhooks:AllowPrivate", false));
}
