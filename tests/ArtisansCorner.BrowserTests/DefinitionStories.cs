using ArtisansCorner.BrowserTests.Harness;
using static Microsoft.Playwright.Assertions;

namespace ArtisansCorner.BrowserTests;

/// <summary>What a word with a dotted line means.</summary>
public sealed class DefinitionStories(Browser browser)
{
    [Fact]
    public Task A_definition_opens_under_the_word_that_the_pointer_is_on() => browser.VisitAsync(Device.Desk, async visit =>
    {
        var shop = await visit.OpenShopAsync();
        await shop.AddProductAsync("MUG", price: 1200, pieces: 100);
        await shop.SellAsync("MUG");
        await visit.GoAsync($"/{shop.Slug}/analytics");
        var word = visit.Page.Locator("main .defined").First;
        await word.HoverAsync();
        var tip = visit.Page.Locator($"#{await word.GetAttributeAsync("popovertarget")}");
        await Expect(tip).ToBeVisibleAsync();
        var (over, under) = ((await word.BoundingBoxAsync())!, (await tip.BoundingBoxAsync())!);
        Assert.InRange(under.Y - over.Y - over.Height, 0, 12);
        Assert.InRange(under.X, over.X - 1, over.X + 1);
    });
}
