using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>Which products are looked at, and how.</summary>
/// <param name="Range">In which days.</param>
/// <param name="Compare">Held against which.</param>
/// <param name="Scope">Of which facts; what the stock says does not depend on it.</param>
/// <param name="ByProduct">Whether the variants of a product are one row.</param>
/// <param name="Unsold">Whether what the catalog has and these days did not sell is there too.</param>
/// <param name="Product">Only this product, with all its variants.</param>
public sealed record PerformanceAsked(Period Range, Comparison Compare, Scope Scope, bool ByProduct = false, bool Unsold = false, Guid? Product = null);

/// <summary>Works out how products do: sales from the same facts as every figure, stock from the ledger.</summary>
public sealed class PerformanceQuery(AppDb db, CurrentShop shop, TimeProvider time, ProductsQuery products, ItemPastQuery pasts, ItemStockQuery stocks)
{
    private sealed record Item(Guid Id, Guid ProductId, string Sku, string Title, string Product, bool Archived);

    /// <summary>Every row, by net sales; what the catalog does not know is one row.</summary>
    public async Task<IReadOnlyList<ProductPerformance>> RunAsync(PerformanceAsked asked, CancellationToken cancel)
    {
        var today = shop.Facts.Zone.DayOf(time.GetUtcNow());
        var sold = await products.SumsAsync(asked.Range, asked.Scope, cancel);
        var whole = asked.Scope.IsAll ? sold : await products.SumsAsync(asked.Range, Scope.All, cancel);
        var before = asked.Compare.RangeOf(asked.Range) is { } compared ? await products.SumsAsync(compared, asked.Scope, cancel) : null;
        var past = await pasts.RunAsync(today, cancel);
        var stock = await stocks.RunAsync(asked.Range, today, past, cancel);
        var catalog = await CatalogAsync(cancel);
        var shown = sold.Keys.Union(before?.Keys ?? []).ToHashSet();
        // A part of the shop that is made of pieces names the pieces it is about: the others are not unsold in it.
        if (asked.Unsold && !asked.Scope.Slice.IsOfPieces) shown.UnionWith(catalog.Values.Where(item => !item.Archived).Select(item => item.Id));
        if (asked.Product is { } only) shown = [.. catalog.Values.Where(item => item.ProductId == only).Select(item => item.Id)];

        Guid KeyOf(Guid variant) => !catalog.TryGetValue(variant, out var item) ? Guid.Empty : asked.ByProduct ? item.ProductId : item.Id;
        var classes = AbcClasses.Of([
            .. catalog.Values.GroupBy(item => KeyOf(item.Id))
                .Select(group => new AbcItem(group.Key, group.Min(item => item.Sku)!, group.Sum(item => past.GetValueOrDefault(item.Id)?.NetSales ?? 0)))
        ]);
        var rows = new List<ProductPerformance>();
        foreach (var group in shown.GroupBy(KeyOf))
        {
            // Days of stock and sell-through are of the whole product, its unsold variants too.
            Guid[] ids = group.Key == Guid.Empty ? [.. group] : asked.ByProduct ? [.. catalog.Values.Where(item => item.ProductId == group.Key).Select(item => item.Id)] : [group.Key];
            var first = catalog.GetValueOrDefault(ids.Order().First());
            var pastOf = ids.Select(id => past.GetValueOrDefault(id)).OfType<ItemPast>().ToList();
            rows.Add(new ProductPerformance(
                asked.ByProduct ? null : first?.Id,
                first?.ProductId,
                first?.Sku,
                first is null ? "Not in the catalog" : asked.ByProduct || first.Title.Length == 0 ? first.Product : $"{first.Product}, {first.Title}",
                FiguresOf(ids, sold),
                before is null ? null : FiguresOf(ids, before),
                FiguresOf(ids, whole),
                first is null ? null : ids.Select(id => stock.GetValueOrDefault(id)).OfType<ItemStock>().DefaultIfEmpty().Aggregate((one, other) => one! + other!),
                classes.TryGetValue(group.Key, out var letter) ? letter : null,
                pastOf.Min(one => one.FirstSale),
                pastOf.Max(one => one.LastSale),
                ids));
        }

        return [.. rows.OrderByDescending(row => row.NetSales).ThenBy(row => row.VariantId ?? row.ProductId)];
    }

    private async Task<Dictionary<Guid, Item>> CatalogAsync(CancellationToken cancel) =>
        await db.Variants.Join(db.Products, variant => variant.ProductId, product => product.Id, (variant, product) =>
            new Item(variant.Id, product.Id, variant.Sku, variant.Title, product.Name, product.Status == ProductStatus.Retired)).ToDictionaryAsync(item => item.Id, cancel);

    private static Figures FiguresOf(Guid[] ids, IReadOnlyDictionary<Guid, Totals> sums) =>
        new(ids.Aggregate(default(Totals), (sum, id) => sum + sums.GetValueOrDefault(id)), default);
}
