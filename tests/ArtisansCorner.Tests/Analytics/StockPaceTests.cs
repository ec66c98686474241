using ArtisansCorner.Analytics;
using CsCheck;

namespace ArtisansCorner.Tests.Analytics;

public sealed class StockPaceTests
{
    [Fact]
    public void Sell_through_is_what_was_sold_of_what_could_be()
    {
        Assert.Equal(0.4m, SellThrough.Of(netUnits: 6, opening: 10, cameIn: 5)); // 6 ÷ 15
        Assert.Equal(-0.1m, SellThrough.Of(netUnits: -1, opening: 10, cameIn: 0)); // more came back than went
        Assert.Null(SellThrough.Of(netUnits: 3, opening: 0, cameIn: 0));
        Assert.Null(SellThrough.Of(netUnits: 3, opening: -4, cameIn: 2));
    }

    [Fact]
    public void Days_of_stock_leave_out_the_days_on_which_there_were_none()
    {
        // Ten days with 20 sold, then out for the other eighteen: 2 a day, not 0.7.
        StockDay[] days = [.. Enumerable.Range(0, 28).Select(i => i < 10 ? new StockDay(20 - 2 * i, false, 2) : new StockDay(0, false, 0))];
        Assert.Equal(10, DaysOfStock.DaysOnSale(days));
        Assert.Equal(15m, DaysOfStock.Of(30, days));
    }

    [Fact]
    public void A_day_counts_when_anything_could_be_bought_on_it()
    {
        Assert.Equal(1, DaysOfStock.DaysOnSale([new StockDay(3, false, 0)])); // some lay there
        Assert.Equal(1, DaysOfStock.DaysOnSale([new StockDay(0, true, 0)])); // some came in
        Assert.Equal(1, DaysOfStock.DaysOnSale([new StockDay(-2, false, 1)])); // sold before it was booked in
        Assert.Equal(0, DaysOfStock.DaysOnSale([new StockDay(-2, false, 0)]));
        // Nobody had counted yet: on sale from the first sale on.
        Assert.Equal(2, DaysOfStock.DaysOnSale([new StockDay(null, false, 0), new StockDay(null, false, 1), new StockDay(null, false, 0)]));
    }

    [Fact]
    public void What_does_not_sell_lasts_for_no_known_time_and_what_is_gone_for_none()
    {
        Assert.Null(DaysOfStock.Of(5, [new StockDay(5, false, 0)]));
        Assert.Equal(0, DaysOfStock.Of(0, [new StockDay(5, false, 5)]));
        Assert.Equal(0, DaysOfStock.Of(-3, [new StockDay(5, false, 8)]));
        Assert.Equal(3.3m, DaysOfStock.Of(10, [new StockDay(13, false, 3)])); // 10 ÷ 3
    }

    [Fact]
    public void Days_out_of_stock_never_change_how_long_it_lasts() =>
        Gen.Select(Gen.Long[1, 500], Gen.Long[0, 20].Array[1, 14], Gen.Int[0, 14]).Sample((available, sold, outFor) =>
        {
            StockDay[] days = [.. sold.Select(units => new StockDay(100, false, units))];
            Assert.Equal(DaysOfStock.Of(available, days), DaysOfStock.Of(available, [.. days, .. Enumerable.Repeat(new StockDay(0, false, 0), outFor)]));
        });

    [Fact]
    public void A_brings_the_first_four_fifths_B_up_to_95_percent()
    {
        // 1,000 in all; before each stand 0, 500, 750, 850, 950 of it.
        var classes = Of(("e", 50), ("b", 250), ("a", 500), ("d", 100), ("c", 100));
        Assert.Equal("AAABC", string.Concat(new[] { "a", "b", "c", "d", "e" }.Select(sku => classes[sku])));
    }

    [Fact]
    public void Equals_are_told_apart_by_their_code_and_nothing_sold_is_in_no_class()
    {
        // Before the second of two equals stands half; of five equals 80 % before the fifth: B.
        Assert.Equal("AAAAB", string.Concat("abcde".Select(sku => Of(("e", 1), ("d", 1), ("c", 1), ("b", 1), ("a", 1))[sku.ToString()])));
        Assert.Empty(Of(("a", 0), ("b", 0)));
        Assert.Equal(AbcClass.C, Of(("a", 100), ("b", -50))["b"]);
    }

    [Fact]
    public void A_better_item_is_never_in_a_worse_class() =>
        Gen.Long[-100, 10_000].Array[1, 60].Sample(amounts =>
        {
            AbcItem[] items = [.. amounts.Select((amount, i) => new AbcItem(Guid.CreateVersion7(), $"S{i:00}", amount))];
            var classes = AbcClasses.Of(items);
            if (amounts.Sum() <= 0)
            {
                Assert.Empty(classes);
                return;
            }

            var letters = items.OrderByDescending(item => item.NetSales).ThenBy(item => item.Sku, StringComparer.Ordinal).Select(item => classes[item.Key]).ToList();
            Assert.Equal(letters.Order(), letters);
            Assert.Equal(AbcClass.A, letters[0]);
        });

    private static Dictionary<string, AbcClass> Of(params (string Sku, long NetSales)[] items)
    {
        var keyed = items.ToDictionary(item => Guid.CreateVersion7(), item => item);
        return AbcClasses.Of([.. keyed.Select(item => new AbcItem(item.Key, item.Value.Sku, item.Value.NetSales))]).ToDictionary(one => keyed[one.Key].Sku, one => one.Value);
    }
}
