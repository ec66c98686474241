using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Sales;

namespace ArtisansCorner.Analytics;

/// <summary>The facts of some business days in sums: what the roll-ups hold, as queries for the database to run by itself.</summary>
internal static class DaySums
{
    /// <summary>The days.</summary>
    public static IQueryable<DailySales> Days(AppDb db, Period period) =>
        Facts(db, period).GroupBy(fact => new { fact.ShopId, fact.Day }).Select(day => new DailySales
        {
            ShopId = day.Key.ShopId,
            Day = day.Key.Day,
            Orders = day.Sum(fact => fact.Orders),
            Units = day.Sum(fact => fact.Units),
            UnitsReturned = day.Sum(fact => fact.UnitsReturned),
            Gross = day.Sum(fact => fact.Gross),
            Discounts = day.Sum(fact => fact.Discounts),
            Returns = day.Sum(fact => fact.Returns),
            Shipping = day.Sum(fact => fact.Shipping),
            Tax = day.Sum(fact => fact.Tax),
            MarketplaceTax = day.Sum(fact => fact.MarketplaceTax),
            Fees = day.Sum(fact => fact.Fees),
            CostOfGoods = day.Sum(fact => fact.CostOfGoods),
        });

    /// <summary>The channels of each day.</summary>
    public static IQueryable<DailyChannelSales> Channels(AppDb db, Period period) =>
        Facts(db, period).GroupBy(fact => new { fact.ShopId, fact.Day, fact.ChannelId }).Select(channel => new DailyChannelSales
        {
            ShopId = channel.Key.ShopId,
            Day = channel.Key.Day,
            ChannelId = channel.Key.ChannelId,
            Orders = channel.Sum(fact => fact.Orders),
            Units = channel.Sum(fact => fact.Units),
            Gross = channel.Sum(fact => fact.Gross),
            Discounts = channel.Sum(fact => fact.Discounts),
            Returns = channel.Sum(fact => fact.Returns),
            Shipping = channel.Sum(fact => fact.Shipping),
            Fees = channel.Sum(fact => fact.Fees),
            CostOfGoods = channel.Sum(fact => fact.CostOfGoods),
        });

    /// <summary>The products of each day; those the catalog does not know are one.</summary>
    public static IQueryable<DailyProductSales> Products(AppDb db, Period period) =>
        Pieces(db, period).GroupBy(piece => new { piece.ShopId, piece.Day, piece.VariantId })
            .Where(product => product.Sum(piece => piece.Lines) != 0 || product.Sum(piece => piece.UnitsReturned) != 0
                || product.Sum(piece => piece.Returns) != 0 || product.Sum(piece => piece.CostOfGoods) != 0)
            .Select(product => new DailyProductSales
            {
                ShopId = product.Key.ShopId,
                Day = product.Key.Day,
                VariantId = product.Key.VariantId,
                Lines = product.Sum(piece => piece.Lines),
                Units = product.Sum(piece => piece.Units),
                UnitsReturned = product.Sum(piece => piece.UnitsReturned),
                Gross = product.Sum(piece => piece.Gross),
                Discounts = product.Sum(piece => piece.Discounts),
                Returns = product.Sum(piece => piece.Returns),
                CostOfGoods = product.Sum(piece => piece.CostOfGoods),
            });

    /// <summary>The hours of each day, of sales whose hour is known.</summary>
    public static IQueryable<HourlySales> Hours(AppDb db, Period period) =>
        db.Sales.Where(sale => sale.Day >= period.From && sale.Day <= period.To && sale.Hour != null)
            .GroupBy(sale => new { sale.ShopId, sale.Day, Hour = sale.Hour!.Value })
            .Select(hour => new HourlySales
            {
                ShopId = hour.Key.ShopId,
                Day = hour.Key.Day,
                Hour = hour.Key.Hour,
                Orders = hour.LongCount(),
                Sold = hour.Sum(sale => sale.Gross - sale.Discounts),
            });

    private static IQueryable<Fact> Facts(AppDb db, Period period)
    {
        var sales = db.Sales.Where(sale => sale.Day >= period.From && sale.Day <= period.To).Select(sale => new Fact
        {
            ShopId = sale.ShopId, Day = sale.Day, ChannelId = sale.ChannelId, Orders = 1, Units = sale.Units, UnitsReturned = 0, Gross = sale.Gross, Discounts = sale.Discounts,
            Returns = 0, Shipping = sale.Shipping - sale.ShippingDiscount, Tax = sale.Tax, MarketplaceTax = sale.MarketplaceTax, Fees = 0, CostOfGoods = sale.CostOfGoods,
        });
        var refunds = db.Refunds.Where(refund => refund.Day >= period.From && refund.Day <= period.To).Select(refund => new Fact
        {
            ShopId = refund.ShopId, Day = refund.Day, ChannelId = refund.ChannelId, Orders = 0, Units = 0, UnitsReturned = refund.Units, Gross = 0, Discounts = 0,
            Returns = refund.Goods, Shipping = -refund.Shipping, Tax = -refund.Tax, MarketplaceTax = -refund.MarketplaceTax, Fees = 0, CostOfGoods = -refund.CostOfGoods,
        });
        var fees = db.Fees.Where(fee => fee.Day >= period.From && fee.Day <= period.To).Select(fee => new Fact
        {
            ShopId = fee.ShopId, Day = fee.Day, ChannelId = fee.ChannelId, Orders = 0, Units = 0, UnitsReturned = 0, Gross = 0, Discounts = 0,
            Returns = 0, Shipping = 0, Tax = 0, MarketplaceTax = 0, Fees = fee.Amount, CostOfGoods = 0,
        });
        return sales.Concat(refunds).Concat(fees);
    }

    /// <summary>
    /// Lines of sales and of refunds. A refund may give money back without naming pieces: what its lines do not explain
    /// is the unknown product's, so that products sum to the shop.
    /// </summary>
    private static IQueryable<Piece> Pieces(AppDb db, Period period)
    {
        var sold = db.SaleLines.Where(line => line.Day >= period.From && line.Day <= period.To).Select(line => new Piece
        {
            ShopId = line.ShopId, Day = line.Day, VariantId = line.VariantId ?? Guid.Empty, Lines = 1, Units = line.Quantity, UnitsReturned = 0,
            Gross = line.Gross, Discounts = line.Discount + line.OrderDiscountShare, Returns = 0, CostOfGoods = line.Cost,
        });
        var cameBack = db.RefundLines.Where(line => line.Day >= period.From && line.Day <= period.To);
        var named = cameBack.Select(line => new Piece
        {
            ShopId = line.ShopId, Day = line.Day, VariantId = line.VariantId ?? Guid.Empty, Lines = 0, Units = 0, UnitsReturned = line.Quantity,
            Gross = 0, Discounts = 0, Returns = line.Amount, CostOfGoods = -line.Cost,
        });
        var all = db.Refunds.Where(refund => refund.Day >= period.From && refund.Day <= period.To).Select(refund => new Piece
        {
            ShopId = refund.ShopId, Day = refund.Day, VariantId = Guid.Empty, Lines = 0, Units = 0, UnitsReturned = refund.Units,
            Gross = 0, Discounts = 0, Returns = refund.Goods, CostOfGoods = -refund.CostOfGoods,
        });
        var explained = cameBack.Select(line => new Piece
        {
            ShopId = line.ShopId, Day = line.Day, VariantId = Guid.Empty, Lines = 0, Units = 0, UnitsReturned = -line.Quantity,
            Gross = 0, Discounts = 0, Returns = -line.Amount, CostOfGoods = line.Cost,
        });
        return sold.Concat(named).Concat(all).Concat(explained);
    }

    private sealed class Fact
    {
        public required Guid ShopId { get; init; }

        public required DateOnly Day { get; init; }

        public required Guid ChannelId { get; init; }

        public required long Orders { get; init; }

        public required long Units { get; init; }

        public required long UnitsReturned { get; init; }

        public required long Gross { get; init; }

        public required long Discounts { get; init; }

        public required long Returns { get; init; }

        public required long Shipping { get; init; }

        public required long Tax { get; init; }

        public required long MarketplaceTax { get; init; }

        public required long Fees { get; init; }

        public required long CostOfGoods { get; init; }
    }

    private sealed class Piece
    {
        public required Guid ShopId { get; init; }

        public required DateOnly Day { get; init; }

        public required Guid VariantId { get; init; }

        public required long Lines { get; init; }

        public required long Units { get; init; }

        public required long UnitsReturned { get; init; }

        public required long Gross { get; init; }

        public required long Discounts { get; init; }

        public required long Returns { get; init; }

        public required long CostOfGoods { get; init; }
    }
}
