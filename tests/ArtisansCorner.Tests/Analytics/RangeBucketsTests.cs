using ArtisansCorner.Analytics;
using ArtisansCorner.Platform.Values;
using CsCheck;

namespace ArtisansCorner.Tests.Analytics;

public sealed class RangeBucketsTests
{
    [Fact]
    public void Months_are_whole_except_the_first_and_the_last() =>
        Assert.Equal(
            [Range("2026-01-20", "2026-01-31"), Range("2026-02-01", "2026-02-28"), Range("2026-03-01", "2026-03-03")],
            Range("2026-01-20", "2026-03-03").By(Bucket.Month, DayOfWeek.Monday));

    [Fact]
    public void Weeks_start_on_the_shops_first_day()
    {
        Assert.Equal([Range("2026-11-22", "2026-11-22"), Range("2026-11-23", "2026-11-25")], Range("2026-11-22", "2026-11-25").By(Bucket.Week, DayOfWeek.Monday));
        Assert.Equal([Range("2026-11-22", "2026-11-25")], Range("2026-11-22", "2026-11-25").By(Bucket.Week, DayOfWeek.Sunday));
    }

    [Fact]
    public void Buckets_hold_every_day_of_the_range_once_and_in_order() =>
        Gen.Select(Gen.Int[0, 20_000], Gen.Int[1, 900], Gen.Enum<Bucket>(), Gen.Enum<DayOfWeek>()).Sample((start, days, bucket, first) =>
        {
            var range = new Period(new DateOnly(1990, 1, 1).AddDays(start), new DateOnly(1990, 1, 1).AddDays(start + days - 1));
            Assert.Equal(range.EachDay(), range.By(bucket, first).SelectMany(period => period.EachDay()));
        });

    [Fact]
    public void Days_near_each_other_share_a_range_and_no_day_is_left_out() =>
        Gen.Int[0, 400].Array[0, 60].Sample(offsets =>
        {
            var days = offsets.Select(offset => new DateOnly(2026, 1, 1).AddDays(offset)).ToList();
            var periods = RangeBuckets.Around(days);
            Assert.All(days, day => Assert.Single(periods, period => period.Contains(day)));
            Assert.All(periods, period => Assert.True(period.Days <= 10 && days.Contains(period.From) && days.Contains(period.To)));
        });

    private static Period Range(string from, string to) => new(DateOnly.Parse(from, null), DateOnly.Parse(to, null));
}
