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

    [Fact]
    public Task The_sales_that_are_chosen_are_counted_where_they_are_cancelled() => browser.VisitAsync(Device.Phone, async visit =>
    {
        var (shop, _) = await SoldAsync(visit);
        await shop.SellAsync("MUG");
        await visit.GoAsync($"/{shop.Slug}/sales");
        var button = visit.Page.Locator(".chosen .button-danger");
        for (var i = 0; i < 2; i++) await visit.Page.Locator("td.mark input:not(:checked)").First.CheckAsync();
        await Expect(button).ToHaveAccessibleNameAsync("Cancel the chosen ones");
        Assert.True((await BoxAsync(button.Locator(".none-yet"))).Width <= 1);
        Assert.True((await BoxAsync(button.Locator(".chosen-sales"))).Width > 30);
        await button.ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Cancel 2 sales?");
    });

    [Fact]
    public Task Whether_pieces_go_back_is_asked_above_the_buttons_that_cancel_a_sale() => browser.VisitAsync(Device.Phone, async visit =>
    {
        var (shop, sale) = await SoldAsync(visit);
        await visit.GoAsync($"/{shop.Slug}/sales/{sale}");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel sale" }).ClickAsync();
        var (asked, keep, cancel) = (await BoxAsync(visit.Page.Locator("#cancel .choice")), await BoxAsync(visit.Page.GetByText("Keep it")), await BoxAsync(visit.Page.GetByText("Cancel the sale")));
        Assert.True(asked.Y + asked.Height <= keep.Y);
        Assert.Equal(keep.Y, cancel.Y);
        await visit.Page.Locator("[name='Cancellation.Restock']").UncheckAsync();
        await visit.Page.GetByText("Cancel the sale").ClickAsync();
        await Expect(visit.Page.Locator(".history")).ToContainTextAsync("not back on the shelf");
    });

    [Fact]
    public Task Nothing_covers_the_button_that_records_a_sale() => browser.VisitAsync(Device.Phone, async visit =>
    {
        var (shop, sale) = await SoldAsync(visit);
        await visit.GoAsync($"/{shop.Slug}/sales");
        await Expect(visit.Page.Locator(".bottombar .sell")).ToBeVisibleAsync();
        foreach (var page in new[] { "new", $"{sale}/correct" })
        {
            await visit.GoAsync($"/{shop.Slug}/sales/{page}");
            await Expect(visit.Page.Locator(".bottombar .sell")).ToBeHiddenAsync();
        }
    });

    [Fact]
    public Task The_tab_that_is_current_is_in_sight_and_the_edge_beyond_which_are_more_fades() => browser.VisitAsync(Device.Phone, async visit =>
    {
        var shop = await visit.OpenShopAsync();
        foreach (var (page, before, after) in new[] { ("inventory", "0px", "40px"), ("inventory/places", "40px", "0px") })
        {
            await visit.GoAsync($"/{shop.Slug}/{page}");
            var tab = await BoxAsync(visit.Page.Locator(".tabs [aria-current]"));
            Assert.InRange(tab.X, 0, Device.Phone.Width - tab.Width);
            await Expect(visit.Page.Locator(".tabs")).ToHaveCSSAsync("--more-before", before);
            await Expect(visit.Page.Locator(".tabs")).ToHaveCSSAsync("--more-after", after);
        }
    });

    [Fact]
    public Task What_takes_a_line_off_an_order_stands_beside_that_line() => browser.VisitAsync(Device.Phone, async visit =>
    {
        var (shop, _) = await SoldAsync(visit);
        await visit.GoAsync($"/{shop.Slug}/inventory/purchases/new");
        var line = visit.Page.Locator(".part-cost").First;
        var (what, remove) = (await BoxAsync(line.Locator("select").First), await BoxAsync(line.Locator(".button-link")));
        Assert.InRange(remove.Y + remove.Height / 2, what.Y, what.Y + what.Height);
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
