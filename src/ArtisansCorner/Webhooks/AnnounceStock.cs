using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Messaging;

namespace ArtisansCorner.Webhooks;

/// <summary>Tells which items became low.</summary>
public sealed class AnnounceStock(AlertQuery open, Announce announce) : IHandle<StockLow>
{
    /// <inheritdoc />
    public async Task HandleAsync(IReadOnlyList<StockLow> happened, CancellationToken cancel)
    {
        if (!await announce.IsHeardAsync(WebhookEvents.StockLow, cancel)) return;
        var ids = happened.Select(one => one.AlertId).Distinct().ToList();
        var alerts = await open.OfAsync(ids, cancel);
        await announce.RunAsync(WebhookEvents.StockLow, [.. alerts.Select(alert => new Happened(alert.Id, alert.RaisedAt, alert with { SnoozedUntil = null }))], cancel);
    }
}
