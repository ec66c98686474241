using ArtisansCorner.Analytics;
using ArtisansCorner.Platform.Values;
using CsCheck;

namespace ArtisansCorner.Tests.Analytics;

public sealed class ComparisonTests
{
    [Theory]
    [InlineData("2026-10-26", "2026-11-22", "2026-09-28", "2026-10-25")] // 28 days: just before
    [InlineData("2026-11-23", "2026-11-23", "2026-11-16", "2026-11-16")] // a Monday meets the Monday before
    [InlineData("2026-11-01", "2026-11-30", "2026-09-27", "2026-10-26")] // 30 days: five weeks back, Sunday meets Sunday
    [InlineData("2026-01-01", "2026-12-31", "2024-12-26", "2025-12-25")] // 365 days: 53 weeks back
    public void The_previous_period_is_as_long_and_starts_on_the_same_day_of_the_week(string from, string to, string before, string until)
    {
        var range = Range(from, to);
        var held = Comparison.Previous.RangeOf(range)!.Value;
        Assert.Equal(Range(before, until), held);
        Assert.Equal((range.Days, range.From.DayOfWeek), (held.Days, held.From.DayOfWeek));
        Assert.True(held.To < range.From);
    }

    [Fact]
    public void The_same_period_last_year_has_the_same_dates() =>
        Assert.Equal(Range("2025-11-01", "2025-11-30"), Comparison.PreviousYear.RangeOf(Range("2026-11-01", "2026-11-30")));

    [Fact]
    public void Nothing_is_held_against_nothing()
    {
        Assert.Null(Comparison.None.RangeOf(Range("2026-11-01", "2026-11-30")));
        Assert.Empty(Comparison.None.BucketsOf([Range("2026-11-01", "2026-11-30")]));
    }

    [Fact]
    public void The_29_February_is_neither_lost_nor_counted_twice()
    {
        var leap = Range("2024-02-27", "2024-03-02").By(Bucket.Day, DayOfWeek.Monday);
        Assert.Equal(
            [Range("2023-02-27", "2023-02-27"), null, Range("2023-02-28", "2023-02-28"), Range("2023-03-01", "2023-03-01"), Range("2023-03-02", "2023-03-02")],
            Comparison.PreviousYear.BucketsOf(leap));

        var after = Range("2025-02-27", "2025-03-01").By(Bucket.Day, DayOfWeek.Monday);
        Assert.Equal(
            [Range("2024-02-27", "2024-02-27"), Range("2024-02-28", "2024-02-29"), Range("2024-03-01", "2024-03-01")],
            Comparison.PreviousYear.BucketsOf(after));
    }

    [Fact]
    public void Buckets_are_held_against_days_that_together_are_the_compared_range() =>
        Gen.Select(Gen.Int[0, 3000], Gen.Int[1, 800], Gen.Enum<Bucket>(), Gen.Enum<DayOfWeek>(), Gen.Bool).Sample((start, days, bucket, first, year) =>
        {
            var comparison = year ? Comparison.PreviousYear : Comparison.Previous;
            var range = new Period(new DateOnly(2020, 1, 1).AddDays(start), new DateOnly(2020, 1, 1).AddDays(start + days - 1));
            var held = comparison.BucketsOf(range.By(bucket, first));
            Assert.Equal(comparison.RangeOf(range)!.Value.EachDay(), held.OfType<Period>().SelectMany(period => period.EachDay()));
        });

    private static Period Range(string from, string to) => new(DateOnly.Parse(from, null), DateOnly.Parse(to, null));

    [Fact]
    public void Days_of_ones_own_meet_from_the_first_on_and_what_is_left_of_the_range_meets_nothing()
    {
        var comparison = Comparison.With(Range("2025-12-30", "2026-01-01"));
        Assert.Equal(Range("2025-12-30", "2026-01-01"), comparison.RangeOf(Range("2026-03-01", "2026-03-31")));
        Assert.Equal(
            [Range("2025-12-30", "2025-12-31"), Range("2026-01-01", "2026-01-01"), null],
            comparison.BucketsOf([Range("2026-03-01", "2026-03-02"), Range("2026-03-03", "2026-03-04"), Range("2026-03-05", "2026-03-06")]));
    }
}
