using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Sales;

/// <summary>What the page that records a sale offers and adds up. Amounts are minor units.</summary>
/// <param name="Picks">What can be tapped: what was found, or what sells most.</param>
/// <param name="Chosen">The variants of the lines, by id.</param>
/// <param name="Channels">The names of the channels.</param>
/// <param name="CatalogIsEmpty">Whether there is nothing to tap at all.</param>
/// <param name="Places">The places that pieces may come from, the usual one first.</param>
public sealed record SaleDraft(
    IReadOnlyList<StockItem> Picks, IReadOnlyDictionary<Guid, StockItem> Chosen, IReadOnlyList<string> Channels, bool CatalogIsEmpty, IReadOnlyList<Location> Places)
{
    /// <summary>Nothing yet.</summary>
    public static SaleDraft Empty { get; } = new([], new Dictionary<Guid, StockItem>(), [], false, []);

    /// <summary>The place that is meant as long as nobody says another: a fair that runs on this day, else the one last sold from here, else the usual one.</summary>
    public Guid? LikelyPlace(DateOnly today, Guid? last) =>
        (Places.FirstOrDefault(place => place.RunsOn(today)) ?? Places.FirstOrDefault(place => place.Id == last) ?? (Places.Count == 0 ? null : Places[0]))?.Id;

    /// <summary>The variant of a line, where it has one.</summary>
    public StockItem? ItemOf(SaleFormLine line) => line.VariantId is { } id ? Chosen.GetValueOrDefault(id) : null;
}

/// <summary>Finds what can be sold, for the page that records a sale.</summary>
public sealed class SaleDraftQuery(AppDb db, CurrentShop shop, StockQueries stock, Places places, TimeProvider time)
{
    private const int MostPicks = 12;
    private const int MostChannels = 8;
    private const int DaysThatCount = 91;
    private const int LinesThatCount = 2000;

    /// <summary>What the page needs for the form as it stands.</summary>
    public async Task<SaleDraft> RunAsync(SaleForm form, CancellationToken cancel)
    {
        var picks = string.IsNullOrWhiteSpace(form.Find)
            ? await FavoritesAsync(cancel)
            : (await stock.ListAsync(new StockFilter(form.Find), null, MostPicks, cancel)).Items;
        var ids = form.Lines.Where(line => line.VariantId is not null).Select(line => line.VariantId!.Value).Distinct().ToList();
        var chosen = (await stock.OfAsync(ids, cancel)).ToDictionary(item => item.VariantId);
        var channels = await db.Channels.OrderBy(channel => channel.Key).Select(channel => channel.Name).Take(MostChannels).ToListAsync(cancel);
        return new SaleDraft(picks, chosen, channels, picks.Count == 0 && string.IsNullOrWhiteSpace(form.Find), await places.InUseAsync(cancel));
    }

    /// <summary>The one variant that a code means, as a scanner types it; nothing when it means none.</summary>
    public Task<Guid?> ByCodeAsync(string code, CancellationToken cancel)
    {
        var (key, barcode) = (Variant.KeyOf(code), code.Trim());
        return db.Variants.Where(variant => variant.SkuKey == key || variant.Barcode == barcode).Select(variant => (Guid?)variant.Id).FirstOrDefaultAsync(cancel);
    }

    /// <summary>What sold most of late, in a quarter at most, filled up with the latest products.</summary>
    private async Task<IReadOnlyList<StockItem>> FavoritesAsync(CancellationToken cancel)
    {
        var since = shop.Facts.Zone.DayOf(time.GetUtcNow()).AddDays(-DaysThatCount);
        var latest = db.SaleLines.Where(line => line.Day >= since).OrderByDescending(line => line.Day).Take(LinesThatCount);
        var favorites = await latest.Where(line => line.VariantId != null).GroupBy(line => line.VariantId!.Value)
            .OrderByDescending(group => group.Sum(line => line.Quantity)).ThenBy(group => group.Key).Take(MostPicks).Select(group => group.Key).ToListAsync(cancel);
        var items = (await stock.OfAsync(favorites, cancel)).OrderBy(item => favorites.IndexOf(item.VariantId)).ToList();
        if (items.Count == MostPicks) return items;
        var newest = (await stock.ListAsync(new StockFilter(), null, MostPicks, cancel)).Items;
        return [.. items, .. newest.Where(item => !favorites.Contains(item.VariantId)).Take(MostPicks - items.Count)];
    }
}
