using System.Text.Json.Serialization;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>What came through one channel; amounts are minor units.</summary>
/// <param name="ChannelId">Which.</param>
/// <param name="Name">Its name.</param>
/// <param name="Figures">What it is made of.</param>
public sealed record ChannelSales(Guid ChannelId, string Name, [property: JsonIgnore] Figures Figures)
{
    /// <summary>Sales placed.</summary>
    public long Orders => Figures.Orders;

    /// <summary>Pieces sold.</summary>
    public long Units => Figures.Units;

    /// <summary>Gross sales.</summary>
    public long GrossSales => Figures.GrossSales;

    /// <summary>Discounts.</summary>
    public long Discounts => Figures.Discounts;

    /// <summary>Returns.</summary>
    public long Returns => Figures.Returns;

    /// <summary>Net sales.</summary>
    public long NetSales => Figures.NetSales;

    /// <summary>Shipping.</summary>
    public long Shipping => Figures.Shipping;

    /// <summary>Fees.</summary>
    public long Fees => Figures.Fees;

    /// <summary>Cost of goods.</summary>
    public long CostOfGoods => Figures.CostOfGoods;

    /// <summary>Contribution.</summary>
    public long Contribution => Figures.Contribution;

    /// <summary>Average order value.</summary>
    public long? AverageOrderValue => Figures.AverageOrderValue;
}

/// <summary>What came through each channel in a range.</summary>
public sealed class ChannelsQuery(AppDb db, Answers answers)
{
    private sealed record Question(Period Range, Scope Scope);

    /// <summary>The channels with anything in the range, by net sales.</summary>
    public async Task<IReadOnlyList<ChannelSales>> RunAsync(Period range, Scope scope, CancellationToken cancel)
    {
        var together = db.AskTogether();
        var asked = together.Ask(async () => await answers.AskAsync(new Question(range, scope), token => WorkAsync(range, scope, token), sums => sums.Count, cancel));
        var called = together.Ask(() => db.Channels.ToDictionaryAsync(channel => channel.Id, channel => channel.Name, cancel));
        await together.RunAsync(cancel);
        var (sums, names) = (await asked, await called);
        return [.. sums.Select(sum => new ChannelSales(sum.ChannelId, names.GetValueOrDefault(sum.ChannelId, sum.ChannelId == Guid.Empty ? "No channel" : "Gone"), sum.Figures))];
    }

    private async Task<List<(Guid ChannelId, Figures Figures)>> WorkAsync(Period range, Scope scope, CancellationToken cancel)
    {
        var sums = scope.IsAll ? await RollUpAsync(range, cancel) : await SliceAsync(range, scope, cancel);
        return [.. sums.OrderByDescending(sum => sum.Figures.NetSales).ThenBy(sum => sum.ChannelId)];
    }

    private async Task<List<(Guid ChannelId, Figures Figures)>> SliceAsync(Period range, Scope scope, CancellationToken cancel)
    {
        var sums = new List<(Guid, Figures)>();
        await foreach (var sum in FactSums.By(Facts.Of(db, range, scope).Select(fact => new Keyed<Guid> { Key = fact.ChannelId, Fact = fact })).WithCancellation(cancel))
        {
            if (sum.Totals != default) sums.Add((sum.Key, new Figures(sum.Totals, default)));
        }

        return sums;
    }

    private async Task<List<(Guid ChannelId, Figures Figures)>> RollUpAsync(Period range, CancellationToken cancel)
    {
        var (from, to) = (range.From, range.To);
        var sums = await db.DailyChannelSales.Where(row => row.Day >= from && row.Day <= to).GroupBy(row => row.ChannelId).Select(rows => new
        {
            ChannelId = rows.Key,
            Orders = rows.Sum(row => row.Orders),
            Units = rows.Sum(row => row.Units),
            Gross = rows.Sum(row => row.Gross),
            Discounts = rows.Sum(row => row.Discounts),
            Returns = rows.Sum(row => row.Returns),
            Shipping = rows.Sum(row => row.Shipping),
            Fees = rows.Sum(row => row.Fees),
            CostOfGoods = rows.Sum(row => row.CostOfGoods),
        }).ToListAsync(cancel);
        return [.. sums.Select(sum => (sum.ChannelId, Figures: new Figures(
            new Totals
            {
                Orders = sum.Orders,
                Units = sum.Units,
                Gross = sum.Gross,
                Discounts = sum.Discounts,
                Returns = sum.Returns,
                Shipping = sum.Shipping,
                Fees = sum.Fees,
                CostOfGoods = sum.CostOfGoods,
            },
            default)))];
    }
}
