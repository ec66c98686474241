using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>An alert, as lists and the API show it; of a material with the unit it is used in, of one place with its name.</summary>
public sealed record AlertItem(
    Guid Id, Guid VariantId, string Sku, string Product, string Title, AlertKind Kind, decimal OnHand, decimal Threshold, DateTimeOffset RaisedAt, DateTimeOffset? ResolvedAt, DateTimeOffset? SnoozedUntil,
    string? Unit, string? Location);

/// <summary>Finds alerts.</summary>
public sealed class AlertQuery(AppDb db, TimeProvider time)
{
    /// <summary>Alerts, latest first; open and not snoozed, or all.</summary>
    public async Task<Paged<AlertItem>> ListAsync(bool all, Cursor? after, int limit, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var alerts = db.StockAlerts.AsNoTracking();
        if (!all) alerts = alerts.Where(alert => alert.ResolvedAt == null && (alert.SnoozedUntil == null || alert.SnoozedUntil < now));
        if (after is { } place)
        {
            var (at, id) = (place.At, place.Id);
            alerts = alerts.Where(alert => alert.RaisedAt < at || (alert.RaisedAt == at && alert.Id < id));
        }

        var rows = await ShownAsync(alerts.OrderByDescending(alert => alert.RaisedAt).ThenByDescending(alert => alert.Id).Take(limit + 1), cancel);
        return Paging.Cut(rows, limit, alert => new Cursor(alert.RaisedAt, alert.Id));
    }

    /// <summary>The open alerts, snoozed or not.</summary>
    public async Task<IReadOnlyList<AlertItem>> OpenAsync(StockOf of, CancellationToken cancel)
    {
        var alerts = db.StockAlerts.AsNoTracking().Where(alert => alert.ResolvedAt == null);
        if (of.Variants(db) is { } variants) alerts = alerts.Where(alert => variants.Contains(alert.VariantId));
        return await ShownAsync(alerts, cancel);
    }

    /// <summary>These alerts, open or not.</summary>
    public async Task<IReadOnlyList<AlertItem>> OfAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        await ShownAsync(db.StockAlerts.AsNoTracking().Where(alert => ids.Contains(alert.Id)), cancel);

    private async Task<List<AlertItem>> ShownAsync(IQueryable<StockAlert> alerts, CancellationToken cancel)
    {
        var rows = await alerts
            .Join(db.VariantsAndMaterials, alert => alert.VariantId, variant => variant.Id, (alert, variant) => new { alert, variant })
            .Join(db.ProductsAndMaterials, row => row.variant.ProductId, product => product.Id, (row, product) => new { row.alert, row.variant, product.Name })
            .LeftJoin(db.Locations, row => row.alert.LocationId, place => place.Id, (row, place) => new { row.alert, row.variant, row.Name, Location = place == null ? null : place.Name })
            .OrderByDescending(row => row.alert.RaisedAt).ThenByDescending(row => row.alert.Id).ToListAsync(cancel);
        return [.. rows.Select(row =>
        {
            var (alert, unit) = (row.alert, Unit.Find(row.variant.Unit));
            return new AlertItem(
                alert.Id, row.variant.Id, row.variant.Sku, row.Name, row.variant.Title, alert.Kind, unit?.Quantity(alert.OnHand) ?? alert.OnHand, unit?.Quantity(alert.Threshold) ?? alert.Threshold,
                alert.RaisedAt, alert.ResolvedAt, alert.SnoozedUntil, unit?.Code, row.Location);
        })];
    }
}
