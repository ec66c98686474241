using ArtisansCorner.Customers;
using ArtisansCorner.Sales;
using CsCheck;

namespace ArtisansCorner.Tests.Customers;

public sealed class RfmTests
{
    private static readonly DateOnly Start = new(2026, 1, 1);

    // Few different values, so that many customers are equal.
    private static readonly Gen<Purchases[]> Some = Gen.Select(Gen.Int[0, 9], Gen.Int[1, 5], Gen.Int[-20, 20])
        .Select((day, orders, net) => new Purchases(Guid.Empty, Start.AddDays(day), orders, net)).Array[Rfm.Fewest, 80];

    [Fact]
    public void Scores_of_twenty_five_customers_worked_out_by_hand()
    {
        // All bought once, so that nobody is worse in that; each later and for more than the one before.
        var scores = Rfm.Of([.. Enumerable.Range(0, 25).Select(i => new Purchases(Guid.Empty, Start.AddDays(i), 1, 100 * i))]);
        Assert.Equal(Enumerable.Range(0, 25).Select(i => new RfmScore(1 + i / 5, 1, 1 + i / 5)), scores);
        Assert.Equal(
            [CustomerGroup.Dormant, CustomerGroup.Dormant, CustomerGroup.AlmostLost, CustomerGroup.Active, CustomerGroup.Active],
            scores.Where((_, i) => i % 5 == 0).Select(score => score.Group));
    }

    [Theory]
    [InlineData(5, "New, Active, Active, Champions, Champions")]
    [InlineData(4, "Promising, Active, Active, Loyal, Loyal")]
    [InlineData(3, "Almost lost, Almost lost, Needs attention, Loyal, Loyal")]
    [InlineData(2, "Dormant, Dormant, At risk, At risk, Previously loyal")]
    [InlineData(1, "Dormant, Dormant, At risk, At risk, Previously loyal")]
    public void The_groups_are_those_that_were_agreed(int recency, string groups)
    {
        Assert.Equal(groups, string.Join(", ", Enumerable.Range(1, 5).Select(fm => CustomerGroupWords.Of(new RfmScore(recency, fm, fm).Group))));
        // The mean of frequency and money is rounded half up.
        Assert.Equal(new RfmScore(recency, 4, 4).Group, new RfmScore(recency, 5, 2).Group);
        Assert.Equal(new RfmScore(recency, 2, 2).Group, new RfmScore(recency, 1, 2).Group);
    }

    [Fact]
    public void Among_too_few_customers_nobody_has_a_score() =>
        Assert.Empty(Rfm.Of([.. Enumerable.Range(0, 24).Select(i => new Purchases(Guid.Empty, Start.AddDays(i), i, i))]));

    [Fact]
    public void A_score_says_how_many_are_strictly_worse_whatever_the_order() => Some.Sample(customers =>
    {
        var scores = Rfm.Of(customers);
        for (var i = 0; i < customers.Length; i++)
        {
            Assert.Equal(1 + 5 * customers.Count(other => other.LastDay < customers[i].LastDay) / customers.Length, scores[i].Recency);
            Assert.Equal(1 + 5 * customers.Count(other => other.Orders < customers[i].Orders) / customers.Length, scores[i].Frequency);
            Assert.Equal(1 + 5 * customers.Count(other => other.NetSales < customers[i].NetSales) / customers.Length, scores[i].Monetary);
            Assert.InRange(scores[i].Monetary, 1, 5);
        }

        Assert.Equal(scores.Reverse(), Rfm.Of([.. customers.Reverse()]));
    });
}
