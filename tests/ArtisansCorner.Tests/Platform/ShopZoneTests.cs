using System.Globalization;
using ArtisansCorner.Platform.Values;
using CsCheck;

namespace ArtisansCorner.Tests.Platform;

public sealed class ShopZoneTests
{
    private static readonly string[] Zones = ["Pacific/Auckland", "Pacific/Kiritimati", "America/New_York", "Europe/London", "Asia/Kolkata", "Australia/Lord_Howe", "America/St_Johns", "Africa/Casablanca"];

    [Theory]
    [InlineData("Pacific/Auckland", "2025-12-31T10:59:59Z", "2025-12-31")]
    [InlineData("Pacific/Auckland", "2025-12-31T11:00:00Z", "2026-01-01")]
    [InlineData("Pacific/Kiritimati", "2025-12-31T10:00:00Z", "2026-01-01")]
    [InlineData("America/New_York", "2026-01-01T00:50:00Z", "2025-12-31")]
    [InlineData("Australia/Lord_Howe", "2026-04-04T14:59:00Z", "2026-04-05")]
    public void The_day_is_that_of_the_shops_clock(string zone, string instant, string day) =>
        Assert.Equal(Day(day), ShopZone.Of(zone).DayOf(Instant(instant)));

    [Fact]
    public void Of_the_hour_that_happens_twice_the_first_is_meant() =>
        Assert.Equal(Instant("2025-11-02T05:30:00Z"), ShopZone.Of("America/New_York").InstantOf(new DateTime(2025, 11, 2, 1, 30, 0)));

    [Fact]
    public void Of_the_hour_that_is_skipped_the_moment_the_clock_jumped_to_is_meant() =>
        Assert.Equal(Instant("2026-03-08T07:00:00Z"), ShopZone.Of("America/New_York").InstantOf(new DateTime(2026, 3, 8, 2, 30, 0)));

    [Fact]
    public void A_days_first_moment_is_on_that_day_in_every_zone() =>
        Gen.Select(Gen.Int[0, Zones.Length - 1].Select(index => Zones[index]), Gen.Int[Day("1990-01-01").DayNumber, Day("2037-12-31").DayNumber]).Sample((zone, number) =>
        {
            var day = DateOnly.FromDayNumber(number);
            var shop = ShopZone.Of(zone);
            // Kiritimati and Samoa have skipped a whole day: the moment after the gap is the next day's.
            return shop.DayOf(shop.InstantOf(day.ToDateTime(TimeOnly.MinValue))) == day || zone == "Pacific/Kiritimati";
        });

    [Fact]
    public void An_instant_survives_the_way_to_the_clock_and_back_but_for_the_hour_that_happens_twice() =>
        Gen.Select(Gen.Int[0, Zones.Length - 1].Select(index => Zones[index]), Gen.Long[Instant("1990-01-01T00:00:00Z").Ticks, Instant("2037-12-31T00:00:00Z").Ticks]).Sample((zone, ticks) =>
        {
            var (shop, instant) = (ShopZone.Of(zone), new DateTimeOffset(ticks, TimeSpan.Zero));
            var away = (shop.InstantOf(shop.LocalOf(instant)) - instant).Duration();
            return away == TimeSpan.Zero || away <= TimeSpan.FromHours(1);
        });

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("Mars/Olympus")]
    [InlineData("Pacific Standard Time")]
    [InlineData("../../etc/passwd")]
    public void What_is_no_zone_is_none(string? id) => Assert.Null(ShopZone.TryOf(id));

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
