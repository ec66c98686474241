using System.Globalization;
using ArtisansCorner.Inventory;
using ArtisansCorner.Inventory.Valuation;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Tests.Harness;
using ArtisansCorner.Tests.Importing;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Making;

/// <summary>Clay is bought, made into cups in batches, and cups are sold alone or in a gift that is put together when it is sold: whatever happens, and in whichever order it is entered, levels and values come to the same.</summary>
public abstract class WorkshopTests(App app)
{
    private const int Writers = 16;
    private const int StepsEach = 4;
    private const int Steps = 16;
    private const int Count = 8;

    public sealed class OnSqlite(AppOnSqlite app) : WorkshopTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : WorkshopTests(app);

    [Fact]
    public async Task Values_are_the_same_in_whatever_order_purchases_batches_gifts_transfers_and_a_count_are_entered() =>
        await Gen.Select(Gen.Select(Gen.Int[0, 7], Gen.Int[1, 5], Gen.Int[0, 3000]).Array[Steps], Gen.Bool, Gen.Int[0, int.MaxValue - 1]).SampleAsync(
            async (drawn, isCounted, seed) =>
            {
                var start = app.Time.GetUtcNow().AddDays(-20);
                var history = drawn.Select((one, index) => new Step(index, isCounted && index == Steps / 2 ? Count : one.Item1, one.Item2, one.Item3, start.AddHours(index * 7))).ToArray();
                List<(Workshop Shop, SortedDictionary<int, Guid> Sales)> entered = [];
                for (var times = 0; times < 3; times++)
                {
                    // Nobody counts fewer than none: where a count is among it, there are enough in every order.
                    var (shop, sales) = (await OpenAsync(isCounted ? 300 : 10), new SortedDictionary<int, Guid>());
                    foreach (var step in history)
                    {
                        if (await EnterAsync(shop, step) is { } sale) sales.Add(step.Index, sale);
                    }

                    entered.Add((shop, sales));
                    new Random(seed + times).Shuffle(history);
                }

                await Eventually.PassesAsync(async () =>
                {
                    var first = await SayAsync(entered[0].Shop, entered[0].Sales, start);
                    foreach (var (shop, sales) in entered.Skip(1)) Assert.Equal(first, await SayAsync(shop, sales, start));
                });
            },
            iter: 3, threads: 1);

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Sixteen_who_make_batches_take_them_back_sell_gifts_and_import_at_once_leave_what_one_after_the_other_would(int seed)
    {
        var shop = await OpenAsync(cups: 10);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            var random = new Random((seed * 1000) + writer);
            for (var i = 0; i < StepsEach; i++)
            {
                if (writer % 8 == 0) await ImportAsync(shop.Shop, random, $"{writer}-{i}");
                else await EnterAsync(shop, new Step(i, random.Next(10), random.Next(1, 6), random.Next(3000), app.Time.GetUtcNow().AddHours(-random.Next(1, 400))));
            }
        }));

        Assert.Equal(0, await shop.Shop.InsideAsync(services => services.GetRequiredService<RecountStock>().RunAsync(TestContext.Current.CancellationToken)));
        // What things are made of is worth something else now is worked out after it.
        await Eventually.PassesAsync(async () =>
        {
            var (before, after) = await shop.Shop.InsideAsync(services => ReplayAsync(services, shop));
            Assert.Equal(before, after);
        });
    }

    private async Task<Workshop> OpenAsync(int cups)
    {
        var shop = await app.OpenShopAsync();
        (await shop.PutAsync("making/rates", new { laborPerHour = 1234, overheadPerHour = 321 })).Is(200);
        var before = app.Time.GetUtcNow().AddDays(-40).ToString("O", CultureInfo.InvariantCulture);
        var cup = await shop.AddProductAsync("CUP", price: 1500);
        (await shop.PostAsync("stock/movements", new { sku = "CUP", quantity = cups, reason = "received", unitCost = 333, at = before })).Is(201);
        var (clay, ribbon) = (await MaterialAsync(shop, "Clay", "g"), await MaterialAsync(shop, "Ribbon", "m"));
        (await shop.PostAsync("stock/movements", new { materialId = ribbon, quantity = 3, reason = "received", cost = 1001, at = before })).Is(201);
        (await shop.PostAsync("stock/movements", new { materialId = clay, quantity = 2500, reason = "received", cost = 997, at = before })).Is(201);
        var recipe = (Guid)(await shop.PostAsync("recipes", new { sku = "CUP", yield = 3, laborMinutes = 20, lines = new[] { new { materialId = clay, quantity = 1, unit = "kg" } } })).Is(201)["id"];
        var gift = (await shop.PostAsync("products", new { name = "Gift", status = "kit", variants = new[] { new { sku = "GIFT", price = 4000 } } })).Is(201);
        (await shop.PostAsync("recipes", new { sku = "GIFT", yield = 1, laborMinutes = 0, lines = new object[] { new { sku = "CUP", quantity = 2 }, new { materialId = ribbon, quantity = 0.5 } } })).Is(201);
        (await shop.PostAsync("locations", new { name = "Gallery", kind = "gallery" })).Is(201);
        return new Workshop(shop, clay, ribbon, cup, (Guid)gift["variants"][0]["id"], recipe);
    }

    private static async Task<Guid> MaterialAsync(TestShop shop, string name, string unit) => (Guid)(await shop.PostAsync("materials", new { name, unit })).Is(201)["id"];

    /// <summary>Enters one thing that happened; tells the sale, where it was one.</summary>
    private static async Task<Guid?> EnterAsync(Workshop there, Step step)
    {
        var (shop, at) = (there.Shop, step.At.ToString("O", CultureInfo.InvariantCulture));
        switch (step.Kind)
        {
            case 0:
                var order = (await shop.PostAsync("purchases", new { freight = step.Cost % 300, lines = new[] { new { materialId = there.Clay, quantity = step.Much, unit = "kg", cost = step.Cost } } })).Is(201);
                (await shop.PostAsync($"purchases/{(Guid)order["id"]}/receipts", new { at })).Is(201);
                return null;
            case 1:
                (await shop.PostAsync("batches", new { recipeId = there.Recipe, quantity = step.Much, wasted = step.Cost % 3, at })).Is(201);
                return null;
            case 2 or 3:
                return (Guid)(await SellAsync(shop, step.Kind == 2 ? "CUP" : "GIFT", step.Much, at))["id"];
            case 4:
                var sold = await SellAsync(shop, "CUP", step.Much, at);
                (await shop.PostAsync($"sales/{(Guid)sold["id"]}/refunds", new { refundedAt = step.At.AddHours(3).ToString("O", CultureInfo.InvariantCulture), lines = new[] { new { lineId = (Guid)sold["lines"][0]["id"], quantity = 1 } }, restock = true })).Is(201);
                return (Guid)sold["id"];
            case 5:
                (await shop.PostAsync("stock/moves", new { sku = "CUP", quantity = step.Much, to = "Gallery" })).Is(201);
                return null;
            case 6:
                (await shop.PostAsync("stock/movements", new { sku = "CUP", quantity = -step.Much, reason = "damaged", at })).Is(201);
                return null;
            case 7:
                (await shop.PostAsync("stock/movements", new { materialId = there.Ribbon, quantity = step.Much, reason = "received", cost = step.Cost, at })).Is(201);
                return null;
            case Count:
                await CountAsync(shop, found: step.Much - 3);
                return null;
            default:
                var batch = (await shop.PostAsync("batches", new { recipeId = there.Recipe, quantity = step.Much, at })).Is(201);
                Assert.Equal(204, (await shop.PostAsync($"batches/{(Guid)batch["id"]}/undo", new { })).Status);
                return null;
        }
    }

    private static async Task<Json> SellAsync(TestShop shop, string sku, long quantity, string soldAt) =>
        (await shop.PostAsync("sales", new { channel = "Fair", soldAt, lines = new[] { new { sku, quantity } } })).Is(201);

    // So many more, or fewer, lay there than was booked.
    private static async Task CountAsync(TestShop shop, long found)
    {
        var count = (await shop.PostAsync("stocktakes", new { kind = "products" })).Is(201);
        var path = $"stocktakes/{(Guid)count["stocktake"]["id"]}";
        var expected = (decimal)count["lines"].Single(line => (string?)line["sku"] == "CUP")["expected"];
        (await shop.PutAsync($"{path}/lines", new { lines = new[] { new { sku = "CUP", quantity = Math.Max(0, expected + found) } } })).Is(200);
        (await shop.PostAsync($"{path}/finish")).Is(200);
    }

    // Two orders of today, one of them of a gift, taken back again every other time.
    private async Task ImportAsync(TestShop shop, Random random, string name)
    {
        var today = app.Time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var import = await shop.ImportAsync(Files.Csv("order,date,channel,customer email,sku,quantity,unit price", $"{name}-1,{today},Etsy,,GIFT,{random.Next(1, 4)},40.00", $"{name}-2,{today},Etsy,,CUP,1,15.00"));
        Assert.Equal(2, (int)import["adds"]["sales"]);
        if (random.Next(2) == 0) await shop.DoAsync(import, "undo", "undone");
    }

    /// <summary>All that levels, values and sales say, in one text.</summary>
    private static async Task<string> SayAsync(Workshop there, SortedDictionary<int, Guid> sales, DateTimeOffset start)
    {
        List<string> said = [];
        foreach (var sku in (string[])["CUP", "GIFT"]) said.Add($"{sku} {(await there.Shop.StockOfAsync(sku))["onHand"]} {(await there.Shop.StockOfAsync(sku))["value"]}");
        foreach (var material in (Guid[])[there.Clay, there.Ribbon]) said.Add($"{(await there.Shop.GetAsync($"materials/{material}")).Is(200)["onHand"]} {(await there.Shop.GetAsync($"materials/{material}")).Is(200)["value"]}");
        foreach (var day in (int[])[0, 2, 4, 20])
        {
            foreach (var method in (string[])["average", "fifo"]) said.Add($"{day} {method} {(await there.Shop.GetAsync($"valuation?on={start.AddDays(day):yyyy-MM-dd}&method={method}")).Is(200)["value"]}");
        }

        foreach (var (index, id) in sales)
        {
            var sale = (await there.Shop.GetAsync($"sales/{id}")).Is(200);
            said.Add($"{index} {sale["costOfGoods"]} {string.Join(' ', sale["refunds"].Select(refund => $"{refund["costOfGoods"]}"))}");
        }

        return string.Join('\n', said);
    }

    // What the levels say, and what they say after every movement was played again in the order in which they happened: what is used before what is made of it.
    private static async Task<(string Before, string After)> ReplayAsync(IServiceProvider services, Workshop there)
    {
        var (db, cancel) = (services.GetRequiredService<AppDb>(), TestContext.Current.CancellationToken);
        await using var write = await db.BeginWriteAsync(cancel);
        List<string> before = [], after = [];
        foreach (var variant in (Guid[])[there.Clay, there.Ribbon, there.Cup, there.Gift])
        {
            if (await db.StockLevels.AsNoTracking().FirstOrDefaultAsync(level => level.VariantId == variant, cancel) is not { } level) continue;
            before.Add($"{level.OnHand} {level.Value}");
            await services.GetRequiredService<Revalue>().RunAsync(level, DateTimeOffset.MinValue, [], cancel);
            after.Add($"{level.OnHand} {level.Value}");
        }

        return (string.Join(", ", before), string.Join(", ", after));
    }

    private sealed record Step(int Index, int Kind, int Much, int Cost, DateTimeOffset At);

    private sealed record Workshop(TestShop Shop, Guid Clay, Guid Ribbon, Guid Cup, Guid Gift, Guid Recipe);
}
