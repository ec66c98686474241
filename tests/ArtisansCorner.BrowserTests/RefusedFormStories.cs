using ArtisansCorner.BrowserTests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ArtisansCorner.BrowserTests;

/// <summary>A form that comes back with problems shows them.</summary>
public sealed class RefusedFormStories(Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_opens_at_why_its_form_was_refused(bool scripts)
    {
        var shop = await browser.SampleShopAsync();
        await browser.VisitAsync(Device.Phone, scripts: scripts, story: async visit =>
        {
            await visit.SignInAsync(shop);
            await visit.GoAsync($"/{shop.Slug}/expenses");
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add the expense" }).ClickAsync();
            await Expect(visit.Page.Locator("#add-expense .problems")).ToBeInViewportAsync();
            if (scripts) await Expect(visit.Page.Locator("#add-expense .problems")).ToBeFocusedAsync();
        });
    }

    [Fact]
    public Task A_ticket_that_is_refused_goes_to_why_and_not_again_while_it_is_mended() => browser.VisitAsync(Device.Phone, async visit =>
    {
        var shop = await visit.OpenShopAsync();
        await shop.AddProductAsync("MUG", price: 1200, pieces: 3);
        await visit.GoAsync($"/{shop.Slug}/sales/new");
        await visit.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Record(?! a sale)") }).First.ClickAsync();
        await Expect(visit.Page.Locator("#ticket .problems")).ToBeFocusedAsync();
        await Expect(visit.Page.Locator("#ticket .problems")).ToBeInViewportAsync();
        var find = visit.Page.Locator("[name='Form.Find']");
        await find.FillAsync("MUG");
        await Expect(visit.Page.GetByText("Found", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(find).ToBeFocusedAsync();
    });
}
