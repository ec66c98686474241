using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Tests.Importing;

public sealed class ReadingTests
{
    [Theory]
    [InlineData("1,234.56", '.', "1234.56")]
    [InlineData("1.234,56 €", ',', "1234.56")]
    [InlineData("£4.50", '.', "4.50")]
    [InlineData("(3.00)", '.', "-3.00")]
    [InlineData("-$0.95", '.', "-0.95")]
    [InlineData("($33.62)", '.', "-33.62")]
    [InlineData("CA$60.00", '.', "60.00")]
    [InlineData("4,50", ',', "4.50")]
    [InlineData("1 234,50 zł", ',', "1234.50")]
    [InlineData("1'234.50", '.', "1234.50")]
    [InlineData("2.555", '.', "2.555")]
    [InlineData(".5", '.', "0.5")]
    [InlineData("12.-", '.', "12")]
    [InlineData("12.50-", '.', "-12.50")]
    [InlineData("4,50", '.', null)]
    [InlineData("1,23,45", '.', null)]
    [InlineData("1.2.3", '.', null)]
    [InlineData("abc", '.', null)]
    [InlineData("", '.', null)]
    [InlineData("1e5", '.', null)]
    [InlineData("12 mugs", '.', "12")]
    [InlineData("six 1", '.', null)]
    [InlineData("No. 12", '.', null)]
    [InlineData("1.5k", '.', null)]
    [InlineData("2 doz.", '.', null)]
    [InlineData("kr. 1 234,50", ',', "1234.50")]
    [InlineData("- CHF 12.50", '.', "-12.50")]
    [InlineData("R 99.90", '.', "99.90")]
    [InlineData("MX$ 1.50", '.', "1.50")]
    [InlineData("x3", '.', "3")]
    [InlineData("$1,234.56", '.', "1234.56")]
    [InlineData("US$ 1,234.56", '.', "1234.56")]
    [InlineData("EUR 1.234,56", ',', "1234.56")]
    [InlineData("1\u00A0234,56", ',', "1234.56")]
    [InlineData("−5.00", '.', "-5.00")]
    [InlineData("--", '.', null)]
    public void An_amount_is_read_by_the_decimal_mark_of_its_file(string text, char mark, string? amount)
    {
        var read = AmountText.TryRead(text, mark, out var found);
        Assert.Equal(amount, read ? found.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
    }

    [Theory]
    [InlineData("1,234", null)]
    [InlineData("0,234", ',')]
    [InlineData("12.5", '.')]
    [InlineData("1,234,567", '.')]
    [InlineData("1.234.567,8", ',')]
    [InlineData("£1,234.00", '.')]
    [InlineData("100", null)]
    public void One_amount_may_tell_the_decimal_mark(string text, char? mark) => Assert.Equal(mark, AmountText.MarkIn(text));

    [Theory]
    [InlineData("2010-12-01 08:26:00", "2010-12-01 08:26", false)]
    [InlineData("2010-12-01", "2010-12-01 00:00", true)]
    [InlineData("2026-07-01T23:30:00Z", "2026-07-02 00:30", false)]
    [InlineData("2026-07-01 20:30:00 -0400", "2026-07-02 01:30", false)]
    [InlineData("3/4/2026", "2026-04-03 00:00", true)]
    [InlineData("03.04.2026 9:05", "2026-04-03 09:05", false)]
    [InlineData("3-4-26", "2026-04-03 00:00", true)]
    [InlineData("3 Apr 2026", "2026-04-03 00:00", true)]
    [InlineData("3/4/2026 1:05 PM", "2026-04-03 13:05", false)]
    [InlineData("29 Feb 2026", null, false)]
    [InlineData("2026-02-30", null, false)]
    [InlineData("0210-01-01", null, false)]
    [InlineData("soon", null, false)]
    [InlineData("44561", null, false)]
    [InlineData("10:30", null, false)]
    [InlineData("26 settembre 2026", "2026-09-26 00:00", true)]
    [InlineData("26. September 2026", "2026-09-26 00:00", true)]
    [InlineData("5. März 2026 14:30 Uhr", "2026-03-05 14:30", false)]
    [InlineData("1er août 2026", "2026-08-01 00:00", true)]
    [InlineData("26 sept. 2026", "2026-09-26 00:00", true)]
    [InlineData("samedi 26 septembre 2026 à 9:05", "2026-09-26 09:05", false)]
    [InlineData("26 de septiembre de 2026", "2026-09-26 00:00", true)]
    [InlineData("26 de setembro de 2026", "2026-09-26 00:00", true)]
    [InlineData("3 mrt. 2026", "2026-03-03 00:00", true)]
    [InlineData("September 26, 2026", "2026-09-26 00:00", true)]
    [InlineData("Sep 26, 2026, 1:05 p.m.", "2026-09-26 13:05", false)]
    [InlineData("Sat, 26 Sep 2026 12:00:00 GMT", "2026-09-26 13:00", false)]
    [InlineData("26-Sep-26", "2026-09-26 00:00", true)]
    [InlineData("20260926", "2026-09-26 00:00", true)]
    [InlineData("2026-07-01 20:30:00 UTC", "2026-07-01 21:30", false)]
    [InlineData("7/4/2026 11:30 PM EDT", "2026-04-08 04:30", false)]
    [InlineData("26 Smarch 2026", null, false)]
    [InlineData("2026-09-26 25:00", null, false)]
    [InlineData("1/2/3/4", null, false)]
    public void A_date_is_read_on_the_shops_clock(string text, string? expected, bool dayOnly)
    {
        var read = DateText.TryRead(text, DateOrder.DayFirst, ShopZone.Of("Europe/London"), out var moment);
        Assert.Equal(expected, read ? moment.At.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture) : null);
        if (read) Assert.Equal(dayOnly, moment.DayOnly);
    }

    [Theory]
    [InlineData("31/12/2026", DateOrder.DayFirst)]
    [InlineData("12/31/2026", DateOrder.MonthFirst)]
    [InlineData("3/4/2026", null)]
    [InlineData("2026-12-31", null)]
    public void One_date_may_tell_which_of_day_and_month_comes_first(string text, DateOrder? order) => Assert.Equal(order, DateText.OrderIn(text));

    [Theory]
    [InlineData("Price (€)", "EUR")]
    [InlineData("Price (aed)", "AED")]
    [InlineData("Pris [kr]", "SEK")]
    [InlineData("UNIT PRICE EUR", "EUR")]
    [InlineData("Price (£)", null)]
    [InlineData("Price (each)", null)]
    [InlineData("ALL TAX", null)]
    public void A_heading_may_tell_another_currency(string heading, string? code) => Assert.Equal(code, AmountSigns.OtherInHeading(heading, Currency.Of("GBP")));
}
