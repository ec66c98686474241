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

    private sealed record Called(Guid ProductId, string Sku, string Name);

    private readonly record struct Sold(Guid VariantId, Totals Totals, Called? Called);

    /// <summary>The best <paramref name="limit"/> variants of a range by net sales.</summary>
    public async Task<ProductRanking> RunAsync(Period range, Scope scope, int limit, CancellationToken cancel)
    {
        var all = await SoldAsync(range, scope, cancel);
        var items = all.Take(limit).Select(sold => sold.Called is { } called
            ? new ProductSales(sold.VariantId, called.ProductId, called.Sku, called.Name, FiguresOf(sold.Totals))
            : Nameless("Not in the catalog", sold.Totals)).ToList();
        return new ProductRanking(
            items,
            Math.Max(0, all.Length - limit),
            Nameless("Others", all.Skip(limit).Aggregate(default(Totals), (sum, sold) => sum + sold.Totals)),
            Nameless("All products", all.Aggregate(default(Totals), (sum, sold) => sum + sold.Totals)));
    }

    /// <summary>Which those of the whole shop are, as a part of another question.</summary>
    public IQueryable<Guid> Best(Period range, int limit) => db.DailyProductSales.Where(row => row.Day >= range.From && row.Day <= range.To)
        .GroupBy(row => row.VariantId).OrderByDescending(rows => rows.Sum(row => row.Gross - row.Discounts - row.Returns)).ThenBy(rows => rows.Key).Take(limit).Select(rows => rows.Key);

    /// <summary>The sums of every variant with anything in a range; the empty id stands for what the catalog does not know.</summary>
    public async Task<IReadOnlyDictionary<Guid, Totals>> SumsAsync(Period range, Scope scope, CancellationToken cancel) =>
        (await SoldAsync(range, scope, cancel)).ToDictionary(sold => sold.VariantId, sold => sold.Totals);

    private ValueTask<Sold[]> SoldAsync(Period range, Scope scope, CancellationToken cancel) =>
        answers.AskAsync(new Question(range, scope), token => WorkAsync(range, scope, token), sold => 2 * sold.Length, cancel);

    private async Task<Sold[]> WorkAsync(Period range, Scope scope, CancellationToken cancel)
    {
        var sold = scope.IsAll ? await RollUpAsync(range, cancel) : await SliceAsync(range, scope, cancel);
        return [.. sold.OrderByDescending(one => FiguresOf(one.Totals).NetSales).ThenBy(one => one.VariantId)];
    }

    private async Task<List<Sold>> SliceAsync(Period range, Scope scope, CancellationToken cancel)
    {
        var sums = new List<KeyedTotals<Guid>>();
        await foreach (var sum in FactSums.By(Facts.OfPieces(db, range, scope).Select(fact => new Keyed<Guid> { Key = fact.VariantId, Fact = fact })).WithCancellation(cancel))
        {
            if (sum.Totals != default) sums.Add(sum);
        }

        var ids = sums.ConvertAll(sum => sum.Key);
        var names = await NamesAsync(db.Variants.Where(variant => ids.Contains(variant.Id)), cancel);
        return sums.ConvertAll(sum => new Sold(sum.Key, sum.Totals, names.GetValueOrDefault(sum.Key)));
    }

    private async Task<List<Sold>> RollUpAsync(Period range, CancellationToken cancel)
    {
        var (from, to) = (range.From, range.To);
        var (rolledUp, variants) = (db.DailyProductSales.Where(row => row.Day >= from && row.Day <= to), db.Variants);
        var together = db.AskTogether();
        var called = together.Ask(() => NamesAsync(variants.Where(variant => rolledUp.Select(row => row.VariantId).Contains(variant.Id)), cancel));
        var sums = together.Ask(() => rolledUp.GroupBy(row => row.VariantId).Select(rows => new
        {
            VariantId = rows.Key,
            Units = rows.Sum(row => row.Units),
            UnitsReturned = rows.Sum(row => row.UnitsReturned),
            Gross = rows.Sum(row => row.Gross),
            Discounts = rows.Sum(row => row.Discounts),
            Returns = rows.Sum(row => row.Returns),
            CostOfGoods = rows.Sum(row => row.CostOfGoods),
        }).ToListAsync(cancel));
        await together.RunAsync(cancel);
        var names = await called;
        return (await sums).ConvertAll(sum => new Sold(
            sum.VariantId,
            new Totals
            {
                Units = sum.Units,
                UnitsReturned = sum.UnitsReturned,
                Gross = sum.Gross,
                Discounts = sum.Discounts,
                Returns = sum.Returns,
                CostOfGoods = sum.CostOfGoods,
            },
            names.GetValueOrDefault(sum.VariantId)));
    }

    private async Task<Dictionary<Guid, Called>> NamesAsync(IQueryable<Variant> variants, CancellationToken cancel)
    {
        var rows = await variants.Join(db.Products, variant => variant.ProductId, product => product.Id, (variant, product) => new { variant.Id, variant.Sku, variant.Title, ProductId = product.Id, product.Name }).ToListAsync(cancel);
        return rows.ToDictionary(row => row.Id, row => new Called(row.ProductId, row.Sku, row.Title.Length == 0 ? row.Name : $"{row.Name}, {row.Title}"));
    }

    private static ProductSales Nameless(string name, Totals totals) => new(null, null, null, name, FiguresOf(totals));

    private static Figures FiguresOf(Totals totals) => new(totals, default);
}
