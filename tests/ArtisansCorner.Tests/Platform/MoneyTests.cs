using System.Globalization;
using ArtisansCorner.Platform.Values;
using CsCheck;

namespace ArtisansCorner.Tests.Platform;

public sealed class MoneyTests
{
    private static readonly Gen<Currency> Currencies = Gen.Int[0, Currency.All.Count() - 1].Select(Currency.All.ElementAt);

    [Theory]
    [InlineData(481240, "GBP", "£4,812.40")]
    [InlineData(-5, "USD", "−$0.05")]
    [InlineData(0, "EUR", "€0.00")]
    [InlineData(1234567, "JPY", "¥1,234,567")]
    [InlineData(4750, "KWD", "KWD\u00A04.750")]
    [InlineData(long.MinValue, "JPY", "−¥9,223,372,036,854,775,808")]
    public void People_read_it_as_their_currency_is_written(long minor, string currency, string text) =>
        Assert.Equal(text, new Money(minor, Currency.Of(currency)).ToString());

    [Fact]
    public void A_field_of_a_form_reads_back_to_the_same_amount() =>
        Gen.Select(Gen.Long, Currencies).Sample((minor, currency) =>
            currency.ToMinor(decimal.Parse(currency.ToField(minor), CultureInfo.InvariantCulture)) == minor);

    [Fact]
    public void An_amount_that_does_not_fit_is_none() => Assert.Null(Currency.Of("USD").ToMinor(decimal.MaxValue / 1000));

    [Theory]
    [InlineData(" gbp ", "GBP")]
    [InlineData("EUR", "EUR")]
    public void A_code_is_known_in_any_case(string given, string code) => Assert.Equal(code, Currency.TryOf(given)?.Code);

    [Theory]
    [InlineData("XYZ")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_currency_is_none(string? code) => Assert.Null(Currency.TryOf(code));
}
