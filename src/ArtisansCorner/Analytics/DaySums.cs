using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Sales;

namespace ArtisansCorner.Analytics;

/// <summary>The facts of some business days in sums: what the roll-ups hold, as queries for the database to run by itself (<see cref="Facts"/> says what is summed).</summary>
internal static class DaySums
{
    /// <summary>The days.</summary>
    public static IQueryable<DailySales> Days(AppDb db, Period period) =>
        Facts.OfOrders(db, period, Scope.All).GroupBy(fact => new { fact.ShopId, fact.Day }).Select(day => new DailySales
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
        Facts.OfOrders(db, period, Scope.All).GroupBy(fact => new { fact.ShopId, fact.Day, fact.ChannelId }).Select(channel => new DailyChannelSales
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
        Facts.OfPieces(db, period, Scope.All).GroupBy(piece => new { piece.ShopId, piece.Day, piece.VariantId })
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
    public static IQueryable<HourlySales> Hours(AppDb db, Period period, SaleSlice slice) =>
        db.SalesIn(slice).Where(sale => sale.Day >= period.From && sale.Day <= period.To && sale.Hour != null)
            .GroupBy(sale => new { sale.ShopId, sale.Day, Hour = sale.Hour!.Value })
            .Select(hour => new HourlySales
            {
                ShopId = hour.Key.ShopId,
                Day = hour.Key.Day,
                Hour = hour.Key.Hour,
                Orders = hour.LongCount(),
                Sold = hour.Sum(sale => sale.Gross - sale.Discounts),
            });

    /// <summary>The same where only some pieces are looked at: of each sale what these pieces were sold for.</summary>
    public static IQueryable<HourlySales> HoursOfPieces(AppDb db, Period period, SaleSlice slice) =>
        db.LinesIn(slice).Where(line => line.Day >= period.From && line.Day <= period.To)
            .Join(db.Sales.Where(sale => sale.Hour != null), line => line.SaleId, sale => sale.Id, (line, sale) => new { line.ShopId, line.Day, Hour = sale.Hour!.Value, line.SaleId, Sold = line.Gross - line.Discount - line.OrderDiscountShare })
            .GroupBy(line => new { line.ShopId, line.Day, line.Hour })
            .Select(hour => new HourlySales
            {
                ShopId = hour.Key.ShopId,
                Day = hour.Key.Day,
                Hour = hour.Key.Hour,
                Orders = hour.Select(line => line.SaleId).Distinct().LongCount(),
                Sold = hour.Sum(line => line.Sold),
            });
}
