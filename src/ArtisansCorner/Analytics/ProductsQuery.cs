using System.Text.Json.Serialization;
using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>What sold in a range, best first.</summary>
/// <param name="Items">The best.</param>
/// <param name="OtherCount">How many sold less than these.</param>
/// <param name="Others">Those together.</param>
/// <param name="Total">All together.</param>
public sealed record ProductRanking(IReadOnlyList<ProductSales> Items, int OtherCount, ProductSales Others, ProductSales Total);

/// <summary>What one variant sold; amounts are minor units.</summary>
/// <param name="VariantId">Which, or nothing for what the catalog does not know.</param>
/// <param name="ProductId">The product it is a choice of.</param>
/// <param name="Sku">Its code.</param>
/// <param name="Name">The product's name, and what sets the variant apart.</param>
/// <param name="Figures">What it is made of.</param>
public sealed record ProductSales(Guid? VariantId, Guid? ProductId, string? Sku, string Name, [property: JsonIgnore] Figures Figures)
{
    /// <summary>Pieces sold.</summary>
    public long Units => Figures.Units;

    /// <summary>Pieces sold − pieces given back.</summary>
    public long NetUnits => Figures.NetUnits;

    /// <summary>Gross sales.</summary>
    public long GrossSales => Figures.GrossSales;

    /// <summary>Discounts, with the share of the order's.</summary>
    public long Discounts => Figures.Discounts;

    /// <summary>Returns.</summary>
    public long Returns => Figures.Returns;

    /// <summary>Net sales.</summary>
    public long NetSales => Figures.NetSales;

    /// <summary>Cost of goods.</summary>
    public long CostOfGoods => Figures.CostOfGoods;

    /// <summary>Margin; nothing while no cost is known.</summary>
    public decimal? Margin => Figures.IsCostKnown ? Figures.Margin : null;
}

/// <summary>Works out what sold.</summary>
public sealed class ProductsQuery(AppDb db, Answers answers)
{
    private sealed record Question(Period Range, Scope Scope);

    private readonly record struct Sold(Guid VariantId, Totals Totals);

    /// <summary>The best <paramref name="limit"/> variants of a range by net sales; names are read anew, because they change without a sale.</summary>
    public async Task<ProductRanking> RunAsync(Period range, Scope scope, int limit, CancellationToken cancel)
    {
        var all = await SoldAsync(range, scope, cancel);
        var best = all.Take(limit).Select(sold => sold.VariantId).ToArray();
        var (variants, products) = (db.Variants, db.Products);
        var names = await variants.Where(variant => best.Contains(variant.Id))
            .Join(products, variant => variant.ProductId, product => product.Id, (variant, product) => new { variant.Id, variant.Sku, variant.Title, ProductId = product.Id, product.Name })
            .ToDictionaryAsync(variant => variant.Id, cancel);
        var items = all.Take(limit).Select(sold => names.TryGetValue(sold.VariantId, out var name)
            ? new ProductSales(sold.VariantId, name.ProductId, name.Sku, name.Title.Length == 0 ? name.Name : $"{name.Name}, {name.Title}", FiguresOf(sold.Totals))
            : Nameless("Not in the catalog", sold.Totals)).ToList();
        return new ProductRanking(
            items,
            Math.Max(0, all.Length - limit),
            Nameless("Others", all.Skip(limit).Aggregate(default(Totals), (sum, sold) => sum + sold.Totals)),
            Nameless("All products", all.Aggregate(default(Totals), (sum, sold) => sum + sold.Totals)));
    }

    /// <summary>The sums of every variant with anything in a range; the empty id stands for what the catalog does not know.</summary>
    public async Task<IReadOnlyDictionary<Guid, Totals>> SumsAsync(Period range, Scope scope, CancellationToken cancel) =>
        (await SoldAsync(range, scope, cancel)).ToDictionary(sold => sold.VariantId, sold => sold.Totals);

    private ValueTask<Sold[]> SoldAsync(Period range, Scope scope, CancellationToken cancel) =>
        answers.AskAsync(new Question(range, scope), token => WorkAsync(range, scope, token), sold => sold.Length, cancel);

    private async Task<Sold[]> WorkAsync(Period range, Scope scope, CancellationToken cancel)
    {
        var sold = scope.IsAll ? await RollUpAsync(range, cancel) : await SliceAsync(range, scope, cancel);
        return [.. sold.OrderByDescending(one => FiguresOf(one.Totals).NetSales).ThenBy(one => one.VariantId)];
    }

    private async Task<List<Sold>> SliceAsync(Period range, Scope scope, CancellationToken cancel)
    {
        var sold = new List<Sold>();
        await foreach (var sum in FactSums.By(Facts.OfPieces(db, range, scope).Select(fact => new Keyed<Guid> { Key = fact.VariantId, Fact = fact })).WithCancellation(cancel))
        {
            if (sum.Totals != default) sold.Add(new Sold(sum.Key, sum.Totals));
        }

        return sold;
    }

    private async Task<List<Sold>> RollUpAsync(Period range, CancellationToken cancel)
    {
        var (from, to) = (range.From, range.To);
        var sums = await db.DailyProductSales.Where(row => row.Day >= from && row.Day <= to).GroupBy(row => row.VariantId).Select(rows => new
        {
            VariantId = rows.Key,
            Units = rows.Sum(row => row.Units),
            UnitsReturned = rows.Sum(row => row.UnitsReturned),
            Gross = rows.Sum(row => row.Gross),
            Discounts = rows.Sum(row => row.Discounts),
            Returns = rows.Sum(row => row.Returns),
            CostOfGoods = rows.Sum(row => row.CostOfGoods),
        }).ToListAsync(cancel);
        return
        [
            .. sums.Select(sum => new Sold(sum.VariantId, new Totals
            {
                Units = sum.Units,
                UnitsReturned = sum.UnitsReturned,
                Gross = sum.Gross,
                Discounts = sum.Discounts,
                Returns = sum.Returns,
                CostOfGoods = sum.CostOfGoods,
            })),
        ];
    }

    private static ProductSales Nameless(string name, Totals totals) => new(null, null, null, name, FiguresOf(totals));

    private static Figures FiguresOf(Totals totals) => new(totals, default);
}
