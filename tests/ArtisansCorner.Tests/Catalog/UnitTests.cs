using ArtisansCorner.Catalog;
using CsCheck;

namespace ArtisansCorner.Tests.Catalog;

public sealed class UnitTests
{
    private static readonly Gen<Unit> Units = Gen.Int[0, Unit.All.Count - 1].Select(index => Unit.All[index]);

    [Theory]
    [InlineData("16", "oz", "1", "lb")]
    [InlineData("1", "lb", "453.59237", "g")]
    [InlineData("1", "oz", "28.349523125", "g")]
    [InlineData("1", "US fl oz", "29.5735295625", "ml")]
    [InlineData("1", "UK fl oz", "28.4130625", "ml")]
    [InlineData("36", "in", "1", "yd")]
    [InlineData("1", "in", "2.54", "cm")]
    [InlineData("1296", "in²", "1", "yd²")]
    [InlineData("1", "m²", "10000", "cm²")]
    [InlineData("0.75", "L", "750", "ml")]
    public void The_same_amount_in_two_units_is_the_same_grains(string first, string firstUnit, string second, string secondUnit) =>
        Assert.Equal(Grains(first, firstUnit), Grains(second, secondUnit));

    [Fact]
    public void Whole_units_come_back_as_they_went() =>
        Gen.Select(Units, Gen.Long[0, 100_000]).Sample((unit, many) => unit.Amount(many).Value / unit.Grains == many && unit.Amount(many).Value % unit.Grains == 0);

    [Fact]
    public void Buying_is_the_same_as_measuring_in_the_unit_of_purchase() =>
        Gen.Select(Units, Units, Gen.Int[0, 10_000]).Where((purchase, use, _) => purchase.Measure == use.Measure && use.Measure != Measure.Count)
            .Sample((purchase, use, many) => UnitConversion.Of(purchase, use).Value!.Amount(many).Value == purchase.Amount(many).Value);

    [Fact]
    public void A_bottle_holds_what_the_maker_says() =>
        Assert.Equal(Grains("1875", "ml"), UnitConversion.Of(Named("bottle"), Named("ml"), 750).Value!.Amount(2.5m).Value);

    [Fact]
    public void Units_without_a_conversion_are_refused_with_what_to_say() =>
        Assert.Equal("Say how many ml one bottle holds.", Assert.Single(UnitConversion.Of(Named("bottle"), Named("ml")).Problems).Message);

    [Fact]
    public void A_pack_of_pieces_holds_any_number_but_it_must_be_said()
    {
        Assert.Equal("no_conversion", Assert.Single(UnitConversion.Of(Named("pack"), Named("piece")).Problems).Code);
        Assert.Equal(Grains("36", "piece"), UnitConversion.Of(Named("pack"), Named("piece"), 12).Value!.Amount(3).Value);
    }

    [Theory]
    [InlineData("kg", "g", "999", "other_conversion")]
    [InlineData("bottle", "ml", "0", "empty_conversion")]
    [InlineData("bottle", "ml", "-1", "negative_amount")]
    [InlineData("bottle", "l", "79228162514264337593543950335", "amount_too_large")]
    public void A_conversion_that_makes_no_sense_is_refused(string purchase, string use, string holds, string code) =>
        Assert.Equal(code, Assert.Single(UnitConversion.Of(Named(purchase), Named(use), Decimal(holds)).Problems).Code);

    [Theory]
    [InlineData("9223372.036854775807", "kg", null)]
    [InlineData("9223372.036854775808", "kg", "amount_too_large")]
    [InlineData("0.0001", "piece", "amount_too_fine")]
    [InlineData("-0.001", "piece", "negative_amount")]
    public void An_amount_ends_where_it_can_no_longer_be_counted(string quantity, string unit, string? code) =>
        Assert.Equal(code, Named(unit).Amount(Decimal(quantity)).Problems is [var problem, ..] ? problem.Code : null);

    private static long Grains(string quantity, string unit)
    {
        var amount = Named(unit).Amount(Decimal(quantity));
        Assert.True(amount.Succeeded);
        return amount.Value;
    }

    private static Unit Named(string code) => Assert.IsType<Unit>(Unit.Find(code));

    private static decimal Decimal(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
