using ArtisansCorner.Analytics;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Sales;

namespace ArtisansCorner.Tests.Analytics;

/// <summary>The facts of a shop as plain lists, and every figure worked out of them the slow, obvious way.</summary>
public sealed class History(Guid shopId)
{
    public static readonly DateOnly Start = new(2025, 12, 20);

    public List<Sale> Sales { get; } = [];

    public List<SaleLine> SaleLines { get; } = [];

    public List<Refund> Refunds { get; } = [];

    public List<RefundLine> RefundLines { get; } = [];

    public List<Fee> Fees { get; } = [];

    public Sale Sell(int day, Guid channel, Guid? customer, byte? hour, Guid? place, params IReadOnlyList<(Guid? Variant, int Quantity, int Price, int Discount)> lines)
    {
        var id = Guid.CreateVersion7();
        var date = Start.AddDays(day);
        var mine = lines.Select((line, i) => new SaleLine
        {
            Id = Guid.CreateVersion7(), ShopId = shopId, SaleId = id, Ordinal = i + 1, Day = date, VariantId = line.Variant, Title = "Mug", Quantity = line.Quantity,
            UnitPrice = line.Price, Gross = (long)line.Quantity * line.Price, Discount = line.Discount, OrderDiscountShare = line.Discount % 3, Cost = line.Price / 3,
        }).ToList();
        var sale = new Sale
        {
            Id = id, ShopId = shopId, ChannelId = channel, SoldAt = new DateTimeOffset(date, new TimeOnly(hour ?? 0, 0), TimeSpan.Zero), Day = date, Hour = hour, CustomerId = customer, LocationId = place,
            Units = mine.Sum(line => line.Quantity), Gross = mine.Sum(line => line.Gross), Discounts = mine.Sum(line => line.Discount + line.OrderDiscountShare),
            OrderDiscount = mine.Sum(line => line.OrderDiscountShare), Shipping = 350, ShippingDiscount = day % 5, Tax = day * 7, MarketplaceTax = day, CostOfGoods = mine.Sum(line => line.Cost),
            Summary = "Mug", Search = "mug", RecordedAt = DateTimeOffset.UnixEpoch, RecordedThrough = Through.System,
        };
        Sales.Add(sale);
        SaleLines.AddRange(mine);
        return sale;
    }

    public Refund GiveBack(Sale sale, int day, RefundKind kind)
    {
        var (id, date) = (Guid.CreateVersion7(), Start.AddDays(day));
        var whole = kind == RefundKind.Cancellation;
        var lines = SaleLines.Where(line => line.SaleId == sale.Id).Take(whole ? int.MaxValue : 1).Select(line => new RefundLine
        {
            Id = Guid.CreateVersion7(), ShopId = shopId, RefundId = id, SaleLineId = line.Id, Day = date, VariantId = line.VariantId, Title = line.Title,
            Quantity = line.Quantity, Amount = line.Net, Cost = line.Cost,
        }).ToList();
        var refund = new Refund
        {
            Id = id, ShopId = shopId, SaleId = sale.Id, Number = Refunds.Count(refund => refund.SaleId == sale.Id) + 1, ChannelId = sale.ChannelId, Kind = kind, CustomerId = sale.CustomerId, RefundedAt = new DateTimeOffset(date, default, TimeSpan.Zero), Day = date,
            // Part of the money is for no piece in particular.
            Units = lines.Sum(line => line.Quantity), Goods = lines.Sum(line => line.Amount) + (whole ? 0 : 25), Shipping = whole ? 350 : 0, Tax = 3, MarketplaceTax = 1,
            CostOfGoods = lines.Sum(line => line.Cost), Restocked = true, RecordedAt = DateTimeOffset.UnixEpoch, RecordedThrough = Through.System,
        };
        Refunds.Add(refund);
        RefundLines.AddRange(lines);
        return refund;
    }

    public Fee Charge(Sale? sale, Guid channel, int day, int amount)
    {
        var fee = new Fee { Id = Guid.CreateVersion7(), ShopId = shopId, SaleId = sale?.Id, ChannelId = channel, Type = "transaction", Amount = amount, Day = Start.AddDays(day) };
        Fees.Add(fee);
        return fee;
    }

    /// <summary>Takes a sale back with all that followed it; tells the days that differ now.</summary>
    public IReadOnlyList<DateOnly> Withdraw(Sale sale)
    {
        DateOnly[] days = [sale.Day, .. Refunds.Where(refund => refund.SaleId == sale.Id).Select(refund => refund.Day), .. Fees.Where(fee => fee.SaleId == sale.Id).Select(fee => fee.Day)];
        var refunds = Refunds.Where(refund => refund.SaleId == sale.Id).Select(refund => refund.Id).ToHashSet();
        Sales.Remove(sale);
        SaleLines.RemoveAll(line => line.SaleId == sale.Id);
        Refunds.RemoveAll(refund => refund.SaleId == sale.Id);
        RefundLines.RemoveAll(line => refunds.Contains(line.RefundId));
        Fees.RemoveAll(fee => fee.SaleId == sale.Id);
        return days;
    }

    public Figures FiguresOf(Period range)
    {
        var sales = Sales.Where(sale => range.Contains(sale.Day)).ToList();
        var refunds = Refunds.Where(refund => range.Contains(refund.Day)).ToList();
        var totals = new Totals
        {
            Orders = sales.Count,
            Units = sales.Sum(sale => sale.Units),
            UnitsReturned = refunds.Sum(refund => refund.Units),
            Gross = sales.Sum(sale => sale.Gross),
            Discounts = sales.Sum(sale => sale.Discounts),
            Returns = refunds.Sum(refund => refund.Goods),
            Shipping = sales.Sum(sale => sale.Shipping - sale.ShippingDiscount) - refunds.Sum(refund => refund.Shipping),
            Tax = sales.Sum(sale => sale.Tax) - refunds.Sum(refund => refund.Tax),
            MarketplaceTax = sales.Sum(sale => sale.MarketplaceTax) - refunds.Sum(refund => refund.MarketplaceTax),
            Fees = Fees.Where(fee => range.Contains(fee.Day)).Sum(fee => fee.Amount),
            CostOfGoods = sales.Sum(sale => sale.CostOfGoods) - refunds.Sum(refund => refund.CostOfGoods),
        };
        var here = sales.Where(sale => sale.CustomerId is not null).GroupBy(sale => sale.CustomerId).ToList();
        var until = Sales.Where(sale => sale.Day <= range.To).ToLookup(sale => sale.CustomerId);
        return new Figures(totals, new CustomerCounts(
            here.Count,
            here.Count(mine => until[mine.Key].Min(sale => sale.Day) >= range.From),
            here.Count(mine => mine.Count() > 1),
            here.Count(mine => until[mine.Key].Count() == 1)));
    }

    /// <summary>The figures of a part of the shop, worked out fact by fact.</summary>
    /// <param name="range">The days.</param>
    /// <param name="scope">Which facts.</param>
    /// <param name="channelOf">The name of a channel.</param>
    /// <param name="has">Whether pieces of this variant are in the slice.</param>
    /// <param name="usual">The usual place.</param>
    /// <param name="placeOf">Where a customer lives, and the group of the customer.</param>
    public Figures FiguresOf(Period range, Scope scope, Func<Guid, string> channelOf, Func<Guid?, bool> has, Guid usual, Func<Guid, (string Country, string Region, CustomerGroup? Group)> placeOf)
    {
        var slice = scope.Slice;
        bool Buyer(Guid? channel, Guid? customer) =>
            (slice.Channel.IsEmpty || slice.Channel.Fits(channelOf(channel!.Value))) && (slice.Customer.IsEmpty || (customer is { } one && slice.Customer.Fits(one)))
            && ((slice.Country.IsEmpty && slice.Region.IsEmpty && slice.Group.IsEmpty) || (customer is { } id && slice.Country.Fits(placeOf(id).Country) && slice.Region.Fits(placeOf(id).Region)
                && (slice.Group.IsEmpty || (placeOf(id).Group is { } group && slice.Group.Fits(group)))));
        bool Kind(Sale? sale) => (slice.Location.IsEmpty || (sale is not null && slice.Location.Fits(sale.LocationId ?? usual))) && (slice.Buyers.IsEmpty
            || (sale?.CustomerId is { } id && slice.Buyers.Fits(Sales.Where(other => other.CustomerId == id).Min(other => other.Day) == sale.Day ? Buyers.New : Buyers.Returning)));
        Sale? SaleOf(Guid? id) => Sales.SingleOrDefault(sale => sale.Id == id);
        DateOnly DayOf(Refund refund) => scope.Returns == ReturnsOn.RefundDay ? refund.Day : SaleOf(refund.SaleId)?.Day ?? refund.Day;

        var orders = Sales.Where(sale => Buyer(sale.ChannelId, sale.CustomerId) && Kind(sale)).ToList();
        if (slice.IsOfPieces) orders = [.. orders.Where(sale => SaleLines.Any(line => line.SaleId == sale.Id && has(line.VariantId)))];
        var here = orders.Where(sale => range.Contains(sale.Day)).ToList();
        var refunds = Refunds.Where(refund => Buyer(refund.ChannelId, refund.CustomerId) && Kind(SaleOf(refund.SaleId)) && range.Contains(DayOf(refund))).ToList();
        var fees = Fees.Where(fee => range.Contains(fee.Day) && slice.Channel.Fits(channelOf(fee.ChannelId))
            && ((slice with { Channel = default }).IsOfOrders == false || (SaleOf(fee.SaleId) is { } sale && Buyer(fee.ChannelId, sale.CustomerId) && Kind(sale)))).ToList();
        var lines = SaleLines.Where(line => has(line.VariantId) && here.Any(sale => sale.Id == line.SaleId)).ToList();
        var back = RefundLines.Where(line => has(line.VariantId) && refunds.Any(refund => refund.Id == line.RefundId)).ToList();
        var totals = slice.IsOfPieces
            ? new Totals
            {
                Orders = here.Count, Units = lines.Sum(line => line.Quantity), UnitsReturned = back.Sum(line => line.Quantity), Gross = lines.Sum(line => line.Gross),
                Discounts = lines.Sum(line => line.Discount + line.OrderDiscountShare), Returns = back.Sum(line => line.Amount), CostOfGoods = lines.Sum(line => line.Cost) - back.Sum(line => line.Cost),
            }
            : new Totals
            {
                Orders = here.Count, Units = here.Sum(sale => sale.Units), UnitsReturned = refunds.Sum(refund => refund.Units), Gross = here.Sum(sale => sale.Gross),
                Discounts = here.Sum(sale => sale.Discounts), Returns = refunds.Sum(refund => refund.Goods),
                Shipping = here.Sum(sale => sale.Shipping - sale.ShippingDiscount) - refunds.Sum(refund => refund.Shipping), Tax = here.Sum(sale => sale.Tax) - refunds.Sum(refund => refund.Tax),
                MarketplaceTax = here.Sum(sale => sale.MarketplaceTax) - refunds.Sum(refund => refund.MarketplaceTax), Fees = fees.Sum(fee => fee.Amount),
                CostOfGoods = here.Sum(sale => sale.CostOfGoods) - refunds.Sum(refund => refund.CostOfGoods),
            };
        var buyers = here.Where(sale => sale.CustomerId is not null).GroupBy(sale => sale.CustomerId).ToList();
        var until = Sales.Where(sale => sale.Day <= range.To).ToLookup(sale => sale.CustomerId);
        return new Figures(totals, new CustomerCounts(
            buyers.Count, buyers.Count(mine => until[mine.Key].Min(sale => sale.Day) >= range.From), buyers.Count(mine => mine.Count() > 1), buyers.Count(mine => until[mine.Key].Count() == 1)));
    }
}
