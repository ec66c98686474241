using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Analytics;

/// <summary>The figures of a range, bucket by bucket.</summary>
/// <param name="Bucket">What it is counted by.</param>
/// <param name="Points">The buckets in order, empty ones too.</param>
/// <param name="Compared">For each of them the one it is held against; empty when it is held against nothing.</param>
public sealed record Series(Bucket Bucket, IReadOnlyList<SeriesPoint> Points, IReadOnlyList<SeriesPoint?> Compared);

/// <summary>One bucket of a series.</summary>
/// <param name="Days">Its days.</param>
/// <param name="Figures">Its figures.</param>
public sealed record SeriesPoint(Period Days, Figures Figures);

/// <summary>Works out a <see cref="Series"/>.</summary>
public sealed class SeriesQuery(AppDb db, FiguresQuery figures, Answers answers, CurrentShop shop)
{
    /// <summary>The figures of a range, bucket by bucket, and of what each bucket is held against.</summary>
    public async Task<Series> RunAsync(Period range, Bucket bucket, Comparison comparison, Scope scope, CancellationToken cancel)
    {
        var buckets = range.By(bucket, shop.Facts.FirstDayOfWeek);
        var held = comparison.BucketsOf(buckets);
        var met = held.OfType<Period>().ToList();
        await answers.ReadyAsync(cancel);
        var together = db.AskTogether();
        var current = together.Ask(() => figures.RunAsync(buckets, scope, cancel));
        var compared = together.Ask(() => figures.RunAsync(met, scope, cancel));
        await together.RunAsync(cancel);
        var points = buckets.Zip(await current, (days, of) => new SeriesPoint(days, of)).ToList();
        var found = met.Zip(await compared).ToDictionary(pair => pair.First, pair => pair.Second);
        return new Series(bucket, points, [.. held.Select(days => days is { } these ? new SeriesPoint(these, found[these]) : null)]);
    }
}
