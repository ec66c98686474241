using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Ui;
using ArtisansCorner.Ui.Charts;

namespace ArtisansCorner.Analytics;

/// <summary>The bars of net sales, as the chart of a page and its picture show them.</summary>
public sealed record NetSalesBars
{
    /// <summary>Makes the bars.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="today">Today on its clock.</param>
    /// <param name="series">The figures bucket by bucket.</param>
    /// <param name="notes">What happened in these days.</param>
    /// <param name="narrow">The address that shows a bucket's days alone, or nothing.</param>
    public NetSalesBars(ShopFacts shop, DateOnly today, Series series, IReadOnlyList<AnnotationItem> notes, Func<Period, string?> narrow)
    {
        var words = new MetricWords(shop.Currency);
        Title = "Net sales per " + series.Bucket.ToString().ToLowerInvariant();
        Points = [.. series.Points.Select((point, i) => PointOf(i, point, series.Compared.ElementAtOrDefault(i)))];

        BarChartPoint PointOf(int i, SeriesPoint point, SeriesPoint? compared)
        {
            var (value, before, bucket) = (point.Figures.NetSales, compared?.Figures.NetSales, series.Bucket);
            var told = notes.Where(note => note.Touches(point.Days)).Select(note => note.Text).ToList();
            return new BarChartPoint(
                bucket == Bucket.Day && point.Days.From == today ? "Today" : RangeWords.Under(bucket, point.Days),
                RangeWords.InFull(bucket, point.Days),
                value,
                words.Money(value),
                before,
                before is { } was ? words.Money(was) : null,
                before is { } earlier ? ChangeWords.Between(value, earlier).ToString() : null,
                IsMajor(shop, series, i),
                point.Days.To >= today || (point.Days.Contains(today) && bucket != Bucket.Day),
                told.Count == 0 ? null : string.Join("; ", told),
                narrow(point.Days));
        }
    }

    /// <summary>What is shown by what.</summary>
    public string Title { get; }

    /// <summary>The bars, in order.</summary>
    public IReadOnlyList<BarChartPoint> Points { get; }

    // Something larger starts: a week while days are few, else a month, else a year.
    private static bool IsMajor(ShopFacts shop, Series series, int i)
    {
        var start = series.Points[i].Days.From;
        return series.Bucket switch
        {
            Bucket.Day when series.Points.Count <= 62 => start.DayOfWeek == shop.FirstDayOfWeek,
            Bucket.Day => start.Day == 1,
            Bucket.Week => i > 0 && series.Points[i - 1].Days.From.Month != start.Month,
            _ => start.Month == 1,
        };
    }
}
