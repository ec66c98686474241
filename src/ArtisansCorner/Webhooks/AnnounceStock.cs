using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Webhooks;

/// <summary>Tells which items became low.</summary>
public sealed class AnnounceStock(AppDb db, Announce announce) : IHandle<StockLow>
{
    /// <inheritdoc />
    public async Task HandleAsync(IReadOnlyList<StockLow> happened, CancellationToken cancel)
    {
        if (!await announce.IsHeardAsync(WebhookEvents.StockLow, cancel)) return;
        var ids = happened.Select(one => one.AlertId).Distinct().ToList();
        var (variants, products) = (db.Variants, db.Products);
        var alerts = await db.StockAlerts.AsNoTracking().Where(alert => ids.Contains(alert.Id))
            .Join(variants, alert => alert.VariantId, variant => variant.Id, (alert, variant) => new { alert, variant })
            .Join(products, row => row.variant.ProductId, product => product.Id, (row, product) => new { row.alert, row.variant.Sku, row.variant.Title, product.Name })
            .ToListAsync(cancel);
        await announce.RunAsync(
            WebhookEvents.StockLow,
            [.. alerts.Select(row => new Happened(row.alert.Id, row.alert.RaisedAt, new AlertItem(
                row.alert.Id, row.alert.VariantId, row.Sku, row.Name, row.Title, row.alert.Kind, row.alert.OnHand, row.alert.Threshold, row.alert.RaisedAt, row.alert.ResolvedAt, null)))],
            cancel);
    }
}
