using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>What an item sold up to today, whatever range is looked at. Amounts are minor units.</summary>
/// <param name="FirstSale">The first day any was sold.</param>
/// <param name="LastSale">The last day any was sold.</param>
/// <param name="NetSales">Its net sales of the last 28 days.</param>
/// <param name="NetUnits">Pieces sold − pieces given back on those of the last 28 days that had any.</param>
public sealed record ItemPast(DateOnly? FirstSale, DateOnly? LastSale, long NetSales, IReadOnlyDictionary<DateOnly, long> NetUnits);

/// <summary>Reads the past of every item from the roll-ups.</summary>
public sealed class ItemPastQuery(AppDb db, Answers answers)
{
    private sealed record Question(DateOnly Today);

    /// <summary>The past of every item that was ever sold, by variant.</summary>
    public ValueTask<Dictionary<Guid, ItemPast>> RunAsync(DateOnly today, CancellationToken cancel) =>
        answers.AskAsync(new Question(today), token => WorkAsync(today, token), past => 3 * past.Count, cancel);

    private async Task<Dictionary<Guid, ItemPast>> WorkAsync(DateOnly today, CancellationToken cancel)
    {
        var since = today.AddDays(1 - ItemStock.PaceDays);
        var lately = (await db.DailyProductSales.Where(row => row.Day >= since && row.Day <= today)
                .Select(row => new { row.VariantId, row.Day, Units = row.Units - row.UnitsReturned, Net = row.Gross - row.Discounts - row.Returns }).ToListAsync(cancel))
            .ToLookup(row => row.VariantId);
        var ends = await db.DailyProductSales.Where(row => row.Units > 0).GroupBy(row => row.VariantId)
            .Select(item => new { item.Key, First = item.Min(row => row.Day), Last = item.Max(row => row.Day) }).ToDictionaryAsync(item => item.Key, cancel);
        return lately.Select(item => item.Key).Union(ends.Keys).Where(id => id != Guid.Empty).ToDictionary(id => id, id => new ItemPast(
            ends.GetValueOrDefault(id)?.First, ends.GetValueOrDefault(id)?.Last, lately[id].Sum(row => row.Net), lately[id].ToDictionary(row => row.Day, row => row.Units)));
    }
}
