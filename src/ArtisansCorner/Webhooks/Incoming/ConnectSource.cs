using System.Buffers.Text;
using System.Security.Cryptography;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Webhooks.Incoming;

/// <summary>What a source takes.</summary>
/// <param name="Platform">shopify, square or woocommerce.</param>
/// <param name="Secret">What the platform signs with: it shows it where the webhook is made.</param>
/// <param name="NotificationUrl">Square: the address as Square was told it, when it is another than ours.</param>
public sealed record NewSource(SellingPlatform? Platform, string? Secret, string? NotificationUrl = null);

/// <summary>Makes the address that a platform posts to, or ends it.</summary>
public sealed class ConnectSource(AppDb db, CurrentShop shop, WebhookSecrets secrets, Repeats repeats, TimeProvider time)
{
    private const int LongestSecret = 500;

    /// <summary>The source's id, or everything that is wrong.</summary>
    public async Task<Outcome<Guid>> RunAsync(NewSource input, CancellationToken cancel)
    {
        List<Problem> problems = [];
        if (input.Platform is not { } platform || !Enum.IsDefined(platform)) problems.Add(new("platform_missing", "Which platform? There are shopify, square and woocommerce.", "Platform"));
        if (string.IsNullOrWhiteSpace(input.Secret)) problems.Add(new("secret_missing", "What does the platform sign with? It shows a secret where its webhook is made.", "Secret"));
        else if (input.Secret.Length > LongestSecret) problems.Add(new("secret_too_long", $"A secret has at most {LongestSecret} characters.", "Secret"));
        if (input.NotificationUrl is { Length: > 0 } url && (url.Length > WebhookRules.LongestUrl || !Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http")))
            problems.Add(new("url_invalid", "This is not an address of the web.", "NotificationUrl"));
        return problems.Count > 0 ? problems : await db.TryAgainAsync(() => TryAsync(input, cancel));
    }

    /// <summary>Ends it: what is posted there from now on finds nobody.</summary>
    public async Task<Outcome<Guid>> RemoveAsync(Guid id, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var removed = await db.WebhookSources.Where(source => source.Id == id).ExecuteDeleteAsync(cancel);
        await write.CommitAsync(cancel);
        return removed == 1 ? id : new Problem("unknown_source", "There is no such source.", Kind: ProblemKind.NotFound);
    }

    private async Task<Outcome<Guid>> TryAsync(NewSource input, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var repeated = await repeats.FindAsync(cancel);
        if (!repeated.Succeeded) return repeated.Problems.ToList();
        if (repeated.Value is { } earlier) return earlier;
        if (await db.WebhookSources.CountAsync(cancel) >= WebhookRules.MostPerShop)
            return new Problem("too_many_sources", $"A shop has at most {WebhookRules.MostPerShop} sources.", Kind: ProblemKind.Conflict);

        var source = new WebhookSource
        {
            Id = Guid.CreateVersion7(), ShopId = shop.Id, Platform = input.Platform!.Value, Token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)),
            Secret = secrets.Protect(input.Secret!.Trim()), NotificationUrl = string.IsNullOrWhiteSpace(input.NotificationUrl) ? null : input.NotificationUrl.Trim(),
            CreatedAt = time.GetUtcNow(), CreatedBy = shop.Actor.UserId,
        };
        db.WebhookSources.Add(source);
        repeats.Remember(source.Id);
        await write.CommitAsync(cancel);
        return source.Id;
    }
}
