using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>A shop's business day in sums, made of facts and made again whenever they change. Amounts are minor units.</summary>
public sealed record DailySales : IBelongsToShop
{
    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The business day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Sales placed.</summary>
    public long Orders { get; set; }

    /// <summary>Pieces sold.</summary>
    public long Units { get; set; }

    /// <summary>Pieces given back.</summary>
    public long UnitsReturned { get; set; }

    /// <summary>Gross sales.</summary>
    public long Gross { get; set; }

    /// <summary>Discounts.</summary>
    public long Discounts { get; set; }

    /// <summary>Value of goods given back on this day.</summary>
    public long Returns { get; set; }

    /// <summary>Shipping charged − its discounts − shipping given back.</summary>
    public long Shipping { get; set; }

    /// <summary>Own tax collected − given back.</summary>
    public long Tax { get; set; }

    /// <summary>Tax of marketplaces collected − given back.</summary>
    public long MarketplaceTax { get; set; }

    /// <summary>Fees charged.</summary>
    public long Fees { get; set; }

    /// <summary>Cost of the pieces sold − of those put back on the shelf + what was trued up.</summary>
    public long CostOfGoods { get; set; }
}

/// <summary>A product's variant on a business day, in sums.</summary>
public sealed record DailyProductSales : IBelongsToShop
{
    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The business day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What was sold; the empty id stands for everything the catalog does not know.</summary>
    public required Guid VariantId { get; init; }

    /// <summary>Lines of sales it was on.</summary>
    public long Lines { get; set; }

    /// <summary>Pieces sold.</summary>
    public long Units { get; set; }

    /// <summary>Pieces given back.</summary>
    public long UnitsReturned { get; set; }

    /// <summary>Gross sales.</summary>
    public long Gross { get; set; }

    /// <summary>Discounts, with the share of the order's.</summary>
    public long Discounts { get; set; }

    /// <summary>Value of those given back.</summary>
    public long Returns { get; set; }

    /// <summary>Cost of the pieces sold − of those put back on the shelf + what was trued up.</summary>
    public long CostOfGoods { get; set; }
}

/// <summary>A channel on a business day, in sums.</summary>
public sealed record DailyChannelSales : IBelongsToShop
{
    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The business day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The channel.</summary>
    public required Guid ChannelId { get; init; }

    /// <summary>Sales placed.</summary>
    public long Orders { get; set; }

    /// <summary>Pieces sold.</summary>
    public long Units { get; set; }

    /// <summary>Gross sales.</summary>
    public long Gross { get; set; }

    /// <summary>Discounts.</summary>
    public long Discounts { get; set; }

    /// <summary>Value of goods given back.</summary>
    public long Returns { get; set; }

    /// <summary>Shipping charged − its discounts − shipping given back.</summary>
    public long Shipping { get; set; }

    /// <summary>Fees charged.</summary>
    public long Fees { get; set; }

    /// <summary>Cost of the pieces sold − of those put back on the shelf + what was trued up.</summary>
    public long CostOfGoods { get; set; }
}

/// <summary>An hour of a business day, in sums; sales of which only the day is known are in none.</summary>
public sealed record HourlySales : IBelongsToShop
{
    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The business day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The hour of the shop's clock, 0 to 23.</summary>
    public required byte Hour { get; init; }

    /// <summary>Sales placed.</summary>
    public long Orders { get; set; }

    /// <summary>Gross sales − discounts.</summary>
    public long Sold { get; set; }
}

/// <summary>
/// A customer on a business day, and the days before it that the same customer bought on:
/// with these, distinct customers of any range are counted in one pass over the range.
/// </summary>
public sealed record CustomerDay : IBelongsToShop
{
    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The business day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Who bought.</summary>
    public required Guid CustomerId { get; init; }

    /// <summary>How many sales on this day.</summary>
    public required int Orders { get; init; }

    /// <summary>The day before this one that the customer bought on; nothing for the first ever.</summary>
    public DateOnly? Previous { get; init; }

    /// <summary>How many sales on that previous day.</summary>
    public int PreviousOrders { get; init; }

    /// <summary>The day before the previous one.</summary>
    public DateOnly? BeforePrevious { get; init; }
}

/// <summary>Counts how often a shop's roll-ups were made again: whoever remembers an answer remembers this beside it.</summary>
public sealed class SalesRevision : IBelongsToShop
{
    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The count.</summary>
    public long Number { get; set; }

    /// <summary>Counts once more, inside the transaction that is open: the row stays locked until that stands, and no answer is remembered past it.</summary>
    internal static async Task CountAsync(AppDb db, CancellationToken cancel)
    {
        var counted = await db.SalesRevisions.ExecuteUpdateAsync(row => row.SetProperty(revision => revision.Number, revision => revision.Number + 1), cancel);
        if (counted == 0) await db.Engine.InsertAsync(db, [new SalesRevision { ShopId = db.CurrentShopId, Number = 1 }], cancel);
    }
}
