using System.Globalization;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Tests.Platform;

public sealed class WhenWordsTests
{
    private static readonly ShopZone London = ShopZone.Of("Europe/London");
    private static readonly DateTimeOffset Now = At("2026-11-23T15:00:00Z");

    [Theory]
    [InlineData("2026-11-23T14:31:00Z", "14:31")]
    [InlineData("2026-11-21T21:15:00Z", "Sat 21:15")]
    [InlineData("2026-11-16T21:15:00Z", "16 Nov")]
    [InlineData("2025-10-12T09:00:00Z", "12 Oct 2025")]
    [InlineData("2026-11-24T09:00:00Z", "24 Nov")]
    public void A_time_is_said_as_briefly_as_it_stays_clear(string at, string words) =>
        Assert.Equal(words, WhenWords.Of(At(at), London.DayOf(At(at)), true, Now, London));

    [Theory]
    [InlineData("2026-11-23", "Today")]
    [InlineData("2026-11-21", "Sat")]
    public void Where_only_the_day_is_known_no_time_is_said(string day, string words) =>
        Assert.Equal(words, WhenWords.Of(At(day + "T00:00:00Z"), DateOnly.Parse(day, CultureInfo.InvariantCulture), false, Now, London));

    [Fact]
    public void A_range_names_its_year_once() =>
        Assert.Equal("26 October to 22 November 2026", WhenWords.Of(new Period(new DateOnly(2026, 10, 26), new DateOnly(2026, 11, 22))));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
