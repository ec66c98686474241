using ArtisansCorner.Platform.Values;
using CsCheck;

namespace ArtisansCorner.Tests.Platform;

public sealed class BucketTests
{
    private static readonly Gen<(Bucket Bucket, DateOnly Day, DayOfWeek First)> Days =
        Gen.Select(Gen.Enum<Bucket>(), Gen.Int[700_000, 760_000].Select(DateOnly.FromDayNumber), Gen.Enum<DayOfWeek>());

    [Theory]
    [InlineData(Bucket.Week, 2026, 11, 23, DayOfWeek.Monday, 2026, 11, 23)]
    [InlineData(Bucket.Week, 2026, 11, 22, DayOfWeek.Monday, 2026, 11, 16)]
    [InlineData(Bucket.Week, 2026, 11, 22, DayOfWeek.Sunday, 2026, 11, 22)]
    [InlineData(Bucket.Month, 2024, 2, 29, DayOfWeek.Monday, 2024, 2, 1)]
    [InlineData(Bucket.Quarter, 2026, 12, 31, DayOfWeek.Monday, 2026, 10, 1)]
    [InlineData(Bucket.Year, 2026, 12, 31, DayOfWeek.Monday, 2026, 1, 1)]
    public void A_bucket_begins_where_the_calendar_says(Bucket bucket, int year, int month, int day, DayOfWeek first, int startYear, int startMonth, int startDay) =>
        Assert.Equal(new DateOnly(startYear, startMonth, startDay), bucket.StartOf(new DateOnly(year, month, day), first));

    [Fact]
    public void Every_day_is_in_the_bucket_that_begins_before_it_and_before_the_next() =>
        Days.Sample(one =>
        {
            var start = one.Bucket.StartOf(one.Day, one.First);
            return start <= one.Day && one.Day < one.Bucket.Next(start) && one.Bucket.StartOf(start, one.First) == start;
        });
}
