using ArtisansCorner.Analytics;
using ArtisansCorner.Platform.Values;
using CsCheck;

namespace ArtisansCorner.Tests.Analytics;

public sealed class CustomerCountsTests
{
    private static readonly Period November = new(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30));

    [Theory]
    [InlineData("11-10", 1, 1, 0, 1)] // one sale ever
    [InlineData("11-10 11-10", 1, 1, 1, 0)] // two on the first day
    [InlineData("11-10 11-20", 1, 1, 1, 0)] // two on two days
    [InlineData("11-10 11-20 11-25", 1, 1, 1, 0)] // three, counted as one customer
    [InlineData("10-05 11-20", 1, 0, 0, 0)] // one here, one before: returning, not repeat
    [InlineData("10-05 11-20 11-21", 1, 0, 1, 0)] // both
    [InlineData("10-05 10-06 11-20 11-21 11-22", 1, 0, 1, 0)] // many before
    [InlineData("10-05 11-20 11-20 11-21", 1, 0, 1, 0)] // two on the first day here
    [InlineData("11-10 12-01", 1, 1, 0, 1)] // what comes after the range does not count yet
    [InlineData("10-05", 0, 0, 0, 0)] // not here at all
    public void One_customer_is_counted_once(string sales, int customers, int fresh, int repeat, int once)
    {
        var days = sales.Split(' ').Select(day => DateOnly.ParseExact("2026-" + day, "yyyy-MM-dd", null))
            .GroupBy(day => day).Select(day => (day.Key, day.Count())).OrderBy(day => day.Key).ToList();
        var rows = RebuildCustomers.ChainOf(Guid.Empty, Guid.Empty, days);
        Assert.Equal(new CustomerCounts(customers, fresh, repeat, once), CustomerCounts.Of(rows.Where(row => November.Contains(row.Day)), November.From));
    }

    [Fact]
    public void Any_history_is_counted_as_by_hand() =>
        Gen.Select(Gen.Int[0, 30].Array[1, 12].Array[1, 8], Gen.Int[0, 30], Gen.Int[0, 30]).Sample((histories, one, other) =>
        {
            var start = new DateOnly(2026, 11, 1);
            var range = new Period(start.AddDays(Math.Min(one, other)), start.AddDays(Math.Max(one, other)));
            var sales = histories.Select((offsets, who) => offsets.Select(offset => (Who: who, Day: start.AddDays(offset))).ToList()).ToList();
            var rows = sales.SelectMany(mine => RebuildCustomers.ChainOf(Guid.Empty, Guid.Empty, [.. mine.GroupBy(sale => sale.Day).Select(day => (day.Key, day.Count())).OrderBy(day => day.Key)]));

            var here = sales.Where(mine => mine.Any(sale => range.Contains(sale.Day))).ToList();
            var expected = new CustomerCounts(
                here.Count,
                here.Count(mine => mine.Min(sale => sale.Day) >= range.From),
                here.Count(mine => mine.Count(sale => range.Contains(sale.Day)) > 1),
                here.Count(mine => mine.Count(sale => sale.Day <= range.To) == 1));
            Assert.Equal(expected, CustomerCounts.Of(rows.Where(row => range.Contains(row.Day)), range.From));
        });
}
