using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>How an item stands, in a word.</summary>
public enum StockState
{
    /// <summary>Nothing was ever booked in or sold: not counted yet.</summary>
    Uncounted,

    /// <summary>Enough.</summary>
    Ok,

    /// <summary>At or under its threshold.</summary>
    Low,

    /// <summary>None left.</summary>
    Out,

    /// <summary>More sold than booked in.</summary>
    Negative,
}

/// <summary>An item of stock, as lists and the API show it.</summary>
public sealed record StockItem(
    Guid VariantId, Guid ProductId, string Sku, string Product, string Title, long Price, long OnHand, long Available, long Threshold, long Value, StockState State);

/// <summary>An alert, as lists and the API show it.</summary>
public sealed record AlertItem(
    Guid Id, Guid VariantId, string Sku, string Product, string Title, AlertKind Kind, long OnHand, long Threshold, DateTimeOffset RaisedAt, DateTimeOffset? ResolvedAt, DateTimeOffset? SnoozedUntil);

/// <summary>Finds stock levels and alerts.</summary>
public sealed class StockQueries(AppDb db, CurrentShop shop, TimeProvider time)
{
    /// <summary>How an item stands.</summary>
    public static StockState StateOf(long? onHand, long threshold) => onHand is not { } pieces
        ? StockState.Uncounted
        : RaiseAlerts.KindOf(pieces, threshold) switch
        {
            AlertKind.Negative => StockState.Negative,
            AlertKind.Out => StockState.Out,
            AlertKind.Low => StockState.Low,
            _ => StockState.Ok,
        };

    /// <summary>Items, latest first, whose product or code contains the words; those that need attention only, when asked.</summary>
    public async Task<Paged<StockItem>> ListAsync(string? search, bool onlyLow, Cursor? after, int limit, CancellationToken cancel)
    {
        var usual = shop.Facts.DefaultThreshold;
        var levels = db.StockLevels;
        var items =
            from variant in db.Variants.AsNoTracking()
            join product in db.Products on variant.ProductId equals product.Id
            where product.ArchivedAt == null
            join level in levels on variant.Id equals level.VariantId into some
            from level in some.DefaultIfEmpty()
            select new { variant, product, onHand = (long?)level.OnHand, value = (long?)level.Value };
        if (!string.IsNullOrWhiteSpace(search))
        {
            var (words, code) = (SearchText.Of(search), Variant.KeyOf(search));
            items = items.Where(item => item.product.NameSearch.Contains(words) || item.variant.SkuKey.Contains(code));
        }

        if (onlyLow) items = items.Where(item => item.onHand != null && item.onHand <= (item.variant.Threshold ?? usual));
        if (after is { } place)
        {
            var (at, id) = (place.At, place.Id);
            items = items.Where(item => item.product.CreatedAt < at || (item.product.CreatedAt == at && item.variant.Id < id));
        }

        var rows = await items.OrderByDescending(item => item.product.CreatedAt).ThenByDescending(item => item.variant.Id).Take(limit + 1).ToListAsync(cancel);
        var page = Paging.Cut(rows, limit, item => new Cursor(item.product.CreatedAt, item.variant.Id));
        return new Paged<StockItem>(
            [.. page.Items.Select(item => new StockItem(
                item.variant.Id, item.product.Id, item.variant.Sku, item.product.Name, item.variant.Title, item.variant.Price,
                item.onHand ?? 0, item.onHand ?? 0, item.variant.Threshold ?? usual, item.value ?? 0, StateOf(item.onHand, item.variant.Threshold ?? usual)))],
            page.Next);
    }

    /// <summary>How many there are of one variant.</summary>
    public Task<long> OnHandAsync(Guid variantId, CancellationToken cancel) =>
        db.StockLevels.Where(level => level.VariantId == variantId).Select(level => level.OnHand).FirstOrDefaultAsync(cancel);

    /// <summary>Alerts, latest first; open and not snoozed, or all.</summary>
    public async Task<Paged<AlertItem>> AlertsAsync(bool all, Cursor? after, int limit, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var alerts = db.StockAlerts.AsNoTracking();
        if (!all) alerts = alerts.Where(alert => alert.ResolvedAt == null && (alert.SnoozedUntil == null || alert.SnoozedUntil < now));
        if (after is { } place)
        {
            var (at, id) = (place.At, place.Id);
            alerts = alerts.Where(alert => alert.RaisedAt < at || (alert.RaisedAt == at && alert.Id < id));
        }

        var products = db.Products;
        var rows = await alerts.OrderByDescending(alert => alert.RaisedAt).ThenByDescending(alert => alert.Id).Take(limit + 1)
            .Join(db.Variants, alert => alert.VariantId, variant => variant.Id, (alert, variant) => new { alert, variant })
            .Join(products, row => row.variant.ProductId, product => product.Id, (row, product) => new { row.alert, row.variant, product })
            .OrderByDescending(row => row.alert.RaisedAt).ThenByDescending(row => row.alert.Id)
            .Select(row => new AlertItem(
                row.alert.Id, row.variant.Id, row.variant.Sku, row.product.Name, row.variant.Title, row.alert.Kind, row.alert.OnHand, row.alert.Threshold,
                row.alert.RaisedAt, row.alert.ResolvedAt, row.alert.SnoozedUntil))
            .ToListAsync(cancel);
        return Paging.Cut(rows, limit, alert => new Cursor(alert.RaisedAt, alert.Id));
    }
}
