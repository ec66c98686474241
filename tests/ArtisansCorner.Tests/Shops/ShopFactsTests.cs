using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Tests.Shops;

/// <summary>Facts of a shop are compared by what they say: remembered answers are found by them.</summary>
public sealed class ShopFactsTests
{
    [Fact]
    public void Facts_stay_equal_after_one_of_them_was_asked_for_its_clock()
    {
        var (id, currency) = (Guid.CreateVersion7(), Currency.Of("GBP"));
        ShopFacts Facts() => new(id, "clay", "Clay", currency, "Europe/London", "GB", DayOfWeek.Monday, 4, 3);
        var (asked, fresh) = (Facts(), Facts());

        Assert.Equal("Europe/London", asked.Zone.Id);

        Assert.Equal(fresh, asked);
        Assert.Equal(fresh.GetHashCode(), asked.GetHashCode());
    }
}
