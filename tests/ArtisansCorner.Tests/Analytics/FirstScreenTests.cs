using ArtisansCorner.Analytics;
using ArtisansCorner.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Analytics;

public abstract class FirstScreenTests(App app)
{
    private const int Most = 3;

    public sealed class OnSqlite(AppOnSqlite app) : FirstScreenTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : FirstScreenTests(app);

    [Theory]
    [InlineData("")]
    [InlineData("/dashboard")]
    [InlineData("?period=91d&compare=previous&by=week")]
    public async Task The_first_screen_goes_to_the_database_at_most_three_times_after_a_change(string path)
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", price: 1250, pieces: 5, threshold: 3);
        (await shop.PutAsync("goals", new { netSales = 100_000 })).Is(200);
        await TripsTo.PageAsync(shop, path);
        for (var sale = 0; sale < 3; sale++)
        {
            await shop.SellAsync("MUG");
            // The figures know of it, so that nothing is under way any more.
            (await shop.GetAsync("analytics/summary")).Is(200);
            Assert.InRange(await TripsTo.PageAsync(shop, path), 1, Most);
        }
    }

    [Fact]
    public async Task The_first_screen_goes_there_once_when_nothing_changed()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", price: 1250, pieces: 5);
        await shop.SellAsync("MUG");
        await Eventually.PassesAsync(async () => Assert.Equal(1, await TripsTo.PageAsync(shop, "")));
    }

    [Fact]
    public async Task The_steps_of_a_new_shop_tick_themselves_without_a_further_trip()
    {
        var shop = await app.OpenShopAsync();
        Assert.Equal([false, false, false, false], await StepsAsync(shop));
        var variant = await shop.AddProductAsync("MUG", price: 1250);
        Assert.Equal([true, false, false, false], await StepsAsync(shop));
        await shop.SellAsync("MUG");
        (await shop.GetAsync("analytics/summary")).Is(200);
        Assert.Equal([true, true, false, false], await StepsAsync(shop));
        (await shop.PostAsync("stock/movements", new { variantId = variant, quantity = 5, reason = "received" })).Is(201);
        Assert.Equal([true, true, true, false], await StepsAsync(shop));
        Assert.InRange(await TripsTo.PageAsync(shop, ""), 1, Most);
        await shop.AddProductAsync("BOWL", threshold: 3);
        Assert.Empty(await StepsAsync(shop));
    }

    private static Task<List<bool>> StepsAsync(TestShop shop) => shop.InsideAsync(async services =>
        (await services.GetRequiredService<SetUpQuery>().RunAsync(TestContext.Current.CancellationToken)).Select(step => step.Done).ToList());
}
