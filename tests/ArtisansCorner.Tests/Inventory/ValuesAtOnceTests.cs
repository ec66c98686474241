using ArtisansCorner.Inventory;
using ArtisansCorner.Inventory.Valuation;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Tests.Harness;
using ArtisansCorner.Tests.Importing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Inventory;

public abstract class ValuesAtOnceTests(App app)
{
    private const int Writers = 16;
    private const int StepsEach = 8;
    private static readonly DateTimeOffset Start = new(2026, 10, 1, 8, 0, 0, TimeSpan.Zero);

    public sealed class OnSqlite(AppOnSqlite app) : ValuesAtOnceTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : ValuesAtOnceTests(app);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Sixteen_who_sell_refund_book_late_and_take_back_at_once_leave_what_one_after_the_other_would(int seed)
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG");
        var variant = (Guid)(await shop.StockOfAsync("MUG"))["variantId"];
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            var random = new Random((seed * 1000) + writer);
            for (var i = 0; i < StepsEach; i++) await StepAsync(shop, variant, random, random.Next(7));
        }));

        Assert.Equal(0, await shop.InsideAsync(services => services.GetRequiredService<RecountStock>().RunAsync(TestContext.Current.CancellationToken)));
        var (before, after) = await shop.InsideAsync(ReplayAsync);
        Assert.Equal(before, after);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public async Task Sixteen_among_whom_some_import_files_and_take_them_back_leave_what_one_after_the_other_would(int seed)
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 50, unitCost: 300);
        var variant = (Guid)(await shop.StockOfAsync("MUG"))["variantId"];
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            var random = new Random((seed * 1000) + writer);
            for (var i = 0; i < StepsEach / 2; i++)
            {
                if (writer % 4 == 0) await ImportAsync(shop, random, $"{writer}-{i}");
                else await StepAsync(shop, variant, random, random.Next(7));
            }
        }));

        Assert.Equal(0, await shop.InsideAsync(services => services.GetRequiredService<RecountStock>().RunAsync(TestContext.Current.CancellationToken)));
        // What many movements at once are worth is worked out after them.
        await Eventually.PassesAsync(async () =>
        {
            var (before, after) = await shop.InsideAsync(ReplayAsync);
            Assert.Equal(before, after);
        });
    }

    // Three orders of today, taken back again every other time.
    private async Task ImportAsync(TestShop shop, Random random, string name)
    {
        var today = app.Time.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var import = await shop.ImportAsync(Files.Csv("order,date,channel,customer email,sku,quantity,unit price", [.. Enumerable.Range(1, 3).Select(order => $"{name}-{order},{today},Etsy,,MUG,{random.Next(1, 4)},10.00")]));
        Assert.Equal(3, (int)import["adds"]["sales"]);
        if (random.Next(2) == 0) await shop.DoAsync(import, "undo", "undone");
    }

    private static async Task StepAsync(TestShop shop, Guid variant, Random random, int kind)
    {
        var (at, pieces) = (Start.AddHours(random.Next(400)).ToString("O"), random.Next(1, 6));
        switch (kind)
        {
            case 0:
                await shop.SellAsync("MUG", pieces);
                break;
            case 1:
                (await shop.PostAsync("sales", new { channel = "Fair", soldAt = at, lines = new[] { new { sku = "MUG", quantity = pieces } } })).Is(201);
                break;
            case 2:
                var sold = (await shop.PostAsync("sales", new { channel = "Fair", soldAt = at, lines = new[] { new { sku = "MUG", quantity = pieces } } })).Is(201);
                (await shop.PostAsync($"sales/{(Guid)sold["id"]}/refunds", new { lines = new[] { new { lineId = (Guid)sold["lines"][0]["id"], quantity = 1 } }, restock = true })).Is(201);
                break;
            case 3:
                (await shop.PostAsync("stock/movements", new { sku = "MUG", quantity = -pieces, reason = "damaged", at })).Is(201);
                break;
            case 4:
                var mine = (await shop.GetAsync($"stock/movements?variantId={variant}&limit=200")).Is(200)["items"].Where(item => !item.Has("causeId") && !(bool)item["isTakenBack"]).ToList();
                if (mine.Count > 0) Assert.Equal(204, (await shop.PostAsync($"stock/movements/{(Guid)mine[random.Next(mine.Count)]["id"]}/undo")).Status);
                break;
            case 5:
                var order = (await shop.PostAsync("purchases", new { freight = random.Next(300), lines = new[] { new { sku = "MUG", quantity = pieces, cost = random.Next(2000) } } })).Is(201);
                (await shop.PostAsync($"purchases/{(Guid)order["id"]}/receipts", new { at })).Is(201);
                break;
            default:
                (await shop.PostAsync("stock/movements", new { sku = "MUG", quantity = pieces * 3, reason = "received", unitCost = random.Next(900), at })).Is(201);
                break;
        }
    }

    // What the level says, and what it says after every movement was played again in the order in which they happened.
    private static async Task<((long, long) Before, (long, long) After)> ReplayAsync(IServiceProvider services)
    {
        var (db, cancel) = (services.GetRequiredService<AppDb>(), TestContext.Current.CancellationToken);
        await using var write = await db.BeginWriteAsync(cancel);
        var level = await db.StockLevels.AsNoTracking().SingleAsync(cancel);
        var before = (level.OnHand, level.Value);
        await services.GetRequiredService<Revalue>().RunAsync(level, DateTimeOffset.MinValue, [], cancel);
        return (before, (level.OnHand, level.Value));
    }
}
