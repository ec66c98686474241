using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>A sale as the first screen shows it.</summary>
/// <param name="Id">Which.</param>
/// <param name="SoldAt">When it was placed.</param>
/// <param name="Day">Its business day.</param>
/// <param name="TimeKnown">Whether more than the day is known.</param>
/// <param name="Summary">What was sold.</param>
/// <param name="Channel">Where.</param>
/// <param name="CustomerKnown">Whether the buyer is known.</param>
/// <param name="BoughtBefore">Whether the buyer had bought before.</param>
/// <param name="Total">What the shop earned, in minor units.</param>
/// <param name="JustNow">Whether it was recorded, by a person or a program, within the last minutes.</param>
public sealed record LatestSale(
    Guid Id, DateTimeOffset SoldAt, DateOnly Day, bool TimeKnown, string Summary, string Channel, bool CustomerKnown, bool BoughtBefore, long Total, bool JustNow);

/// <summary>The latest sales.</summary>
public sealed class LatestSalesQuery(AppDb db, TimeProvider time)
{
    private static readonly TimeSpan New = TimeSpan.FromMinutes(5);

    /// <summary>The latest few, newest first.</summary>
    public async Task<IReadOnlyList<LatestSale>> RunAsync(int count, CancellationToken cancel)
    {
        var (sales, channels, since) = (db.Sales, db.Channels, time.GetUtcNow() - New);
        // Days before are asked of the roll-up, for by their time alone SQLite would look through all sales of the shop.
        var days = db.CustomerDays;
        var rows = await sales.AsNoTracking().OrderByDescending(sale => sale.SoldAt).ThenByDescending(sale => sale.Id).Take(count)
            .Select(sale => new
            {
                sale.Id,
                sale.SoldAt,
                sale.Day,
                sale.Hour,
                sale.Summary,
                sale.CustomerId,
                sale.Gross,
                sale.Discounts,
                sale.Shipping,
                sale.ShippingDiscount,
                sale.Tax,
                sale.RecordedAt,
                sale.RecordedThrough,
                Channel = channels.Where(channel => channel.Id == sale.ChannelId).Select(channel => channel.Name).First(),
                Before = sale.CustomerId != null && (
                    days.Any(day => day.CustomerId == sale.CustomerId && day.Day < sale.Day)
                    || sales.Any(other => other.CustomerId == sale.CustomerId && other.Day == sale.Day && (other.SoldAt < sale.SoldAt || (other.SoldAt == sale.SoldAt && other.Id < sale.Id)))),
            })
            .ToListAsync(cancel);
        return
        [
            .. rows.OrderByDescending(row => row.SoldAt).ThenByDescending(row => row.Id).Select(row => new LatestSale(
                row.Id, row.SoldAt, row.Day, row.Hour is not null, row.Summary, row.Channel, row.CustomerId is not null, row.Before,
                row.Gross - row.Discounts + row.Shipping - row.ShippingDiscount + row.Tax,
                row.RecordedAt >= since && row.RecordedThrough is (Through.Page or Through.Api))),
        ];
    }
}
