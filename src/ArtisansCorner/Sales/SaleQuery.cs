using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Sales;

/// <summary>One sale with everything that belongs to it and followed it. Amounts are minor units.</summary>
public sealed record SaleDetails(
    Guid Id, string? ExternalId, string Channel, DateTimeOffset SoldAt, DateOnly Day, bool TimeKnown, SaleState State, string Currency, SaleCustomer? Customer,
    IReadOnlyList<SaleLineItem> Lines, long Units, long GrossSales, long Discounts, long OrderDiscount, long Shipping, long ShippingDiscount, long Tax, long MarketplaceTax,
    long Total, long CostOfGoods, IReadOnlyList<FeeItem> Fees, IReadOnlyList<RefundItem> Refunds, string? Note, string Summary, Guid? ImportId, DateTimeOffset RecordedAt, Through RecordedThrough,
    PaymentMethod? PaidBy, OriginalAmounts? Original, CorrectionItem? CorrectedBy, CorrectionItem? Corrects, SalePlace? Location);

/// <summary>Where the pieces of a sale came from.</summary>
public sealed record SalePlace(Guid Id, string Name);

/// <summary>A correction as one of its two sales tells it.</summary>
/// <param name="SaleId">The other sale.</param>
/// <param name="Reason">What was wrong.</param>
/// <param name="At">When it was corrected.</param>
public sealed record CorrectionItem(Guid SaleId, string Reason, DateTimeOffset At);

/// <summary>What a sale was in the currency it was placed in, and the rate it counts at. Amounts are minor units of that currency.</summary>
public sealed record OriginalAmounts(
    string Currency, ExchangeRate ExchangeRate, long GrossSales, long Discounts, long OrderDiscount, long Shipping, long ShippingDiscount, long Tax, long MarketplaceTax, long Total);

/// <summary>Who bought.</summary>
public sealed record SaleCustomer(Guid Id, string? Name, string? Email, string? Country, string? Region, string? City, string? Postcode, string? ExternalId);

/// <summary>One line of a sale, and what of it can still come back.</summary>
public sealed record SaleLineItem(
    Guid Id, Guid? VariantId, string? Sku, string Title, long Quantity, long UnitPrice, long GrossSales, long Discount, long OrderDiscountShare, long NetSales, long Cost, long QuantityLeft, long AmountLeft,
    OriginalLineAmounts? Original);

/// <summary>What a line was in the currency the sale was placed in.</summary>
public sealed record OriginalLineAmounts(long UnitPrice, long Discount, long OrderDiscountShare, long NetSales);

/// <summary>One fee.</summary>
public sealed record FeeItem(string Type, long Amount, DateOnly Day, long? OriginalAmount);

/// <summary>One refund or cancellation.</summary>
public sealed record RefundItem(
    Guid Id, RefundKind Kind, DateTimeOffset RefundedAt, DateOnly Day, long Units, long Goods, long Shipping, long Tax, long MarketplaceTax, bool Restocked, long CostOfGoods,
    IReadOnlyList<RefundLineItem> Lines);

/// <summary>What came back of one line.</summary>
public sealed record RefundLineItem(Guid? LineId, string Title, long Quantity, long Amount);

/// <summary>Opens one sale.</summary>
public sealed class SaleQuery(AppDb db, CurrentShop shop)
{
    // Compiled, for each sale that is recorded is read back. One that was corrected counts nowhere, but it opens.
    private static readonly PerModel<Func<AppDb, Guid, Task<Found?>>> Sales = new(_ => EF.CompileAsyncQuery((AppDb db, Guid id) =>
        db.Set<Sale>().IgnoreQueryFilters(new[] { SalesTables.CountedFilter }).AsNoTracking().Where(sale => sale.Id == id).Select(sale => new Found(
            sale,
            db.Set<Channel>().Where(channel => channel.Id == sale.ChannelId).Select(channel => channel.Name).First(),
            db.Set<Customer>().Where(customer => customer.Id == sale.CustomerId)
                .Select(customer => new SaleCustomer(customer.Id, customer.Name, customer.Email, customer.Country, customer.Region, customer.City, customer.Postcode, customer.ExternalId)).FirstOrDefault(),
            db.Set<Location>().Where(place => place.Id == sale.LocationId).Select(place => new SalePlace(place.Id, place.Name)).FirstOrDefault()))
            .FirstOrDefault()));

    private static readonly PerModel<Func<AppDb, Guid, IAsyncEnumerable<FoundLine>>> Lines = new(_ => EF.CompileAsyncQuery((AppDb db, Guid id) =>
        db.Set<SaleLine>().IgnoreQueryFilters(new[] { SalesTables.CountedFilter }).AsNoTracking().Where(line => line.SaleId == id).OrderBy(line => line.Ordinal)
            .Select(line => new FoundLine(line, db.Set<Variant>().Where(variant => variant.Id == line.VariantId).Select(variant => variant.Sku).FirstOrDefault()))));

    private static readonly PerModel<Func<AppDb, Guid, IAsyncEnumerable<FeeItem>>> Fees = new(_ => EF.CompileAsyncQuery((AppDb db, Guid id) =>
        db.Set<Fee>().IgnoreQueryFilters(new[] { SalesTables.CountedFilter }).Where(fee => fee.SaleId == id).OrderBy(fee => fee.Day).ThenBy(fee => fee.Type).ThenBy(fee => fee.Id)
            .Select(fee => new FeeItem(fee.Type, fee.Amount, fee.Day, fee.OriginalAmount))));

    private static readonly PerModel<Func<AppDb, Guid, IAsyncEnumerable<Refund>>> Refunds = new(_ => EF.CompileAsyncQuery((AppDb db, Guid id) =>
        db.Set<Refund>().AsNoTracking().OrderBy(refund => refund.Number).Where(refund => refund.SaleId == id)));

    private static readonly PerModel<Func<AppDb, Guid, IAsyncEnumerable<Correction>>> Corrections = new(_ => EF.CompileAsyncQuery((AppDb db, Guid id) =>
        db.Set<Correction>().AsNoTracking().Where(row => row.SaleId == id || row.NewSaleId == id)));

    private sealed record Found(Sale Sale, string Channel, SaleCustomer? Customer, SalePlace? Place);

    private sealed record FoundLine(SaleLine Line, string? Sku);

    /// <summary>The sale, or nothing.</summary>
    public async Task<SaleDetails?> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await Sales.Of(db)(db, id) is not var (sale, channel, customer, place)) return null;
        var lines = await Lines.Of(db)(db, id).ToListAsync(cancel);
        var fees = await Fees.Of(db)(db, id).ToListAsync(cancel);
        var refunds = await Refunds.Of(db)(db, id).ToListAsync(cancel);
        var refundIds = refunds.Select(refund => refund.Id).ToList();
        var given = refundIds.Count == 0 ? [] : await db.RefundLines.AsNoTracking().Where(line => refundIds.Contains(line.RefundId)).OrderBy(line => line.Id).ToListAsync(cancel);
        var corrections = await Corrections.Of(db)(db, id).ToListAsync(cancel);
        var goods = refunds.Sum(refund => refund.Goods);
        return new SaleDetails(
            sale.Id, sale.ExternalId, channel, sale.SoldAt, sale.Day, sale.Hour is not null,
            SaleListQuery.StateOf(sale, goods, goods + refunds.Sum(refund => refund.Shipping + refund.Tax), refunds.Exists(refund => refund.Kind == RefundKind.Cancellation)),
            shop.Facts.Currency.Code, customer,
            [.. lines.Select(row => LineOf(row.Line, row.Sku, given))],
            sale.Units, sale.Gross, sale.Discounts, sale.OrderDiscount, sale.Shipping, sale.ShippingDiscount, sale.Tax, sale.MarketplaceTax, sale.Total, sale.CostOfGoods,
            fees, [.. refunds.Select(refund => RefundOf(refund, given))], sale.Note, sale.Summary, sale.ImportId, sale.RecordedAt, sale.RecordedThrough,
            sale.PaidBy, OriginalOf(sale, [.. lines.Select(row => row.Line)]),
            corrections.Where(row => row.SaleId == id).Select(row => new CorrectionItem(row.NewSaleId, row.Reason, row.RecordedAt)).FirstOrDefault(),
            corrections.Where(row => row.NewSaleId == id).Select(row => new CorrectionItem(row.SaleId, row.Reason, row.RecordedAt)).FirstOrDefault(),
            place);
    }

    private static SaleLineItem LineOf(SaleLine line, string? sku, List<RefundLine> given)
    {
        var back = given.Where(part => part.SaleLineId == line.Id).ToList();
        return new SaleLineItem(
            line.Id, line.VariantId, sku, line.Title, line.Quantity, line.UnitPrice, line.Gross, line.Discount, line.OrderDiscountShare, line.Net, line.Cost,
            line.Quantity - back.Sum(part => part.Quantity), line.Net - back.Sum(part => part.Amount),
            line is { OriginalUnitPrice: { } price, OriginalDiscount: { } off, OriginalOrderDiscountShare: { } share, OriginalNet: { } net } ? new OriginalLineAmounts(price, off, share, net) : null);
    }

    private static OriginalAmounts? OriginalOf(Sale sale, List<SaleLine> lines)
    {
        if (sale is not { OriginalCurrency: { } currency, ExchangeRate: { } rate }) return null;
        var (gross, off, shipping, shippingOff, tax) = (
            lines.Sum(line => line.OriginalUnitPrice * line.Quantity) ?? 0, lines.Sum(line => line.OriginalDiscount + line.OriginalOrderDiscountShare) ?? 0,
            sale.OriginalShipping ?? 0, sale.OriginalShippingDiscount ?? 0, sale.OriginalTax ?? 0);
        return new OriginalAmounts(
            currency.Code, rate, gross, off, sale.OriginalOrderDiscount ?? 0, shipping, shippingOff, tax, sale.OriginalMarketplaceTax ?? 0, gross - off + shipping - shippingOff + tax);
    }

    private static RefundItem RefundOf(Refund refund, List<RefundLine> given) => new(
        refund.Id, refund.Kind, refund.RefundedAt, refund.Day, refund.Units, refund.Goods, refund.Shipping, refund.Tax, refund.MarketplaceTax, refund.Restocked, refund.CostOfGoods,
        [.. given.Where(part => part.RefundId == refund.Id).Select(part => new RefundLineItem(part.SaleLineId, part.Title, part.Quantity, part.Amount))]);
}
