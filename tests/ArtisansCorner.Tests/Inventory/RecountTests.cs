using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Inventory;

public abstract class RecountTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : RecountTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : RecountTests(app);

    [Fact]
    public async Task Levels_are_the_sum_of_their_movements_and_are_set_right_where_they_are_not()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 10, unitCost: 200);
        await shop.AddProductAsync("BOWL", pieces: 4);
        await shop.SellAsync("MUG", 3);
        Assert.Equal(0, await RecountAsync(shop));
        await shop.InsideAsync(async services => await services.GetRequiredService<AppDb>().StockLevels.ExecuteUpdateAsync(row => row.SetProperty(level => level.OnHand, level => level.OnHand + 1)));
        await shop.InsideAsync(async services => await services.GetRequiredService<AppDb>().PlaceLevels.ExecuteUpdateAsync(row => row.SetProperty(level => level.OnHand, 99)));
        Assert.Equal(4, await RecountAsync(shop));
        Assert.Equal(0, await RecountAsync(shop));
        Assert.Equal((7, 1400), ((long)(await shop.StockOfAsync("MUG"))["onHand"], (long)(await shop.StockOfAsync("MUG"))["value"]));
        Assert.Equal(200, (long)(await shop.SellAsync("MUG"))["costOfGoods"]);
    }

    private static Task<int> RecountAsync(TestShop shop) => shop.InsideAsync(services => services.GetRequiredService<RecountStock>().RunAsync(TestContext.Current.CancellationToken));
}
