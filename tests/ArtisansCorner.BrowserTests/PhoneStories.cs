using ArtisansCorner.BrowserTests.Harness;
using ArtisansCorner.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ArtisansCorner.BrowserTests;

/// <summary>What a phone has too little room for at a desk's measure.</summary>
public sealed class PhoneStories(Browser browser)
{
    [Fact]
    public Task What_comes_back_of_a_sale_is_named_above_how_many_and_how_much() => browser.VisitAsync(Device.Phone, async visit =>
    {
        var (shop, sale) = await SoldAsync(visit);
        await visit.GoAsync($"/{shop.Slug}/sales/{sale}");
        await visit.UncoverAsync();
        var line = visit.Page.Locator(".back-line").First;
        var (name, quantity, amount) = (await BoxAsync(line.Locator(".line-what")), await BoxAsync(line.Locator("[name$='Quantity']")), await BoxAsync(line.Locator("[name$='Amount']")));
        Assert.True(name.Y + name.Height <= quantity.Y);
        Assert.Equal(quantity.Y, amount.Y);
    });

    private static async Task<LocatorBoundingBoxResult> BoxAsync(ILocator what) => (await what.BoundingBoxAsync())!;

    /// <summary>A shop, and the sale of one mug for £12.</summary>
    private static async Task<(TestShop Shop, Guid Sale)> SoldAsync(Visit visit)
    {
        var shop = await visit.OpenShopAsync();
        await shop.AddProductAsync("MUG", price: 1200, pieces: 100);
        await shop.SellAsync("MUG");
        return (shop, (Guid)(await shop.GetAsync("sales")).Is(200)["items"][0]["id"]);
    }
}
