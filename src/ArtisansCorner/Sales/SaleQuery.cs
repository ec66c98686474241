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
public sealed record SaleCustomer(Guid Id, string? Name, string? Email, string? Country, string? Region, string? City, string? Postcode, string? ExternalId)
{
    /// <summary>The buyer as a sale tells it.</summary>
    public static SaleCustomer Of(Customer buyer) => new(buyer.Id, buyer.Name, buyer.Email, buyer.Country, buyer.Region, buyer.City, buyer.Postcode, buyer.ExternalId);
}

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
    // One that was corrected counts nowhere, but it opens.
    private static readonly PerModel<Func<AppDb, Guid, Task<Found?>>> Sales = new(_ => EF.CompileAsyncQuery((AppDb db, Guid id) =>
        db.Set<Sale>().IgnoreQueryFilters(new[] { SalesTables.CountedFilter }).AsNoTracking().Where(sale => sale.Id == id)
            // Joined: the first of those that are its customer would be looked for by numbering all customers of the shop.
            .LeftJoin(db.Set<Customer>(), sale => sale.CustomerId, customer => customer.Id, (sale, customer) => new { sale, customer })
            .LeftJoin(db.Set<Location>(), row => row.sale.LocationId, place => place.Id, (row, place) => new Found(
                row.sale, db.Set<Channel>().Where(channel => channel.Id == row.sale.ChannelId).Select(channel => channel.Name).First(), row.customer, place == null ? null : new SalePlace(place.Id, place.Name)))
            .FirstOrDefault()));

    private static readonly PerModel<Func<AppDb, Guid, IAsyncEnumerable<WrittenLine>>> Lines = new(_ => EF.CompileAsyncQuery((AppDb db, Guid id) =>
        db.Set<SaleLine>().IgnoreQueryFilters(new[] { SalesTables.CountedFilter }).AsNoTracking().Where(line => line.SaleId == id).OrderBy(line => line.Ordinal)
            .Select(line => new WrittenLine(line, db.Set<Variant>().Where(variant => variant.Id == line.VariantId).Select(variant => variant.Sku).FirstOrDefault()))));

    private static readonly PerModel<Func<AppDb, Guid, IAsyncEnumerable<Fee>>> Fees = new(_ => EF.CompileAsyncQuery((AppDb db, Guid id) =>
        db.Set<Fee>().IgnoreQueryFilters(new[] { SalesTables.CountedFilter }).AsNoTracking().Where(fee => fee.SaleId == id)));

    private static readonly PerModel<Func<AppDb, Guid, IAsyncEnumerable<Refund>>> Refunds = new(_ => EF.CompileAsyncQuery((AppDb db, Guid id) =>
        db.Set<Refund>().AsNoTracking().OrderBy(refund => refund.Number).Where(refund => refund.SaleId == id)));

    private static readonly PerModel<Func<AppDb, Guid, IAsyncEnumerable<Correction>>> Corrections = new(_ => EF.CompileAsyncQuery((AppDb db, Guid id) =>
        db.Set<Correction>().AsNoTracking().Where(row => row.SaleId == id || row.NewSaleId == id)));

    private static readonly PerModel<Func<AppDb, Guid, IAsyncEnumerable<RefundLine>>> RefundLines = new(_ => EF.CompileAsyncQuery((AppDb db, Guid id) =>
        db.Set<Refund>().Where(refund => refund.SaleId == id).Join(db.Set<RefundLine>(), refund => refund.Id, line => line.RefundId, (refund, line) => line).AsNoTracking()));

    private sealed record Found(Sale Sale, string Channel, Customer? Customer, SalePlace? Place);

    /// <summary>The sale, or nothing.</summary>
    public async Task<SaleDetails?> FindAsync(Guid id, CancellationToken cancel)
    {
        var together = db.AskTogether();
        var sale = together.Ask(() => Sales.Of(db)(db, id));
        var lines = together.Ask(async () => await Lines.Of(db)(db, id).ToListAsync(cancel));
        var fees = together.Ask(async () => await Fees.Of(db)(db, id).ToListAsync(cancel));
        var refunds = together.Ask(async () => await Refunds.Of(db)(db, id).ToListAsync(cancel));
        var given = together.Ask(async () => await RefundLines.Of(db)(db, id).ToListAsync(cancel));
        var corrections = together.Ask(async () => await Corrections.Of(db)(db, id).ToListAsync(cancel));
        await together.RunAsync(cancel);
        if (await sale is not { } found) return null;
        var written = new WrittenSale(found.Sale, found.Channel, found.Customer is { } buyer ? SaleCustomer.Of(buyer) : null, found.Place, await lines, await fees);
        return DetailsOf(written, await refunds, [.. (await given).OrderBy(line => line.Id)], await corrections);
    }

    /// <summary>A sale that was written this moment, without reading it back.</summary>
    public SaleDetails DetailsOf(WrittenSale written) => DetailsOf(written, [], [], []);

    private SaleDetails DetailsOf(WrittenSale written, List<Refund> refunds, List<RefundLine> given, List<Correction> corrections)
    {
        var (sale, goods) = (written.Sale, refunds.Sum(refund => refund.Goods));
        return new SaleDetails(
            sale.Id, sale.ExternalId, written.Channel, sale.SoldAt, sale.Day, sale.Hour is not null,
            SaleListQuery.StateOf(sale, goods, goods + refunds.Sum(refund => refund.Shipping + refund.Tax), refunds.Exists(refund => refund.Kind == RefundKind.Cancellation)),
            shop.Facts.Currency.Code, written.Customer,
            [.. written.Lines.Select(row => LineOf(row.Line, row.Sku, given))],
            sale.Units, sale.Gross, sale.Discounts, sale.OrderDiscount, sale.Shipping, sale.ShippingDiscount, sale.Tax, sale.MarketplaceTax, sale.Total, sale.CostOfGoods,
            [.. written.Fees.OrderBy(fee => fee.Day).ThenBy(fee => fee.Type, StringComparer.Ordinal).ThenBy(fee => fee.Id).Select(fee => new FeeItem(fee.Type, fee.Amount, fee.Day, fee.OriginalAmount))],
            [.. refunds.Select(refund => RefundOf(refund, given))], sale.Note, sale.Summary, sale.ImportId, sale.RecordedAt, sale.RecordedThrough,
            sale.PaidBy, OriginalOf(sale, [.. written.Lines.Select(row => row.Line)]),
            corrections.Where(row => row.SaleId == sale.Id).Select(row => new CorrectionItem(row.NewSaleId, row.Reason, row.RecordedAt)).FirstOrDefault(),
            corrections.Where(row => row.NewSaleId == sale.Id).Select(row => new CorrectionItem(row.SaleId, row.Reason, row.RecordedAt)).FirstOrDefault(),
            written.Place);
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
