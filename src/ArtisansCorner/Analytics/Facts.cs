using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Sales;

namespace ArtisansCorner.Analytics;

/// <summary>What figures are sums of, for the database: the roll-ups and every figure of a part of the shop are made of these two queries.</summary>
internal static class Facts
{
    /// <summary>The facts of a scope: lines where only some pieces are looked at, else whole orders.</summary>
    public static IQueryable<Fact> Of(AppDb db, Period period, Scope scope) => scope.Slice.IsOfPieces ? OfPieces(db, period, scope) : OfOrders(db, period, scope);

    /// <summary>The same by table, so that the latest of each are found by an index.</summary>
    public static IReadOnlyList<IQueryable<Fact>> ByTable(AppDb db, Period period, Scope scope) => scope.Slice.IsOfPieces
        ? [Sold(db, period, scope), GivenBack(ReturnedLines(db, period, scope)), TruedUp(db, period, scope)]
        : [Placed(db, period, scope), Refunded(db, period, scope), Kept(db, period, scope), TruedUp(db, period, scope)];

    /// <summary>Sales, refunds, fees and what was trued up.</summary>
    public static IQueryable<Fact> OfOrders(AppDb db, Period period, Scope scope) =>
        Placed(db, period, scope).Concat(Refunded(db, period, scope)).Concat(Kept(db, period, scope)).Concat(TruedUp(db, period, scope));

    /// <summary>
    /// Lines of sales and of refunds, and what was trued up. A refund may give money back without naming pieces: what its lines do not explain
    /// is the unknown product's, so that products sum to the shop.
    /// </summary>
    public static IQueryable<Fact> OfPieces(AppDb db, Period period, Scope scope)
    {
        var cameBack = ReturnedLines(db, period, scope);
        var (sold, named) = (Sold(db, period, scope), GivenBack(cameBack).Concat(TruedUp(db, period, scope)));
        if (scope.Slice.IsOfPieces) return sold.Concat(named);
        var all = Refunds(db, period, scope).Select(one => new Fact
        {
            ShopId = one.Refund.ShopId, Day = one.Day, Kind = FactKind.Refund, Id = one.Refund.Id, OfSaleId = one.Refund.SaleId,
            SaleId = null, VariantId = Guid.Empty, ChannelId = one.Refund.ChannelId, CustomerId = one.Refund.CustomerId,
            Orders = 0, Lines = 0, Units = 0, UnitsReturned = one.Refund.Units, Gross = 0, Discounts = 0, Returns = one.Refund.Goods,
            Shipping = 0, Tax = 0, MarketplaceTax = 0, Fees = 0, CostOfGoods = -one.Refund.CostOfGoods,
        });
        var explained = cameBack.Select(one => new Fact
        {
            ShopId = one.Line.ShopId, Day = one.Day, Kind = FactKind.Refund, Id = one.Line.Id, OfSaleId = one.SaleId,
            SaleId = null, VariantId = Guid.Empty, ChannelId = one.ChannelId, CustomerId = one.CustomerId,
            Orders = 0, Lines = 0, Units = 0, UnitsReturned = -one.Line.Quantity, Gross = 0, Discounts = 0, Returns = -one.Line.Amount,
            Shipping = 0, Tax = 0, MarketplaceTax = 0, Fees = 0, CostOfGoods = one.Line.Cost,
        });
        return sold.Concat(named).Concat(all).Concat(explained);
    }

    /// <summary>Sales, whole, even where only some pieces are looked at.</summary>
    public static IQueryable<Fact> Placed(AppDb db, Period period, Scope scope) =>
        db.SalesIn(scope.Slice).Where(sale => sale.Day >= period.From && sale.Day <= period.To).Select(sale => new Fact
        {
            ShopId = sale.ShopId, Day = sale.Day, Kind = FactKind.Sale, Id = sale.Id, OfSaleId = sale.Id,
            SaleId = sale.Id, ChannelId = sale.ChannelId, CustomerId = sale.CustomerId, VariantId = Guid.Empty,
            Orders = 1, Lines = 0, Units = sale.Units, UnitsReturned = 0, Gross = sale.Gross, Discounts = sale.Discounts, Returns = 0,
            Shipping = sale.Shipping - sale.ShippingDiscount, Tax = sale.Tax, MarketplaceTax = sale.MarketplaceTax, Fees = 0, CostOfGoods = sale.CostOfGoods,
        });

    private static IQueryable<Fact> Refunded(AppDb db, Period period, Scope scope) =>
        Refunds(db, period, scope).Select(one => new Fact
        {
            ShopId = one.Refund.ShopId, Day = one.Day, Kind = one.Refund.Kind == RefundKind.Cancellation ? FactKind.Cancellation : FactKind.Refund, Id = one.Refund.Id, OfSaleId = one.Refund.SaleId,
            SaleId = null, ChannelId = one.Refund.ChannelId, CustomerId = one.Refund.CustomerId, VariantId = Guid.Empty,
            Orders = 0, Lines = 0, Units = 0, UnitsReturned = one.Refund.Units, Gross = 0, Discounts = 0, Returns = one.Refund.Goods,
            Shipping = -one.Refund.Shipping, Tax = -one.Refund.Tax, MarketplaceTax = -one.Refund.MarketplaceTax, Fees = 0, CostOfGoods = -one.Refund.CostOfGoods,
        });

    private static IQueryable<Fact> Kept(AppDb db, Period period, Scope scope) =>
        db.FeesIn(scope.Slice).Where(fee => fee.Day >= period.From && fee.Day <= period.To).Select(fee => new Fact
        {
            ShopId = fee.ShopId, Day = fee.Day, Kind = FactKind.Fee, Id = fee.Id, OfSaleId = fee.SaleId,
            SaleId = null, ChannelId = fee.ChannelId, CustomerId = null, VariantId = Guid.Empty,
            Orders = 0, Lines = 0, Units = 0, UnitsReturned = 0, Gross = 0, Discounts = 0, Returns = 0,
            Shipping = 0, Tax = 0, MarketplaceTax = 0, Fees = fee.Amount, CostOfGoods = 0,
        });

    // On the day of what came: the pieces had left at what was thought then.
    private static IQueryable<Fact> TruedUp(AppDb db, Period period, Scope scope) =>
        db.TrueUpsIn(scope.Slice).Where(movement => movement.Day >= period.From && movement.Day <= period.To).Select(movement => new Fact
        {
            ShopId = movement.ShopId, Day = movement.Day, Kind = FactKind.TrueUp, Id = movement.Id,
            // Of no sale and no channel: PostgreSQL has to be told that what stands for nothing is an id.
            OfSaleId = movement.TrueUp == 0 ? movement.Id : null,
            SaleId = null, ChannelId = movement.TrueUp == 0 ? movement.Id : Guid.Empty, CustomerId = null, VariantId = movement.VariantId,
            Orders = 0, Lines = 0, Units = 0, UnitsReturned = 0, Gross = 0, Discounts = 0, Returns = 0,
            Shipping = 0, Tax = 0, MarketplaceTax = 0, Fees = 0, CostOfGoods = movement.TrueUp,
        });

    private static IQueryable<Fact> Sold(AppDb db, Period period, Scope scope)
    {
        var sales = db.Sales;
        return db.LinesIn(scope.Slice).Where(line => line.Day >= period.From && line.Day <= period.To).Select(line => new Fact
        {
            ShopId = line.ShopId, Day = line.Day, Kind = FactKind.Sale, Id = line.Id, OfSaleId = line.SaleId, SaleId = line.SaleId, VariantId = line.VariantId ?? Guid.Empty,
            ChannelId = sales.Where(sale => sale.Id == line.SaleId).Select(sale => sale.ChannelId).FirstOrDefault(),
            CustomerId = sales.Where(sale => sale.Id == line.SaleId).Select(sale => sale.CustomerId).FirstOrDefault(),
            Orders = 0, Lines = 1, Units = line.Quantity, UnitsReturned = 0, Gross = line.Gross, Discounts = line.Discount + line.OrderDiscountShare, Returns = 0,
            Shipping = 0, Tax = 0, MarketplaceTax = 0, Fees = 0, CostOfGoods = line.Cost,
        });
    }

    private static IQueryable<Fact> GivenBack(IQueryable<ReturnedLine> cameBack) => cameBack.Select(one => new Fact
    {
        ShopId = one.Line.ShopId, Day = one.Day, Kind = FactKind.Refund, Id = one.Line.Id, OfSaleId = one.SaleId,
        SaleId = null, VariantId = one.Line.VariantId ?? Guid.Empty, ChannelId = one.ChannelId, CustomerId = one.CustomerId,
        Orders = 0, Lines = 0, Units = 0, UnitsReturned = one.Line.Quantity, Gross = 0, Discounts = 0, Returns = one.Line.Amount,
        Shipping = 0, Tax = 0, MarketplaceTax = 0, Fees = 0, CostOfGoods = -one.Line.Cost,
    });

    private static IQueryable<DatedRefund> Refunds(AppDb db, Period period, Scope scope)
    {
        var refunds = db.RefundsIn(scope.Slice);
        var dated = scope.Returns == ReturnsOn.RefundDay
            ? refunds.Select(refund => new DatedRefund { Refund = refund, Day = refund.Day })
            : refunds.LeftJoin(db.Sales, refund => refund.SaleId, sale => sale.Id, (refund, sale) => new DatedRefund { Refund = refund, Day = sale == null ? refund.Day : sale.Day });
        return dated.Where(one => one.Day >= period.From && one.Day <= period.To);
    }

    private static IQueryable<ReturnedLine> ReturnedLines(AppDb db, Period period, Scope scope)
    {
        var (refunds, sales) = (db.Refunds, db.Sales);
        var lines = db.RefundLinesIn(scope.Slice);
        var dated = scope.Returns == ReturnsOn.RefundDay
            ? lines.Select(line => new ReturnedLine
            {
                Line = line, Day = line.Day,
                ChannelId = refunds.Where(refund => refund.Id == line.RefundId).Select(refund => refund.ChannelId).FirstOrDefault(),
                CustomerId = refunds.Where(refund => refund.Id == line.RefundId).Select(refund => refund.CustomerId).FirstOrDefault(),
                SaleId = refunds.Where(refund => refund.Id == line.RefundId).Select(refund => refund.SaleId).FirstOrDefault(),
            })
            : lines.Join(refunds, line => line.RefundId, refund => refund.Id, (line, refund) => new { line, refund })
                .LeftJoin(sales, one => one.refund.SaleId, sale => sale.Id, (one, sale) => new ReturnedLine
                {
                    Line = one.line, Day = sale == null ? one.refund.Day : sale.Day, ChannelId = one.refund.ChannelId, CustomerId = one.refund.CustomerId, SaleId = one.refund.SaleId,
                });
        return dated.Where(one => one.Day >= period.From && one.Day <= period.To);
    }

    private sealed class DatedRefund
    {
        public required Refund Refund { get; init; }

        public required DateOnly Day { get; init; }
    }

    private sealed class ReturnedLine
    {
        public required RefundLine Line { get; init; }

        public required DateOnly Day { get; init; }

        public required Guid ChannelId { get; init; }

        public required Guid? CustomerId { get; init; }

        public required Guid? SaleId { get; init; }
    }
}
