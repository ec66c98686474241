using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Webhooks;

/// <summary>Changes a subscription, draws it a new secret, or ends it.</summary>
public sealed class ChangeWebhook(AppDb db, WebhookSettings settings, WebhookSecrets secrets, DeliverySignal signal, TimeProvider time)
{
    /// <summary>How long deliveries are signed with the secret before as well.</summary>
    public static readonly TimeSpan BothSecrets = TimeSpan.FromHours(24);

    /// <summary>What is said of an id that is none of this shop.</summary>
    public static Problem Unknown => new("unknown_webhook", "There is no such webhook.", Kind: ProblemKind.NotFound);

    /// <summary>Takes address, events and whether it is on; a version that is not the present one is stale.</summary>
    public Task<Outcome<Guid>> RunAsync(Guid id, int? version, NewWebhook input, CancellationToken cancel) =>
        WebhookRules.Check(input, settings) is { Count: > 0 } problems
            ? Task.FromResult<Outcome<Guid>>(problems)
            : WriteAsync(id, version, subscription =>
            {
                (subscription.Url, subscription.Events) = (input.Url!.Trim(), WebhookRules.EventsOf(input));
                subscription.Switch(input.Active);
            }, cancel);

    /// <summary>Switches it on or off.</summary>
    public Task<Outcome<Guid>> SwitchAsync(Guid id, bool on, CancellationToken cancel) => WriteAsync(id, null, subscription => subscription.Switch(on), cancel);

    /// <summary>Draws a new secret, shown this once; for a day the one before is good as well.</summary>
    public async Task<Outcome<string>> RotateAsync(Guid id, CancellationToken cancel)
    {
        var secret = WebhookSecrets.Draw();
        var done = await WriteAsync(id, null, subscription => subscription.Rotate(secrets.Protect(secret), time.GetUtcNow() + BothSecrets), cancel);
        return done.Succeeded ? secret : done.Problems.ToList();
    }

    /// <summary>Ends it, with its log; tells its id.</summary>
    public async Task<Outcome<Guid>> RemoveAsync(Guid id, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var removed = await db.WebhookSubscriptions.Where(subscription => subscription.Id == id).ExecuteDeleteAsync(cancel);
        await write.CommitAsync(cancel);
        return removed == 1 ? id : Unknown;
    }

    private async Task<Outcome<Guid>> WriteAsync(Guid id, int? version, Action<WebhookSubscription> change, CancellationToken cancel)
    {
        try
        {
            await using var write = await db.BeginWriteAsync(cancel);
            var subscription = await db.WebhookSubscriptions.FirstOrDefaultAsync(row => row.Id == id, cancel);
            if (subscription is null) return Unknown;
            if (version is not null && version != subscription.Version) return Problem.Stale;
            change(subscription);
            subscription.Version++;
            await write.CommitAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale;
        }

        // What waited while it was off goes out now.
        signal.Set();
        return id;
    }
}
