using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Webhooks;

/// <summary>Adds an address that wants to be told; its secret is drawn here and shown to whoever adds it.</summary>
public sealed class SubscribeWebhook(AppDb db, CurrentShop shop, WebhookSettings settings, WebhookSecrets secrets, Repeats repeats, TimeProvider time)
{
    /// <summary>The subscription with its secret, or everything that is wrong.</summary>
    public async Task<Outcome<SubscribedWebhook>> RunAsync(NewWebhook input, CancellationToken cancel)
    {
        if (WebhookRules.Check(input, settings) is { Count: > 0 } problems) return problems;
        return await db.TryAgainAsync(() => TryAsync(input, cancel));
    }

    private async Task<Outcome<SubscribedWebhook>> TryAsync(NewWebhook input, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var repeated = await repeats.FindAsync(cancel);
        if (!repeated.Succeeded) return repeated.Problems.ToList();
        if (repeated.Value is { } earlier && await db.WebhookSubscriptions.AsNoTracking().FirstOrDefaultAsync(row => row.Id == earlier, cancel) is { } there)
            return new SubscribedWebhook(there.Id, there.Version == 1 ? secrets.Reveal(there.Secret) : null);
        if (await db.WebhookSubscriptions.CountAsync(cancel) >= WebhookRules.MostPerShop)
            return new Problem("too_many_webhooks", $"A shop has at most {WebhookRules.MostPerShop} webhooks.", Kind: ProblemKind.Conflict);

        var secret = WebhookSecrets.Draw();
        var subscription = new WebhookSubscription
        {
            Id = Guid.CreateVersion7(), ShopId = shop.Id, Url = input.Url!.Trim(), Events = WebhookRules.EventsOf(input), Active = input.Active,
            Secret = secrets.Protect(secret), CreatedAt = time.GetUtcNow(), CreatedBy = shop.Actor.UserId,
        };
        db.WebhookSubscriptions.Add(subscription);
        repeats.Remember(subscription.Id);
        await write.CommitAsync(cancel);
        return new SubscribedWebhook(subscription.Id, secret);
    }
}

/// <summary>A subscription and its secret, shown this once; nothing where the same request comes again after a change.</summary>
public sealed record SubscribedWebhook(Guid Id, string? Secret);
