using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Sales;

/// <summary>Which sales a list shows; filters stack.</summary>
/// <param name="From">From this business day.</param>
/// <param name="To">To this business day.</param>
/// <param name="Slice">Only of this slice of the shop.</param>
/// <param name="Search">Only those whose number, pieces or buyer contain the words.</param>
/// <param name="State">Only those that stand like this.</param>
public sealed record SaleFilter(DateOnly? From, DateOnly? To, SaleSlice Slice, string? Search, SaleState? State);

/// <summary>How a sale stands after what followed it.</summary>
public enum SaleState
{
    /// <summary>Nothing followed it.</summary>
    Paid,

    /// <summary>Some of it was given back.</summary>
    PartlyRefunded,

    /// <summary>All goods were given back.</summary>
    Refunded,

    /// <summary>It was called off.</summary>
    Cancelled,

    /// <summary>It was recorded wrongly: it is kept, and another counts in its place.</summary>
    Corrected,
}

/// <summary>A sale as lists show it. Amounts are minor units.</summary>
public sealed record SaleItem(
    Guid Id, string? ExternalId, string Channel, DateTimeOffset SoldAt, DateOnly Day, bool TimeKnown, Guid? CustomerId, string? Customer, string Summary,
    long Units, long GrossSales, long Discounts, long Total, long Refunded, SaleState State, string Currency, DateTimeOffset RecordedAt, string? Location);

/// <summary>Lists sales, latest first.</summary>
public sealed class SaleListQuery(AppDb db, CurrentShop shop)
{
    // Every sale of a business day is placed within so many days of midnight in Greenwich, wherever the shop is and while its clock is moved.
    // Said as instants too, the days are a stretch of the index that the list is read by.
    private const int DaysAround = 3;

    /// <summary>One page of the list.</summary>
    public async Task<Paged<SaleItem>> RunAsync(SaleFilter filter, Cursor? after, int limit, CancellationToken cancel)
    {
        var sales = Filtered(filter);
        if (after is { } place)
        {
            var (at, id) = (place.At, place.Id);
            sales = sales.Where(sale => sale.SoldAt < at || (sale.SoldAt == at && sale.Id < id));
        }

        var (refunds, channels, customers, places) = (db.Refunds, db.Channels, db.Customers, db.Locations);
        var rows = await sales.OrderByDescending(sale => sale.SoldAt).ThenByDescending(sale => sale.Id).Take(limit + 1)
            .Select(sale => new
            {
                sale,
                channel = channels.Where(channel => channel.Id == sale.ChannelId).Select(channel => channel.Name).First(),
                place = places.Where(place => place.Id == sale.LocationId).Select(place => place.Name).FirstOrDefault(),
                customer = customers.Where(customer => customer.Id == sale.CustomerId).Select(customer => customer.Name ?? customer.Email ?? customer.ExternalId).FirstOrDefault(),
                goods = refunds.Where(refund => refund.SaleId == sale.Id).Sum(refund => refund.Goods),
                given = refunds.Where(refund => refund.SaleId == sale.Id).Sum(refund => refund.Goods + refund.Shipping + refund.Tax),
                cancelled = refunds.Any(refund => refund.SaleId == sale.Id && refund.Kind == RefundKind.Cancellation),
            })
            .ToListAsync(cancel);
        var page = Paging.Cut(rows, limit, row => new Cursor(row.sale.SoldAt, row.sale.Id));
        return new Paged<SaleItem>(
            [.. page.Items.Select(row => new SaleItem(
                row.sale.Id, row.sale.ExternalId, row.channel, row.sale.SoldAt, row.sale.Day, row.sale.Hour is not null, row.sale.CustomerId, row.customer, row.sale.Summary,
                row.sale.Units, row.sale.Gross, row.sale.Discounts, row.sale.Total, row.given, StateOf(row.sale, row.goods, row.given, row.cancelled), shop.Facts.Currency.Code,
                row.sale.RecordedAt, row.place))],
            page.Next);
    }

    /// <summary>Where the page before the one after this place begins; nothing when that is the first.</summary>
    public async Task<string?> NewerAsync(SaleFilter filter, Cursor after, int limit, CancellationToken cancel)
    {
        var (at, id) = (after.At, after.Id);
        var before = await Filtered(filter).Where(sale => sale.SoldAt > at || (sale.SoldAt == at && sale.Id >= id))
            .OrderBy(sale => sale.SoldAt).ThenBy(sale => sale.Id).Skip(limit).Select(sale => new { sale.SoldAt, sale.Id }).FirstOrDefaultAsync(cancel);
        return before is null ? null : new Cursor(before.SoldAt, before.Id).ToString();
    }

    /// <summary>Whether anything was ever sold.</summary>
    public Task<bool> AnyAsync(CancellationToken cancel) => db.Sales.AnyAsync(cancel);

    /// <summary>How a sale stands.</summary>
    public static SaleState StateOf(Sale sale, long goods, long given, bool cancelled) =>
        sale.CorrectedById is not null ? SaleState.Corrected
        : cancelled ? SaleState.Cancelled
        : given == 0 ? SaleState.Paid
        : goods >= sale.Gross - sale.Discounts && goods > 0 ? SaleState.Refunded
        : SaleState.PartlyRefunded;

    private IQueryable<Sale> Filtered(SaleFilter filter)
    {
        var refunds = db.Refunds;
        var sales = db.SalesIn(filter.Slice).AsNoTracking();
        if (filter.State == SaleState.Corrected) sales = sales.IgnoreQueryFilters([SalesTables.CountedFilter]).Where(sale => sale.CorrectedById != null);
        if (filter.From is { } from)
        {
            var since = At(from, -DaysAround);
            sales = sales.Where(sale => sale.Day >= from && sale.SoldAt >= since);
        }

        if (filter.To is { } to)
        {
            var until = At(to, DaysAround);
            sales = sales.Where(sale => sale.Day <= to && sale.SoldAt <= until);
        }

        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            foreach (var word in SearchText.Of(filter.Search).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8))
                sales = sales.Where(sale => sale.Search.Contains(word));
        }

        // Few sales have a refund: they are found by it, not by asking each sale for one.
        return filter.State switch
        {
            SaleState.Paid => sales.Where(sale => !refunds.Any(refund => refund.SaleId == sale.Id)),
            SaleState.Cancelled => sales.Where(sale => refunds.Where(refund => refund.Kind == RefundKind.Cancellation).Select(refund => refund.SaleId).Contains(sale.Id)),
            SaleState.Refunded => sales.Where(sale => refunds.Where(refund => refund.Goods > 0 && refund.Kind == RefundKind.Refund).Select(refund => refund.SaleId).Contains(sale.Id)
                && refunds.Where(refund => refund.SaleId == sale.Id && refund.Kind == RefundKind.Refund).Sum(refund => refund.Goods) >= sale.Gross - sale.Discounts),
            SaleState.PartlyRefunded => sales.Where(sale => refunds.Where(refund => refund.Kind == RefundKind.Refund).Select(refund => refund.SaleId).Contains(sale.Id)
                && refunds.Where(refund => refund.SaleId == sale.Id).Sum(refund => refund.Goods) < sale.Gross - sale.Discounts),
            _ => sales,
        };
    }

    private static DateTimeOffset At(DateOnly day, int around) =>
        new(DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + around, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber)), TimeOnly.MinValue, TimeSpan.Zero);
}
