using ArtisansCorner.Platform.Values;
using CsCheck;

namespace ArtisansCorner.Tests.Platform;

public sealed class LargestRemainderTests
{
    private static readonly Gen<(long Whole, long[] Weights)> Orders = Gen.Select(Gen.Long[0, 100_000_000_000], Gen.Long[0, 1_000_000_000_000].Array[1, 40]);

    [Theory]
    [InlineData(100, new long[] { 1, 1, 1 }, new long[] { 34, 33, 33 })]
    [InlineData(100, new long[] { 5900, 250 }, new long[] { 96, 4 })]
    [InlineData(7, new long[] { 0, 0 }, new long[] { 4, 3 })]
    [InlineData(0, new long[] { 3, 4 }, new long[] { 0, 0 })]
    [InlineData(10, new long[] { 0, 5 }, new long[] { 0, 10 })]
    [InlineData(5, new long[] { }, new long[] { })]
    public void Shares_as_worked_out_by_hand(long whole, long[] weights, long[] parts) => Assert.Equal(parts, LargestRemainder.Split(whole, weights));

    // The seats of a textbook example (Hamilton's method, 100 seats).
    [Fact]
    public void Shares_as_in_the_textbook() =>
        Assert.Equal([47, 16, 16, 12, 6, 3], LargestRemainder.Split(100, [47_000, 16_000, 15_900, 12_000, 6_000, 3_100]));

    [Fact]
    public void The_parts_always_sum_to_the_whole() =>
        Orders.Sample(order => LargestRemainder.Split(order.Whole, order.Weights).Sum() == order.Whole);

    [Fact]
    public void Nobody_is_further_than_one_unit_from_the_exact_share() =>
        Orders.Where(order => order.Weights.Any(weight => weight > 0)).Sample(order =>
        {
            var total = order.Weights.Aggregate((Int128)0, (sum, weight) => sum + weight);
            return LargestRemainder.Split(order.Whole, order.Weights).Zip(order.Weights)
                .All(part => part.First >= (Int128)order.Whole * part.Second / total && part.First <= (Int128)order.Whole * part.Second / total + 1);
        });

    [Fact]
    public void Who_weighs_nothing_beside_others_gets_nothing() =>
        Orders.Where(order => order.Weights.Any(weight => weight > 0)).Sample(order =>
            LargestRemainder.Split(order.Whole, order.Weights).Zip(order.Weights).All(part => part.Second > 0 || part.First == 0));
}
