using ArtisansCorner.BrowserTests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ArtisansCorner.BrowserTests;

/// <summary>How a maker comes in.</summary>
public sealed class RegisterStories(Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task A_maker_opens_a_shop_on_the_phone_and_sees_the_next_step(bool scripts) => browser.VisitAsync(Device.Phone, scripts: scripts, story: async visit =>
    {
        await FillInAsync(visit, $"{Guid.CreateVersion7():N}@clay.example", "a kiln full of blue bowls");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "No sales yet" })).ToBeVisibleAsync();
        Assert.EndsWith("/moss-ember" + new Uri(visit.Page.Url).AbsolutePath["/moss-ember".Length..], visit.Page.Url, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task What_was_typed_stays_when_something_is_wrong(bool scripts) => browser.VisitAsync(Device.Phone, scripts: scripts, story: async visit =>
    {
        var shop = await browser.SampleShopAsync();
        await FillInAsync(visit, shop.Email, "a kiln full of blue bowls");
        await Expect(visit.Page.GetByText("There is already an account").First).ToBeVisibleAsync();
        await Expect(visit.Page.GetByLabel("What is your shop called?")).ToHaveValueAsync("Moss & Ember");
        await Expect(visit.Page.GetByLabel("E-mail")).ToHaveValueAsync(shop.Email);
        await visit.IsAccessibleAsync();
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Who_is_sent_to_sign_in_comes_back_to_where_they_wanted(bool scripts) => browser.VisitAsync(Device.Desk, scripts: scripts, story: async visit =>
    {
        var shop = await browser.Site.OpenShopAsync();
        await visit.GoAsync($"/{shop.Slug}?range=7-days");
        await visit.Page.GetByLabel("E-mail").FillAsync(shop.Email);
        await visit.Page.GetByLabel("Password").FillAsync("not the password");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(visit.Page.GetByText("E-mail or password is not right.").First).ToBeVisibleAsync();
        await visit.Page.GetByLabel("E-mail").FillAsync(shop.Email);
        await visit.Page.GetByLabel("Password").FillAsync(ArtisansCorner.Tests.Harness.TestShop.Password);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await visit.Page.WaitForURLAsync($"**/{shop.Slug}?range=7-days");
    });

    private static async Task FillInAsync(Visit visit, string email, string password)
    {
        await visit.GoAsync("/register");
        var page = visit.Page;
        await page.GetByLabel("What is your shop called?").FillAsync("Moss & Ember");
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Open the shop" }).ClickAsync();
    }
}
