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

/// <summary>Which items a list shows.</summary>
public enum StockShow
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>At or under their thresholds, those that are out among them.</summary>
    Low,

    /// <summary>Of which none is left.</summary>
    Out,

    /// <summary>Of which more was sold than booked in.</summary>
    Oversold,
}

/// <summary>Which items a list shows; filters stack.</summary>
/// <param name="Search">Only those whose product or code contains the words.</param>
/// <param name="Show">Only those that stand like this.</param>
/// <param name="Category">Only those of products of this category.</param>
/// <param name="Tag">Only those of products with this tag.</param>
/// <param name="Location">Only what lies, or lay, in this place, with how many pieces there are in it.</param>
public sealed record StockFilter(string? Search = null, StockShow Show = StockShow.All, string? Category = null, string? Tag = null, Guid? Location = null);

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

    /// <summary>Items, latest first.</summary>
    public async Task<Paged<StockItem>> ListAsync(StockFilter filter, Cursor? after, int limit, CancellationToken cancel)
    {
        var items = Filtered(filter);
        if (after is { } place)
        {
            var (at, id) = (place.At, place.Id);
            items = items.Where(item => item.Product.CreatedAt < at || (item.Product.CreatedAt == at && item.Variant.Id < id));
        }

        var rows = await items.OrderByDescending(item => item.Product.CreatedAt).ThenByDescending(item => item.Variant.Id).Take(limit + 1).ToListAsync(cancel);
        var page = Paging.Cut(rows, limit, item => new Cursor(item.Product.CreatedAt, item.Variant.Id));
        return new Paged<StockItem>([.. page.Items.Select(ToItem)], page.Next);
    }

    /// <summary>Where the page before the one after this place begins; nothing when that is the first.</summary>
    public async Task<string?> NewerAsync(StockFilter filter, Cursor after, int limit, CancellationToken cancel)
    {
        var (at, id) = (after.At, after.Id);
        var before = await Filtered(filter).Where(item => item.Product.CreatedAt > at || (item.Product.CreatedAt == at && item.Variant.Id >= id))
            .OrderBy(item => item.Product.CreatedAt).ThenBy(item => item.Variant.Id).Skip(limit)
            .Select(item => new { item.Product.CreatedAt, item.Variant.Id }).FirstOrDefaultAsync(cancel);
        return before is null ? null : new Cursor(before.CreatedAt, before.Id).ToString();
    }

    /// <summary>These items, in no order.</summary>
    public async Task<IReadOnlyList<StockItem>> OfAsync(IReadOnlyCollection<Guid> variantIds, CancellationToken cancel) =>
        variantIds.Count == 0 ? [] : [.. (await All().Where(item => variantIds.Contains(item.Variant.Id)).ToListAsync(cancel)).Select(ToItem)];

    /// <summary>The items of one product, in the order they were made.</summary>
    public async Task<IReadOnlyList<StockItem>> OfProductAsync(Guid productId, CancellationToken cancel) =>
        [.. (await All().Where(item => item.Product.Id == productId).OrderBy(item => item.Variant.Id).ToListAsync(cancel)).Select(ToItem)];

    /// <summary>How many items there are, put away ones left out.</summary>
    public Task<int> CountAsync(StockFilter filter, CancellationToken cancel) => Filtered(filter).CountAsync(cancel);

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

        var rows = await Shown(alerts.OrderByDescending(alert => alert.RaisedAt).ThenByDescending(alert => alert.Id).Take(limit + 1)).ToListAsync(cancel);
        return Paging.Cut(rows, limit, alert => new Cursor(alert.RaisedAt, alert.Id));
    }

    /// <summary>The open alerts of these variants, snoozed or not.</summary>
    public async Task<IReadOnlyList<AlertItem>> OpenAlertsAsync(IReadOnlyCollection<Guid> variantIds, CancellationToken cancel) =>
        await Shown(db.StockAlerts.AsNoTracking().Where(alert => alert.ResolvedAt == null && variantIds.Contains(alert.VariantId))).ToListAsync(cancel);

    private IQueryable<AlertItem> Shown(IQueryable<StockAlert> alerts)
    {
        var products = db.Products;
        return alerts
            .Join(db.Variants, alert => alert.VariantId, variant => variant.Id, (alert, variant) => new { alert, variant })
            .Join(products, row => row.variant.ProductId, product => product.Id, (row, product) => new { row.alert, row.variant, product })
            .OrderByDescending(row => row.alert.RaisedAt).ThenByDescending(row => row.alert.Id)
            .Select(row => new AlertItem(
                row.alert.Id, row.variant.Id, row.variant.Sku, row.product.Name, row.variant.Title, row.alert.Kind, row.alert.OnHand, row.alert.Threshold,
                row.alert.RaisedAt, row.alert.ResolvedAt, row.alert.SnoozedUntil));
    }

    private IQueryable<Row> In(Guid place)
    {
        var levels = db.StockLevels;
        return
            from variant in db.Variants.AsNoTracking()
            join product in db.Products on variant.ProductId equals product.Id
            join level in levels on variant.Id equals level.VariantId
            join here in db.PlaceLevels on variant.Id equals here.VariantId
            where here.LocationId == place
            select new Row { Variant = variant, Product = product, OnHand = here.OnHand, Value = level.Value, InShop = level.OnHand };
    }

    private IQueryable<Row> All()
    {
        var levels = db.StockLevels;
        return
            from variant in db.Variants.AsNoTracking()
            join product in db.Products on variant.ProductId equals product.Id
            join level in levels on variant.Id equals level.VariantId into some
            from level in some.DefaultIfEmpty()
            select new Row { Variant = variant, Product = product, OnHand = (long?)level.OnHand, Value = (long?)level.Value, InShop = (long?)level.OnHand };
    }

    private IQueryable<Row> Filtered(StockFilter filter)
    {
        var usual = shop.Facts.DefaultThreshold;
        var items = (filter.Location is { } place ? In(place) : All()).Where(item => item.Product.ArchivedAt == null);
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            var (words, code) = (SearchText.Of(filter.Search), Variant.KeyOf(filter.Search));
            items = items.Where(item => item.Product.NameSearch.Contains(words) || item.Variant.SkuKey.Contains(code));
        }

        if (filter.Category is not null)
        {
            var category = Product.KeyOf(filter.Category);
            items = items.Where(item => item.Product.CategoryKey == category);
        }

        if (filter.Tag is not null)
        {
            var (tags, key) = (db.ProductTags, Product.KeyOf(filter.Tag));
            items = items.Where(item => tags.Any(tag => tag.ProductId == item.Product.Id && tag.Key == key));
        }

        return filter.Show switch
        {
            StockShow.Low => items.Where(item => item.OnHand != null && item.OnHand <= (item.Variant.Threshold ?? usual)),
            StockShow.Out => items.Where(item => item.OnHand == 0),
            StockShow.Oversold => items.Where(item => item.OnHand < 0),
            _ => items,
        };
    }

    private StockItem ToItem(Row row)
    {
        var threshold = row.Variant.Threshold ?? shop.Facts.DefaultThreshold;
        return new StockItem(
            row.Variant.Id, row.Product.Id, row.Variant.Sku, row.Product.Name, row.Variant.Title, row.Variant.Price,
            row.OnHand ?? 0, row.OnHand ?? 0, threshold, row.OnHand == row.InShop ? row.Value ?? 0 : UnitCost.OfIssue(row.InShop ?? 0, row.Value ?? 0, Math.Max(0, row.OnHand ?? 0)), StateOf(row.OnHand, threshold));
    }

    private sealed class Row
    {
        public required Variant Variant { get; init; }

        public required Product Product { get; init; }

        public long? OnHand { get; init; }

        public long? Value { get; init; }

        // How many there are in the shop; what they had cost is known of all of them together.
        public long? InShop { get; init; }
    }
}
