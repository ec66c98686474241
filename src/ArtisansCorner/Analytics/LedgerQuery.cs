using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>The rows that a figure is the sum of, latest day first: of the same facts, under the same filters.</summary>
public sealed class LedgerQuery(AppDb db)
{
    /// <summary>The metrics that are sums of rows; averages, shares and customers are not.</summary>
    public static IReadOnlyList<Metric> Sums { get; } =
    [
        Metrics.NetSales, Metrics.GrossSales, Metrics.Discounts, Metrics.Returns, Metrics.Shipping, Metrics.Tax, Metrics.MarketplaceTax, Metrics.TotalSales,
        Metrics.Fees, Metrics.CostOfGoods, Metrics.Contribution, Metrics.Orders, Metrics.Units, Metrics.NetUnits,
    ];

    /// <summary>The rows that add to this metric, or take from it, after a place in the list.</summary>
    public async Task<Paged<LedgerEntry>> RunAsync(Period range, Scope scope, Metric metric, Cursor? after, int limit, CancellationToken cancel)
    {
        // An order is one, however many of the pieces looked at are in it.
        var isOfLines = scope.Slice.IsOfPieces && metric != Metrics.Orders;
        List<Row> rows = [];
        foreach (var table in metric == Metrics.Orders ? [Facts.Placed(db, range, scope)] : Facts.ByTable(db, range, scope))
        {
            var some = After(Counting(table, metric), after);
            rows.AddRange(await Rows(some.OrderByDescending(fact => fact.Day).ThenByDescending(fact => fact.Id).Take(limit + 1)).ToListAsync(cancel));
        }

        var latest = rows.OrderByDescending(row => row.Day).ThenByDescending(row => row.Id).Take(limit + 1).ToList();
        var page = Paging.Cut(latest, limit, row => new Cursor(row.Day.DayNumber, row.Id));
        var (channels, words) = (await ChannelsAsync(cancel), await WordsAsync(page.Items, isOfLines, cancel));
        return new Paged<LedgerEntry>(
            [.. page.Items.Select(row => new LedgerEntry(
                row.Kind, row.Id, row.SaleId, row.Day, channels.GetValueOrDefault(row.ChannelId, ""), words.GetValueOrDefault(row.Id, ""),
                new Figures(scope.Slice.IsOfPieces && !isOfLines ? new Totals { Orders = 1 } : row.Totals, default)))],
            page.Next);
    }

    private static IQueryable<Fact> After(IQueryable<Fact> facts, Cursor? after)
    {
        if (after is not { } place) return facts;
        var (day, id) = (DateOnly.FromDayNumber((int)Math.Min(place.Ticks, DateOnly.MaxValue.DayNumber)), place.Id);
        return facts.Where(fact => fact.Day < day || (fact.Day == day && fact.Id < id));
    }

    private static IQueryable<Fact> Counting(IQueryable<Fact> facts, Metric metric) => metric.Key switch
    {
        "orders" => facts.Where(fact => fact.SaleId != null),
        "units" => facts.Where(fact => fact.Units != 0),
        "netUnits" => facts.Where(fact => fact.Units != 0 || fact.UnitsReturned != 0),
        "grossSales" => facts.Where(fact => fact.Gross != 0),
        "discounts" => facts.Where(fact => fact.Discounts != 0),
        "returns" => facts.Where(fact => fact.Returns != 0),
        "netSales" => facts.Where(fact => fact.Gross != 0 || fact.Discounts != 0 || fact.Returns != 0),
        "shipping" => facts.Where(fact => fact.Shipping != 0),
        "tax" => facts.Where(fact => fact.Tax != 0),
        "marketplaceTax" => facts.Where(fact => fact.MarketplaceTax != 0),
        "totalSales" => facts.Where(fact => fact.Gross != 0 || fact.Discounts != 0 || fact.Returns != 0 || fact.Shipping != 0 || fact.Tax != 0),
        "fees" => facts.Where(fact => fact.Fees != 0),
        "costOfGoods" => facts.Where(fact => fact.CostOfGoods != 0),
        "contribution" => facts.Where(fact => fact.Gross != 0 || fact.Discounts != 0 || fact.Returns != 0 || fact.Shipping != 0 || fact.Fees != 0 || fact.CostOfGoods != 0),
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric.Key, "It is no sum of rows."),
    };

    private Task<Dictionary<Guid, string>> ChannelsAsync(CancellationToken cancel) => db.Channels.ToDictionaryAsync(channel => channel.Id, channel => channel.Name, cancel);

    private async Task<Dictionary<Guid, string>> WordsAsync(IReadOnlyList<Row> rows, bool isOfLines, CancellationToken cancel)
    {
        var (ids, fees) = (rows.Select(row => row.Id).ToList(), rows.Where(row => row.Kind == FactKind.Fee).Select(row => row.Id).ToList());
        var trued = rows.Where(row => row.Kind == FactKind.TrueUp).Select(row => row.Id).ToList();
        var names = await db.StockMovements.Where(movement => trued.Contains(movement.Id))
            .Join(db.Variants, movement => movement.VariantId, variant => variant.Id, (movement, variant) => new { movement.Id, variant.Title, variant.ProductId })
            .Join(db.Products, row => row.ProductId, product => product.Id, (row, product) => new { row.Id, Name = row.Title == "" ? product.Name : product.Name + ", " + row.Title }).ToDictionaryAsync(row => row.Id, row => row.Name, cancel);
        if (isOfLines)
        {
            var pieces = await db.SaleLines.Where(line => ids.Contains(line.Id)).Select(line => new { line.Id, line.Title, line.Quantity })
                .Concat(db.RefundLines.Where(line => ids.Contains(line.Id)).Select(line => new { line.Id, line.Title, line.Quantity })).ToListAsync(cancel);
            return pieces.Select(piece => KeyValuePair.Create(piece.Id, SaleLines.Summarize([(piece.Title, piece.Quantity)]))).Concat(names).ToDictionary();
        }

        var sales = rows.Where(row => row.Kind != FactKind.Fee && row.SaleId is not null).Select(row => row.SaleId!.Value).Distinct().ToList();
        var summaries = await db.Sales.Where(sale => sales.Contains(sale.Id)).ToDictionaryAsync(sale => sale.Id, sale => sale.Summary, cancel);
        var types = await db.Fees.Where(fee => fees.Contains(fee.Id)).ToDictionaryAsync(fee => fee.Id, fee => fee.Type, cancel);
        return rows.ToDictionary(row => row.Id, row => types.GetValueOrDefault(row.Id) ?? names.GetValueOrDefault(row.Id) ?? (row.SaleId is { } sale ? summaries.GetValueOrDefault(sale, "") : ""));
    }

    // What a fact says and nothing else: PostgreSQL cannot read a bare null as an id.
    private static IQueryable<Row> Rows(IQueryable<Fact> facts) => facts.Select(fact => new Row
    {
        Kind = fact.Kind,
        Id = fact.Id,
        SaleId = fact.OfSaleId,
        Day = fact.Day,
        ChannelId = fact.ChannelId,
        Totals = new Totals
        {
            Orders = fact.Orders, Units = fact.Units, UnitsReturned = fact.UnitsReturned, Gross = fact.Gross, Discounts = fact.Discounts, Returns = fact.Returns,
            Shipping = fact.Shipping, Tax = fact.Tax, MarketplaceTax = fact.MarketplaceTax, Fees = fact.Fees, CostOfGoods = fact.CostOfGoods,
        },
    });

    private sealed class Row
    {
        public required FactKind Kind { get; init; }

        public required Guid Id { get; init; }

        public required Guid? SaleId { get; init; }

        public required DateOnly Day { get; init; }

        public required Guid ChannelId { get; init; }

        public required Totals Totals { get; init; }
    }
}
