using ArtisansCorner.Analytics;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Tests.Analytics;

public sealed class PresetTests
{
    private static readonly PresetDay Monday = new(
        new DateOnly(2026, 11, 23),
        new ShopFacts(Guid.Empty, "clay", "Clay", Currency.Of("GBP"), "Europe/London", "GB", DayOfWeek.Monday, 1, 3),
        new DateOnly(2025, 3, 4));

    [Theory]
    [InlineData("today", "2026-11-23", "2026-11-23", "Today")]
    [InlineData("yesterday", "2026-11-22", "2026-11-22", "Yesterday")]
    [InlineData("28d", "2026-10-27", "2026-11-23", "The last 28 days")]
    [InlineData("month", "2026-11-01", "2026-11-23", "November so far")]
    [InlineData("last-month", "2026-10-01", "2026-10-31", "October 2026")]
    [InlineData("quarter", "2026-10-01", "2026-11-23", "This quarter so far")]
    [InlineData("year", "2026-01-01", "2026-11-23", "2026 so far")]
    [InlineData("tax-year", "2026-04-06", "2026-11-23", "Tax year 2026/27 so far")]
    [InlineData("all", "2025-03-04", "2026-11-23", "All time")]
    public void Each_preset_has_its_days_and_its_title(string key, string from, string to, string title)
    {
        var preset = Preset.Find(key)!;
        var range = preset.RangeOf(Monday);
        Assert.Equal(new Period(DateOnly.Parse(from, null), DateOnly.Parse(to, null)), range);
        Assert.Equal(title, preset.Title(range));
    }

    [Fact]
    public void The_address_of_a_choice_is_read_back_as_the_same_choice()
    {
        foreach (var query in (string[])["?period=91d&compare=previous-year&by=month", "?from=2026-01-05&to=2026-02-01&compare=none", "?period=all&compare=previous"])
        {
            var (choice, problems) = DashboardChoice.Read(query, null, Monday);
            Assert.Empty(problems);
            Assert.Equal(query, choice.Query());
        }
    }

    [Fact]
    public void More_bars_than_can_be_told_apart_are_counted_by_something_larger()
    {
        Assert.Equal(Bucket.Day, DashboardChoice.Read("?period=28d", null, Monday).Choice.By);
        Assert.Equal(Bucket.Week, DashboardChoice.Read("?period=year", null, Monday).Choice.By);
        Assert.Equal(Bucket.Month, DashboardChoice.Read("?from=2010-01-01&to=2026-01-01&by=day", null, Monday).Choice.By);
    }
}
