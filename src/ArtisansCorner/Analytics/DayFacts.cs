using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>The facts of some business days, summed by the database; from these the roll-ups are put together.</summary>
internal sealed class DayFacts
{
    private readonly record struct OnDay(DateOnly Day, Guid Of);

    private readonly record struct OfProduct(long Lines, long Units, long UnitsReturned, long Gross, long Discounts, long Returns, long Cost);

    private readonly Dictionary<OnDay, Totals> channels = [];
    private readonly Dictionary<OnDay, OfProduct> products = [];
    private readonly List<(DateOnly Day, byte Hour, long Orders, long Sold)> hours = [];

    /// <summary>Reads the facts of these days: one sum in the database for each kind of fact.</summary>
    public static async Task<DayFacts> ReadAsync(AppDb db, Period period, CancellationToken cancel)
    {
        var facts = new DayFacts();
        await facts.ReadSalesAsync(db.Sales.Where(sale => sale.Day >= period.From && sale.Day <= period.To), cancel);
        await facts.ReadRefundsAsync(db.Refunds.Where(refund => refund.Day >= period.From && refund.Day <= period.To), cancel);
        await facts.ReadFeesAsync(db.Fees.Where(fee => fee.Day >= period.From && fee.Day <= period.To), cancel);
        await facts.ReadLinesAsync(
            db.SaleLines.Where(line => line.Day >= period.From && line.Day <= period.To),
            db.RefundLines.Where(line => line.Day >= period.From && line.Day <= period.To),
            cancel);
        facts.GiveTheRestToTheUnknown();
        return facts;
    }

    /// <summary>The days in sums.</summary>
    public IReadOnlyCollection<DailySales> Days(Guid shopId) =>
    [
        .. channels.GroupBy(channel => channel.Key.Day, channel => channel.Value)
            .Select(day => (day.Key, Sum: day.Aggregate((sum, channel) => sum + channel)))
            .Select(day => new DailySales
            {
                ShopId = shopId,
                Day = day.Key,
                Orders = day.Sum.Orders,
                Units = day.Sum.Units,
                UnitsReturned = day.Sum.UnitsReturned,
                Gross = day.Sum.Gross,
                Discounts = day.Sum.Discounts,
                Returns = day.Sum.Returns,
                Shipping = day.Sum.Shipping,
                Tax = day.Sum.Tax,
                MarketplaceTax = day.Sum.MarketplaceTax,
                Fees = day.Sum.Fees,
                CostOfGoods = day.Sum.CostOfGoods,
            }),
    ];

    /// <summary>The channels of each day in sums.</summary>
    public IReadOnlyCollection<DailyChannelSales> Channels(Guid shopId) =>
    [
        .. channels.Select(channel => new DailyChannelSales
        {
            ShopId = shopId,
            Day = channel.Key.Day,
            ChannelId = channel.Key.Of,
            Orders = channel.Value.Orders,
            Units = channel.Value.Units,
            Gross = channel.Value.Gross,
            Discounts = channel.Value.Discounts,
            Returns = channel.Value.Returns,
            Shipping = channel.Value.Shipping,
            Fees = channel.Value.Fees,
            CostOfGoods = channel.Value.CostOfGoods,
        }),
    ];

    /// <summary>The products of each day in sums, in the order of their key.</summary>
    public IReadOnlyCollection<DailyProductSales> Products(Guid shopId) =>
    [
        .. products.OrderBy(product => product.Key.Day).ThenBy(product => product.Key.Of).Select(product => new DailyProductSales
        {
            ShopId = shopId,
            Day = product.Key.Day,
            VariantId = product.Key.Of,
            Lines = product.Value.Lines,
            Units = product.Value.Units,
            UnitsReturned = product.Value.UnitsReturned,
            Gross = product.Value.Gross,
            Discounts = product.Value.Discounts,
            Returns = product.Value.Returns,
            CostOfGoods = product.Value.Cost,
        }),
    ];

    /// <summary>The hours of each day in sums.</summary>
    public IReadOnlyCollection<HourlySales> Hours(Guid shopId) =>
        [.. hours.Select(hour => new HourlySales { ShopId = shopId, Day = hour.Day, Hour = hour.Hour, Orders = hour.Orders, Sold = hour.Sold })];

    private async Task ReadSalesAsync(IQueryable<Sale> sales, CancellationToken cancel)
    {
        var sums = await sales.GroupBy(sale => new { sale.Day, sale.ChannelId, sale.Hour }).Select(group => new
        {
            group.Key,
            Orders = group.LongCount(),
            Units = group.Sum(sale => sale.Units),
            Gross = group.Sum(sale => sale.Gross),
            Discounts = group.Sum(sale => sale.Discounts),
            Shipping = group.Sum(sale => sale.Shipping - sale.ShippingDiscount),
            Tax = group.Sum(sale => sale.Tax),
            MarketplaceTax = group.Sum(sale => sale.MarketplaceTax),
            CostOfGoods = group.Sum(sale => sale.CostOfGoods),
        }).ToListAsync(cancel);
        foreach (var sum in sums)
        {
            Add(sum.Key.Day, sum.Key.ChannelId, new Totals
            {
                Orders = sum.Orders,
                Units = sum.Units,
                Gross = sum.Gross,
                Discounts = sum.Discounts,
                Shipping = sum.Shipping,
                Tax = sum.Tax,
                MarketplaceTax = sum.MarketplaceTax,
                CostOfGoods = sum.CostOfGoods,
            });
        }

        hours.AddRange(sums
            .Where(sum => sum.Key.Hour is not null)
            .GroupBy(sum => (sum.Key.Day, Hour: sum.Key.Hour!.Value))
            .Select(hour => (hour.Key.Day, hour.Key.Hour, hour.Sum(sum => sum.Orders), hour.Sum(sum => sum.Gross - sum.Discounts))));
    }

    private async Task ReadRefundsAsync(IQueryable<Refund> refunds, CancellationToken cancel)
    {
        var sums = await refunds.GroupBy(refund => new { refund.Day, refund.ChannelId }).Select(group => new
        {
            group.Key,
            Units = group.Sum(refund => refund.Units),
            Goods = group.Sum(refund => refund.Goods),
            Shipping = group.Sum(refund => refund.Shipping),
            Tax = group.Sum(refund => refund.Tax),
            MarketplaceTax = group.Sum(refund => refund.MarketplaceTax),
            CostOfGoods = group.Sum(refund => refund.CostOfGoods),
        }).ToListAsync(cancel);
        foreach (var sum in sums)
        {
            Add(sum.Key.Day, sum.Key.ChannelId, new Totals
            {
                UnitsReturned = sum.Units,
                Returns = sum.Goods,
                Shipping = -sum.Shipping,
                Tax = -sum.Tax,
                MarketplaceTax = -sum.MarketplaceTax,
                CostOfGoods = -sum.CostOfGoods,
            });
        }
    }

    private async Task ReadFeesAsync(IQueryable<Fee> fees, CancellationToken cancel)
    {
        var sums = await fees.GroupBy(fee => new { fee.Day, fee.ChannelId })
            .Select(group => new { group.Key, Amount = group.Sum(fee => fee.Amount) })
            .ToListAsync(cancel);
        foreach (var sum in sums) Add(sum.Key.Day, sum.Key.ChannelId, new Totals { Fees = sum.Amount });
    }

    private async Task ReadLinesAsync(IQueryable<SaleLine> sold, IQueryable<RefundLine> cameBack, CancellationToken cancel)
    {
        var sales = await sold.GroupBy(line => new { line.Day, line.VariantId }).Select(group => new
        {
            group.Key,
            Lines = group.LongCount(),
            Units = group.Sum(line => line.Quantity),
            Gross = group.Sum(line => line.Gross),
            Discounts = group.Sum(line => line.Discount + line.OrderDiscountShare),
            Cost = group.Sum(line => line.Cost),
        }).ToListAsync(cancel);
        foreach (var sum in sales) Add(sum.Key.Day, sum.Key.VariantId, new OfProduct(sum.Lines, sum.Units, 0, sum.Gross, sum.Discounts, 0, sum.Cost));

        var returns = await cameBack.GroupBy(line => new { line.Day, line.VariantId }).Select(group => new
        {
            group.Key,
            Units = group.Sum(line => line.Quantity),
            Amount = group.Sum(line => line.Amount),
            Cost = group.Sum(line => line.Cost),
        }).ToListAsync(cancel);
        foreach (var sum in returns) Add(sum.Key.Day, sum.Key.VariantId, new OfProduct(0, 0, sum.Units, 0, 0, sum.Amount, -sum.Cost));
    }

    /// <summary>A refund may give money back without naming pieces: what no line explains is the unknown product's, so that products sum to the shop.</summary>
    private void GiveTheRestToTheUnknown()
    {
        var explained = products.GroupBy(product => product.Key.Day).ToDictionary(day => day.Key, day => (
            Units: day.Sum(product => product.Value.UnitsReturned),
            Returns: day.Sum(product => product.Value.Returns),
            Cost: day.Sum(product => product.Value.Cost)));
        foreach (var day in channels.GroupBy(channel => channel.Key.Day, channel => channel.Value))
        {
            var known = explained.GetValueOrDefault(day.Key);
            var (units, returns, cost) = (
                day.Sum(channel => channel.UnitsReturned) - known.Units,
                day.Sum(channel => channel.Returns) - known.Returns,
                day.Sum(channel => channel.CostOfGoods) - known.Cost);
            if ((units, returns, cost) != (0, 0, 0)) Add(day.Key, null, new OfProduct(0, 0, units, 0, 0, returns, cost));
        }
    }

    private void Add(DateOnly day, Guid channel, Totals sum)
    {
        var key = new OnDay(day, channel);
        channels[key] = channels.GetValueOrDefault(key) + sum;
    }

    private void Add(DateOnly day, Guid? variant, OfProduct sum)
    {
        var key = new OnDay(day, variant ?? Guid.Empty);
        var old = products.GetValueOrDefault(key);
        products[key] = new OfProduct(
            old.Lines + sum.Lines, old.Units + sum.Units, old.UnitsReturned + sum.UnitsReturned, old.Gross + sum.Gross,
            old.Discounts + sum.Discounts, old.Returns + sum.Returns, old.Cost + sum.Cost);
    }
}
