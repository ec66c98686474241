using System.Text.Json.Serialization;
using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Webhooks;

/// <summary>How a subscription does, in a word.</summary>
public enum WebhookState
{
    /// <summary>It is on, and its last delivery was accepted, or there was none.</summary>
    Active,

    /// <summary>It is on, and a delivery was given up since the last success.</summary>
    Failing,

    /// <summary>It is switched off.</summary>
    Off,
}

/// <summary>A subscription as the API and pages show it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Url">Where events are posted.</param>
/// <param name="Events">Which ones.</param>
/// <param name="Active">Whether anything is sent.</param>
/// <param name="State">How it does.</param>
/// <param name="FailingSince">Since when nothing but failures came back.</param>
/// <param name="OffReason">Why we switched it off ourselves.</param>
/// <param name="BothSecretsUntil">Until when deliveries are signed with the secret before as well.</param>
/// <param name="CreatedAt">When it was added.</param>
/// <param name="Version">Counts its changes.</param>
/// <param name="Secret">What deliveries are signed with: only in the answer that made or rotated it.</param>
public sealed record WebhookItem(
    Guid Id, string Url, IReadOnlyList<string> Events, bool Active, WebhookState State, DateTimeOffset? FailingSince, string? OffReason,
    DateTimeOffset? BothSecretsUntil, DateTimeOffset CreatedAt, [property: JsonIgnore] int Version,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Secret = null);

/// <summary>Finds subscriptions of the shop.</summary>
public sealed class WebhookQuery(AppDb db, TimeProvider time)
{
    /// <summary>All of them, oldest first.</summary>
    public async Task<IReadOnlyList<WebhookItem>> ListAsync(CancellationToken cancel) =>
        [.. (await db.WebhookSubscriptions.AsNoTracking().OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(cancel)).Select(ItemOf)];

    /// <summary>One, or nothing.</summary>
    public async Task<WebhookItem?> FindAsync(Guid id, CancellationToken cancel) =>
        await db.WebhookSubscriptions.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancel) is { } found ? ItemOf(found) : null;

    private WebhookItem ItemOf(WebhookSubscription row) => new(
        row.Id, row.Url, WebhookEventWords.Of(row.Events), row.Active,
        !row.Active ? WebhookState.Off : row.GaveUpAt is not null ? WebhookState.Failing : WebhookState.Active,
        row.FailingSince, row.OffReason, row.PreviousUntil > time.GetUtcNow() ? row.PreviousUntil : null, row.CreatedAt, row.Version);
}
