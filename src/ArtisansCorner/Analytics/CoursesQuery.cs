using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>The course of single variants over a range: net sales of each bucket, for their spark lines.</summary>
public sealed class CoursesQuery(AppDb db, CurrentShop shop)
{
    /// <summary>For each of these variants the net sales of every bucket, in minor units; one that sold nothing is left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, long[]>> RunAsync(Period range, Bucket bucket, Scope scope, IReadOnlyCollection<Guid> variants, CancellationToken cancel)
    {
        if (variants.Count == 0) return new Dictionary<Guid, long[]>();
        var (buckets, courses) = (range.By(bucket, shop.Facts.FirstDayOfWeek), new Dictionary<Guid, long[]>());
        var days = scope.IsAll
            ? db.DailyProductSales.Where(row => row.Day >= range.From && row.Day <= range.To && variants.Contains(row.VariantId))
                .Select(row => new { row.VariantId, row.Day, Net = row.Gross - row.Discounts - row.Returns })
            : Facts.OfPieces(db, range, scope).Where(fact => variants.Contains(fact.VariantId)).GroupBy(fact => new { fact.VariantId, fact.Day })
                .Select(day => new { day.Key.VariantId, day.Key.Day, Net = day.Sum(fact => fact.Gross - fact.Discounts - fact.Returns) });
        await foreach (var day in days.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!courses.TryGetValue(day.VariantId, out var course)) courses[day.VariantId] = course = new long[buckets.Count];
            course[buckets.IndexOf(day.Day)] += day.Net;
        }

        return courses;
    }
}
