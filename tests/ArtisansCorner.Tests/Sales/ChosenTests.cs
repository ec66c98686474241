using ArtisansCorner.Sales;
using CsCheck;

namespace ArtisansCorner.Tests.Sales;

public sealed class ChosenTests
{
    [Fact]
    public void The_same_values_in_any_order_are_the_same_choice() =>
        Gen.Int[0, 9].Array[0, 8].Sample(values =>
        {
            var (there, back) = (Chosen.Of(values), Chosen.Of(values.Reverse().Concat(values)));
            Assert.Equal(there, back);
            Assert.Equal(there.GetHashCode(), back.GetHashCode());
            Assert.Equal(values.Distinct().Order(), there.Values);
            Assert.Equal(new SaleSlice(Country: Chosen.Of(values.Select(value => $"{value}"))), new SaleSlice(Country: Chosen.Of(back.Values.Select(value => $"{value}"))));
        });

    [Fact]
    public void Other_values_are_another_choice_and_none_leaves_nothing_out()
    {
        Assert.NotEqual(Chosen.One("Etsy"), Chosen.One("Fair"));
        Assert.NotEqual(Chosen.One("Etsy"), Chosen.Of(["Etsy", "Fair"]));
        Assert.Equal(default, Chosen.One("Etsy").Without("Etsy"));
        Assert.Equal(Chosen.One("Fair"), Chosen.Of(["Etsy", "Fair"]).Without("Etsy"));
        Assert.True(default(Chosen<string>).Fits("Etsy"));
        Assert.False(Chosen.One("Fair").Fits("Etsy"));
        Assert.True(new SaleSlice(Maker: Chosen.Of<Guid>([])).IsWhole);
    }
}
