using ArtisansCorner.Inventory;
using CsCheck;

namespace ArtisansCorner.Tests.Inventory;

public sealed class UnitCostTests
{
    [Theory]
    [InlineData(3, 500, 1, 167)]
    [InlineData(2, 333, 1, 167)]
    [InlineData(1, 166, 1, 166)]
    [InlineData(10, 1000, 4, 400)]
    [InlineData(10, 1000, 12, 1000)]
    [InlineData(0, 0, 1, 0)]
    [InlineData(-3, 0, 1, 0)]
    public void Pieces_leave_at_the_average(long onHand, long value, long pieces, long cost) => Assert.Equal(cost, UnitCost.OfIssue(onHand, value, pieces));

    [Fact]
    public void What_leaves_in_any_portions_is_worth_what_came() =>
        Gen.Select(Gen.Long[1, 1_000_000], Gen.Long[0, 1_000_000_000_000], Gen.Long[1, 1000].Array[1, 50]).Sample((onHand, value, portions) =>
        {
            var (pieces, left) = (onHand, value);
            foreach (var portion in portions.Append(onHand))
            {
                var going = Math.Min(portion, pieces);
                if (going == 0) continue;
                left -= UnitCost.OfIssue(pieces, left, going);
                pieces -= going;
                if (left < 0) return false;
            }

            return pieces > 0 || left == 0;
        });
}
