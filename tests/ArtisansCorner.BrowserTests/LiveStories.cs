using ArtisansCorner.BrowserTests.Harness;
using ArtisansCorner.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ArtisansCorner.BrowserTests;

/// <summary>An open page changes by itself.</summary>
public sealed class LiveStories(Browser browser)
{
    [Fact]
    public Task A_sale_recorded_elsewhere_changes_the_figures_and_nothing_that_is_being_typed() => browser.VisitAsync(Device.Desk, async visit =>
    {
        var shop = await SellingShopAsync(visit);
        await visit.GoAsync($"/{shop.Slug}");
        await IsLiveAsync(visit.Page);
        var search = visit.Page.GetByRole(AriaRole.Searchbox).First;
        await search.FillAsync("half a wo");
        await Expect(NetSales(visit.Page)).ToContainTextAsync("£12");

        await shop.SellAsync("MUG");
        await Expect(NetSales(visit.Page)).ToContainTextAsync("£24");
        await visit.Page.Keyboard.TypeAsync("rd");
        await Expect(search).ToHaveValueAsync("half a word");
    });

    [Theory]
    [InlineData("")]
    [InlineData("/inventory/alerts")]
    public Task An_alert_appears_once_stays_while_more_is_sold_and_goes_when_stock_is_back(string page) => browser.VisitAsync(Device.Desk, async visit =>
    {
        var shop = await SellingShopAsync(visit);
        await shop.AddProductAsync("BOWL", pieces: 6, threshold: 4, name: "Blue bowl");
        await visit.GoAsync($"/{shop.Slug}{page}");
        await IsLiveAsync(visit.Page);
        await visit.Page.EvaluateAsync(WatchAlerts, "Blue bowl");
        for (var i = 0; i < 2; i++) await shop.SellAsync("BOWL");
        await Expect(Alert(visit.Page)).ToContainTextAsync("4 left");

        foreach (var sku in (string[])["MUG", "BOWL", "MUG"]) await shop.SellAsync(sku);
        await Expect(Alert(visit.Page)).ToContainTextAsync("3 left");
        (await shop.PostAsync("stock/movements", new { sku = "BOWL", quantity = 10, reason = "received" })).Is(201);
        await Expect(Alert(visit.Page)).ToHaveCountAsync(0);
        // Had the page been loaded anew, nothing of this would be known.
        var seen = await visit.Page.EvaluateAsync<int[]>("window.seen");
        Assert.Equal([0, 1, 0], seen);
    });

    [Fact]
    public Task The_first_sale_turns_the_empty_shop_into_figures() => browser.VisitAsync(Device.Phone, async visit =>
    {
        var shop = await visit.OpenShopAsync();
        await shop.AddProductAsync("MUG", price: 1200, pieces: 100);
        await visit.GoAsync($"/{shop.Slug}");
        await IsLiveAsync(visit.Page);
        await shop.SellAsync("MUG");
        await Expect(NetSales(visit.Page)).ToContainTextAsync("£12");
    });

    [Fact]
    public Task Ten_tabs_share_one_stream_and_all_of_them_change() => browser.VisitAsync(Device.Desk, async visit =>
    {
        var open = 0;
        visit.Context.Request += (_, request) => { if (IsStream(request)) Interlocked.Increment(ref open); };
        visit.Context.RequestFinished += (_, request) => { if (IsStream(request)) Interlocked.Decrement(ref open); };
        visit.Context.RequestFailed += (_, request) => { if (IsStream(request)) Interlocked.Decrement(ref open); };
        var shop = await SellingShopAsync(visit);
        List<IPage> tabs = [visit.Page];
        while (tabs.Count < 10) tabs.Add(await visit.NewTabAsync());
        foreach (var tab in tabs) await visit.GoAsync($"/{shop.Slug}", tab);
        foreach (var tab in tabs) await IsLiveAsync(tab);
        Assert.Equal(1, Volatile.Read(ref open));

        await shop.SellAsync("MUG");
        foreach (var tab in tabs) await Expect(NetSales(tab)).ToContainTextAsync("£24");

        // The tab that holds the stream goes; another takes over.
        await tabs[0].CloseAsync();
        await shop.SellAsync("MUG");
        foreach (var tab in tabs.Skip(1)) await Expect(NetSales(tab)).ToContainTextAsync("£36");
    });

    [Fact]
    public Task A_dropped_connection_catches_up() => browser.VisitAsync(Device.Phone, async visit =>
    {
        var shop = await SellingShopAsync(visit);
        await visit.GoAsync($"/{shop.Slug}");
        await IsLiveAsync(visit.Page);
        await visit.Context.SetOfflineAsync(true);
        await shop.SellAsync("MUG");
        await visit.Context.SetOfflineAsync(false);
        await Expect(NetSales(visit.Page)).ToContainTextAsync("£24", new() { Timeout = 20_000 });
        visit.Forgive("ERR_INTERNET_DISCONNECTED");
    });

    // After each change of the page: how often the alert stands in it, where that differs from before.
    private const string WatchAlerts = """
        name => {
          const count = () => [...document.querySelectorAll(".lows a, #alert-rows td a")].filter(link => link.textContent === name).length;
          window.seen = [count()];
          new MutationObserver(() => {
            if (count() !== window.seen.at(-1)) window.seen.push(count());
          }).observe(document.body, { subtree: true, childList: true, characterData: true });
        }
        """;

    private static ILocator Alert(IPage page) => page.Locator(".lows > div, #alert-rows tbody tr", new() { HasText = "Blue bowl" });

    private static bool IsStream(IRequest request) => new Uri(request.Url).AbsolutePath.EndsWith("/live", StringComparison.Ordinal);

    private static ILocator NetSales(IPage page) => page.Locator(".figure", new() { HasText = "Net sales" }).Locator(".value").First;

    private static Task IsLiveAsync(IPage page) => Expect(page.Locator("[data-live-state]").First).ToHaveAttributeAsync("data-state", "live");

    /// <summary>A shop that sold one mug for £12 today.</summary>
    private static async Task<TestShop> SellingShopAsync(Visit visit)
    {
        var shop = await visit.OpenShopAsync();
        await shop.AddProductAsync("MUG", price: 1200, pieces: 100);
        await shop.SellAsync("MUG");
        await Eventually.PassesAsync(async () => Assert.Equal(1, (long)(await shop.GetAsync("analytics/summary")).Is(200)["current"]["orders"]));
        return shop;
    }
}
