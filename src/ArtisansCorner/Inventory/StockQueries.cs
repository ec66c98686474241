using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory.Purchasing;
using ArtisansCorner.Inventory.Reserving;
using ArtisansCorner.Inventory.Valuation;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>Finds how items of stock stand.</summary>
public sealed class StockQueries(AppDb db, CurrentShop shop, IDaysLeft daysLeft, IKitsPossible kits, TimeProvider time)
{
    private const int PaceDays = 90;
    private const int DaysTooMany = 182;

    /// <summary>How an item stands.</summary>
    public static StockState StateOf(long? onHand, long threshold, ProductStatus status) => onHand is not { } pieces
        ? StockState.Uncounted
        : RaiseAlerts.KindOf(pieces, threshold, status) switch
        {
            AlertKind.Negative => StockState.Negative,
            AlertKind.Out => StockState.Out,
            AlertKind.Low => StockState.Low,
            _ => StockState.Ok,
        };

    /// <summary>Items, latest first; with how long they will last, where the whole shop is asked for.</summary>
    public async Task<Paged<StockItem>> ListAsync(StockFilter filter, Cursor? after, int limit, CancellationToken cancel)
    {
        var items = await FilteredAsync(filter, cancel);
        if (after is { } place)
        {
            var last = place.Id;
            items = items.Where(item => item.Variant.Id < last);
        }

        // Which they are is found in an index alone; the rest is read of those that are shown.
        var ids = await items.OrderByDescending(item => item.Variant.Id).Select(item => item.Variant.Id).Take(limit + 1).ToArrayAsync(cancel);
        var rows = await (filter.Location is { } here ? In(here) : All()).Where(item => ids.Contains(item.Variant.Id)).OrderByDescending(item => item.Variant.Id).ToListAsync(cancel);
        var page = Paging.Cut(rows, limit, item => new Cursor(item.Product.CreatedAt, item.Variant.Id));
        var lasts = filter.Location is null ? await daysLeft.RunAsync([.. page.Items.Select(item => item.Variant.Id)], cancel) : new Dictionary<Guid, decimal>();
        var possible = await KitsAsync(page.Items, cancel);
        return new Paged<StockItem>([.. page.Items.Select(item => ToItem(item, possible) with { DaysLeft = lasts.TryGetValue(item.Variant.Id, out var days) ? days : null })], page.Next);
    }

    /// <summary>Where the page before the one after this place begins; nothing when that is the first.</summary>
    public async Task<string?> NewerAsync(StockFilter filter, Cursor after, int limit, CancellationToken cancel)
    {
        var id = after.Id;
        var before = await (await FilteredAsync(filter, cancel)).Where(item => item.Variant.Id >= id).OrderBy(item => item.Variant.Id).Skip(limit)
            .Select(item => new { item.Product.CreatedAt, item.Variant.Id }).FirstOrDefaultAsync(cancel);
        return before is null ? null : new Cursor(before.CreatedAt, before.Id).ToString();
    }

    /// <summary>These items, in no order.</summary>
    public async Task<IReadOnlyList<StockItem>> OfAsync(IReadOnlyCollection<Guid> variantIds, CancellationToken cancel) =>
        variantIds.Count == 0 ? [] : await ItemsAsync(All().Where(item => variantIds.Contains(item.Variant.Id)), cancel);

    /// <summary>The items of a product, in the order they were made.</summary>
    public async Task<IReadOnlyList<StockItem>> OfProductAsync(Guid productId, CancellationToken cancel) =>
        await ItemsAsync(All().Where(item => item.Product.Id == productId).OrderBy(item => item.Variant.Id), cancel);

    /// <summary>The items of these products, in the order they were made.</summary>
    public async Task<IReadOnlyList<StockItem>> OfProductsAsync(IReadOnlyCollection<Guid> productIds, CancellationToken cancel) =>
        await ItemsAsync(All().Where(item => productIds.Contains(item.Product.Id)).OrderBy(item => item.Variant.Id), cancel);

    /// <summary>These products with their names, by name.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> ProductsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        [.. (await db.Products.Where(product => ids.Contains(product.Id)).OrderBy(product => product.NameSearch).Select(product => new { product.Id, product.Name }).ToListAsync(cancel))
            .Select(product => (product.Id, product.Name))];

    /// <summary>How many items there are, put away ones left out.</summary>
    public async Task<int> CountAsync(StockFilter filter, CancellationToken cancel) => await (await FilteredAsync(filter, cancel)).CountAsync(cancel);

    /// <summary>How many there are of one variant, or how much of a material in the unit it is used in.</summary>
    public async Task<decimal> OnHandAsync(Guid variantId, CancellationToken cancel)
    {
        var row = await db.StockLevels.Where(level => level.VariantId == variantId)
            .Join(db.VariantsAndMaterials, level => level.VariantId, variant => variant.Id, (level, variant) => new { level.OnHand, variant.Unit }).FirstOrDefaultAsync(cancel);
        return row is null ? 0 : Unit.Find(row.Unit)?.Quantity(row.OnHand) ?? row.OnHand;
    }

    private IQueryable<Row> In(Guid place)
    {
        var (levels, photos, ordered) = (db.StockLevels, db.Photos, db.PurchaseLines);
        return
            from variant in db.Variants.AsNoTracking()
            join product in db.Products on variant.ProductId equals product.Id
            join level in levels on variant.Id equals level.VariantId
            join here in db.PlaceLevels on variant.Id equals here.VariantId
            where here.LocationId == place
            select new Row { Variant = variant, Product = product, Incoming = ordered.Where(line => line.VariantId == variant.Id && line.Incoming > 0).Sum(line => line.Incoming), PhotoId = photos.Where(photo => photo.ProductId == product.Id && photo.RemovedAt == null).OrderBy(photo => photo.Place).Select(photo => (Guid?)photo.Id).FirstOrDefault(), OnHand = here.OnHand, Value = level.Value, InShop = level.OnHand };
    }

    private IQueryable<Row> All()
    {
        var (levels, photos, ordered, promised) = (db.StockLevels, db.Photos, db.PurchaseLines, db.Reservations);
        return
            from variant in db.Variants.AsNoTracking()
            join product in db.Products on variant.ProductId equals product.Id
            join level in levels on variant.Id equals level.VariantId into some
            from level in some.DefaultIfEmpty()
            select new Row { Variant = variant, Product = product, Incoming = ordered.Where(line => line.VariantId == variant.Id && line.Incoming > 0).Sum(line => line.Incoming), PhotoId = photos.Where(photo => photo.ProductId == product.Id && photo.RemovedAt == null).OrderBy(photo => photo.Place).Select(photo => (Guid?)photo.Id).FirstOrDefault(), Committed = promised.Where(one => one.VariantId == variant.Id && one.ClosedAt == null).Sum(one => one.Quantity), OnHand = (long?)level.OnHand, Value = (long?)level.Value, InShop = (long?)level.OnHand };
    }

    private async Task<IQueryable<Row>> FilteredAsync(StockFilter filter, CancellationToken cancel)
    {
        var usual = shop.Facts.DefaultThreshold;
        var retired = filter.Show == StockShow.Retired;
        var items = (filter.Location is { } place ? In(place) : All()).Where(item => (item.Product.Status == ProductStatus.Retired) == retired);
        var words = SearchText.WordsOf(filter.Search);
        if (await db.Engine.FewWithAsync<Variant>(db, nameof(Variant.Search), words, cancel) is { } few) items = items.Where(item => few.Contains(item.Variant.Id));
        foreach (var word in words) items = items.Where(item => item.Variant.Search.Contains(word));
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

        if (filter.Maker is { } maker) items = items.Where(item => item.Product.MakerId == maker);
        return filter.Show switch
        {
            StockShow.Low => items.Where(item => item.Product.Status == ProductStatus.Active && item.OnHand != null && item.OnHand <= (item.Variant.Threshold ?? usual)),
            StockShow.Out => items.Where(item => item.Product.Status != ProductStatus.MadeToOrder && item.Product.Status != ProductStatus.Kit && item.OnHand == 0),
            StockShow.NotMoving => NotMoving(items),
            StockShow.TooMany => TooMany(items),
            StockShow.Oversold => items.Where(item => item.Product.Status != ProductStatus.MadeToOrder && item.Product.Status != ProductStatus.Kit && item.OnHand < 0),
            _ => items,
        };
    }

    private IQueryable<Row> NotMoving(IQueryable<Row> items)
    {
        var left = Left();
        return items.Where(item => item.OnHand > 0 && !left.Any(movement => movement.VariantId == item.Variant.Id));
    }

    private IQueryable<Row> TooMany(IQueryable<Row> items)
    {
        var left = Left();
        return items.Where(item => item.OnHand > 0 && left.Any(movement => movement.VariantId == item.Variant.Id)
            && item.OnHand * PaceDays > -DaysTooMany * left.Where(movement => movement.VariantId == item.Variant.Id).Sum(movement => movement.Quantity));
    }

    // What was sold or used lately.
    private IQueryable<StockMovement> Left()
    {
        var since = time.GetUtcNow().AddDays(-PaceDays);
        return db.StockMovements.Where(movement => movement.At > since && movement.Quantity < 0 && (movement.Reason == StockReason.Sold || movement.Reason == StockReason.Used));
    }

    private async Task<IReadOnlyList<StockItem>> ItemsAsync(IQueryable<Row> items, CancellationToken cancel)
    {
        var rows = await items.ToListAsync(cancel);
        var possible = await KitsAsync(rows, cancel);
        return rows.ConvertAll(row => ToItem(row, possible));
    }

    private Task<IReadOnlyDictionary<Guid, long>> KitsAsync(IEnumerable<Row> rows, CancellationToken cancel) =>
        kits.RunAsync([.. rows.Where(row => row.Product.Status == ProductStatus.Kit).Select(row => row.Variant.Id)], cancel);

    private StockItem ToItem(Row row, IReadOnlyDictionary<Guid, long> possible)
    {
        var threshold = row.Variant.Threshold ?? shop.Facts.DefaultThreshold;
        return new StockItem(
            row.Variant.Id, row.Product.Id, row.Variant.Sku, row.Product.Name, row.Variant.Title, row.Variant.Price,
            row.OnHand ?? 0, (row.OnHand ?? 0) - row.Committed, row.Incoming, row.Committed, threshold, row.OnHand == row.InShop ? row.Value ?? 0 : ShareOf(row), StateOf(row.OnHand, threshold, row.Product.Status), row.PhotoId, row.Product.Status, row.Variant.IsMuted)
        {
            OwnThreshold = row.Variant.Threshold,
            CanMake = possible.TryGetValue(row.Variant.Id, out var some) ? some : null,
        };
    }

    // What lies in one place is worth its share of what all had cost.
    private static long ShareOf(Row row) => row is { InShop: > 0 and var all, OnHand: > 0 and var here } ? Shares.Of(row.Value ?? 0, Math.Min(here, all), all) : 0;

    private sealed class Row
    {
        public required Variant Variant { get; init; }

        public required Product Product { get; init; }

        public Guid? PhotoId { get; init; }

        public long Incoming { get; init; }

        // Of the shop as a whole: what is set aside lies in no place of its own.
        public long Committed { get; init; }

        public long? OnHand { get; init; }

        public long? Value { get; init; }

        // How many there are in the shop; what they had cost is known of all of them together.
        public long? InShop { get; init; }
    }
}
