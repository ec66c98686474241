using ArtisansCorner.BrowserTests.Harness;

namespace ArtisansCorner.BrowserTests;

/// <summary>What is tapped is large enough for a thumb.</summary>
public sealed class TouchStories(Browser browser)
{
    // Their heights; a link that goes on over several lines is as high as all of them.
    private const string Heights = "links => links.filter(link => link.checkVisibility()).map(link => Math.round(link.getBoundingClientRect().height))";

    [Theory]
    [InlineData("expenses", ".told dt a")]
    [InlineData("settings", ".tasks li > a")]
    [InlineData("settings/webhooks", ".crumb")]
    [InlineData("analytics", ".sums dd a")]
    [InlineData("inventory/alerts", "td .button-link")]
    public async Task Links_and_buttons_on_a_phone_are_44_pixels_high(string page, string what)
    {
        var shop = await browser.SampleShopAsync();
        if (page == "expenses") (await shop.PostAsync("expenses", new { day = "2026-03-01", category = "Studio rent", amount = 32_000 }, key: "rent-to-tap")).Is(201);
        await browser.VisitAsync(Device.Phone, async visit =>
        {
            await visit.SignInAsync(shop);
            await visit.GoAsync($"/{shop.Slug}/{page}{(page == "expenses" ? "?from=2026-01-01&to=2026-12-31" : "")}");
            var heights = await visit.Page.Locator(what).EvaluateAllAsync<int[]>(Heights);
            Assert.NotEmpty(heights);
            Assert.DoesNotContain(heights, height => height < 44);
        });
    }
}
