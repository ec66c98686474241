using ArtisansCorner.BrowserTests.Harness;

namespace ArtisansCorner.BrowserTests;

/// <summary>What holds for every page.</summary>
public sealed class EveryPageTests(Browser browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_page_is_accessible_in_the_light_and_in_the_dark(bool onPhone)
    {
        var shop = await browser.SampleShopAsync();
        await browser.VisitAsync(onPhone ? Device.Phone : Device.Desk, async visit =>
        {
            foreach (var address in new[] { "/sign-in", "/register" })
            {
                await visit.GoAsync(address);
                await visit.UncoverAsync();
                await visit.IsAccessibleAsync();
                await visit.IsReadableInTheDarkAsync();
            }

            await visit.SignInAsync(shop);
            foreach (var address in await Pages.OfAsync(browser.Site, shop))
            {
                await visit.GoAsync(address);
                await visit.UncoverAsync();
                await visit.IsAccessibleAsync();
                await visit.IsReadableInTheDarkAsync();
            }
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_page_of_a_new_shop_is_accessible(bool onPhone) => await browser.VisitAsync(onPhone ? Device.Phone : Device.Desk, async visit =>
    {
        var shop = await visit.OpenShopAsync();
        foreach (var address in (await Pages.OfAsync(browser.Site, await browser.SampleShopAsync())).Where(page => !page.Split('/').Any(part => Guid.TryParse(part, out _))))
        {
            await visit.GoAsync(address.Replace((await browser.SampleShopAsync()).Slug, shop.Slug, StringComparison.Ordinal));
            await visit.UncoverAsync();
            await visit.IsAccessibleAsync();
        }
    });

    [Fact]
    public async Task Every_page_reads_well_without_scripts()
    {
        var shop = await browser.SampleShopAsync();
        await browser.VisitAsync(Device.Phone, scripts: false, story: async visit =>
        {
            await visit.SignInAsync(shop);
            foreach (var address in await Pages.OfAsync(browser.Site, shop))
            {
                var answer = await visit.GoAsync(address);
                Assert.Equal(200, answer!.Status);
                Assert.Equal(1, await visit.Page.Locator("h1").CountAsync());
            }
        });
    }

    [Fact]
    public async Task Every_page_fits_a_screen_of_320_pixels()
    {
        var shop = await browser.SampleShopAsync();
        await browser.VisitAsync(new Device("small phone", 320, 640, true), async visit =>
        {
            await visit.SignInAsync(shop);
            foreach (var address in await Pages.OfAsync(browser.Site, shop))
            {
                await visit.GoAsync(address);
                await visit.FitsAsync();
            }
        });
    }

    [Fact]
    public Task The_reference_of_the_API_opens_and_styles_only_what_it_may() => browser.VisitAsync(Device.Desk, async visit =>
    {
        await visit.GoAsync("/docs/api");
        await visit.Page.GetByText("Sign in and get a session cookie").First.WaitForAsync();
        // The component that shows it is not ours; what it tries to style inline is stopped, and it reads well without.
        visit.Forgive("Applying inline style violates");
    });

    [Fact]
    public Task An_address_that_is_not_there_says_so_kindly() => browser.VisitAsync(Device.Phone, async visit =>
    {
        var shop = await visit.OpenShopAsync();
        foreach (var address in new[] { "/nowhere/at/all", $"/{shop.Slug}/nowhere", "/another-shop" })
        {
            var answer = await visit.GoAsync(address);
            Assert.Equal(404, answer!.Status);
            await visit.IsAccessibleAsync();
        }

        visit.Forgive("404");
    });
}
