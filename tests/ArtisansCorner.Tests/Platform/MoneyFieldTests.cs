using ArtisansCorner.Platform.Values;
using CsCheck;

namespace ArtisansCorner.Tests.Platform;

public sealed class MoneyFieldTests
{
    [Theory]
    [InlineData("4.50", 450)]
    [InlineData("4,50", 450)]
    [InlineData("£4.50", 450)]
    [InlineData(" 4.5 £ ", 450)]
    [InlineData("GBP 12", 1200)]
    [InlineData(".99", 99)]
    [InlineData("7.", 700)]
    [InlineData("1,234.50", 123450)]
    [InlineData("1.234,50", 123450)]
    [InlineData("1,234", 123400)]
    [InlineData("1.234", 123400)]
    [InlineData("1,234,567", 123456700)]
    [InlineData("1 234,5", 123450)]
    [InlineData("1'234.50", 123450)]
    [InlineData("-3.20", -320)]
    [InlineData("-£3.20", -320)]
    public void Amounts_are_read_as_people_type_them(string text, long pence) => Assert.Equal(pence, Read(text, "GBP"));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("four")]
    [InlineData("4.505")]
    [InlineData("4.5.0")]
    [InlineData("1,23,456")]
    [InlineData("12,5x")]
    [InlineData("1.2,3.4")]
    [InlineData(".")]
    [InlineData("--4")]
    [InlineData("£")]
    [InlineData("$4.50")]
    [InlineData("99999999999999999999")]
    [InlineData("٤٥")]
    public void What_is_no_amount_is_refused_and_nothing_is_rounded(string? text) =>
        // 4.505 has more decimals than a pound: but three digits behind a point part thousands.
        Assert.Equal(text == "4.505" ? 450500 : null, Read(text, "GBP"));

    [Theory]
    [InlineData("1200", "JPY", 1200)]
    [InlineData("1,200", "JPY", 1200)]
    [InlineData("¥1200", "JPY", 1200)]
    [InlineData("1.250", "KWD", 1250)]
    [InlineData("1,25", "KWD", 1250)]
    [InlineData("$5", "AUD", 500)]
    [InlineData("A$5", "AUD", 500)]
    [InlineData("5 kr", "SEK", null)]
    [InlineData("12.5", "JPY", null)]
    public void Decimals_are_those_of_the_currency(string text, string currency, int? minor) => Assert.Equal(minor, Read(text, currency));

    [Fact]
    public void What_a_field_holds_is_read_back() =>
        Gen.Select(Gen.Long[-1_000_000_000_000, 1_000_000_000_000], Gen.Int[0, 3]).Sample((minor, index) =>
        {
            var code = new[] { "GBP", "JPY", "KWD", "CHF" }[index];
            return Read(Currency.Of(code).ToField(minor), code) == minor && Read(new Money(minor, Currency.Of(code)).ToString(), code) == minor;
        });

    private static long? Read(string? text, string currency) => MoneyField.TryParse(text, Currency.Of(currency), out var minor) ? minor : null;
}
