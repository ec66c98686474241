using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Customers;

/// <summary>The customers of a shop in groups, by how lately, how often and for how much they bought.</summary>
/// <param name="Currency">ISO 4217 code; all amounts are its minor units.</param>
/// <param name="AsOf">Sales and returns up to this day are counted.</param>
/// <param name="Customers">Customers who bought.</param>
/// <param name="Prospects">Customers who are known and never bought.</param>
/// <param name="Enough">Whether there are enough of them for groups.</param>
/// <param name="Note">Why there are no groups yet.</param>
/// <param name="Groups">Every group but that of the prospects, the best first; empty ones too.</param>
public sealed record Segments(string Currency, DateOnly AsOf, int Customers, int Prospects, bool Enough, string? Note, IReadOnlyList<Segment> Groups);

/// <summary>One group.</summary>
/// <param name="Group">Which.</param>
/// <param name="Customers">How many customers are in it.</param>
/// <param name="Share">Their share of those who bought, from 0 to 1.</param>
/// <param name="Orders">Sales they placed.</param>
/// <param name="NetSales">Their net sales.</param>
public sealed record Segment(CustomerGroup Group, int Customers, decimal Share, long Orders, long NetSales);

/// <summary>Works out <see cref="Segments"/>.</summary>
public sealed class SegmentsQuery(AppDb db, CurrentShop shop, PurchasesQuery purchases, TimeProvider time)
{
    /// <summary>The groups as of this day; without one as of today.</summary>
    public async Task<Segments> RunAsync(DateOnly? asOf, CancellationToken cancel)
    {
        var day = asOf ?? shop.Facts.Zone.DayOf(time.GetUtcNow());
        var bought = await purchases.RunAsync(day, cancel);
        var scores = Rfm.Of(bought);
        var prospects = await db.Customers.CountAsync(cancel) - bought.Count;
        var (code, enough) = (shop.Facts.Currency.Code, scores.Count > 0);
        if (!enough) return new Segments(code, day, bought.Count, prospects, enough, $"Not enough customers yet: groups need {Rfm.Fewest} who bought.", []);
        var groups = bought.Zip(scores).ToLookup(one => one.Second.Group, one => one.First);
        return new Segments(code, day, bought.Count, prospects, enough, null,
            [.. Enum.GetValues<CustomerGroup>().Where(group => group != CustomerGroup.Prospect).Select(group => Of(group, [.. groups[group]], bought.Count))]);
    }

    private static Segment Of(CustomerGroup group, IReadOnlyList<Purchases> those, int all) =>
        new(group, those.Count, decimal.Round((decimal)those.Count / all, 4, MidpointRounding.AwayFromZero), those.Sum(one => one.Orders), those.Sum(one => one.NetSales));
}
