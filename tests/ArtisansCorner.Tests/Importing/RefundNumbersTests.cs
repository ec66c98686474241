using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>A sale may be refunded many times, by files and by hand: each refund stands beside those before it.</summary>
public abstract class RefundNumbersTests(App app)
{
    private const string Heading = "Order,Date,SKU,Item,Qty,Price";
    private const string Sale = "ONE,01/03/2026,M,Mug,30,10";

    public sealed class OnSqlite(AppOnSqlite app) : RefundNumbersTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : RefundNumbersTests(app);

    [Fact]
    public async Task Refunds_of_one_order_on_different_days_all_go_in()
    {
        var shop = await app.OpenShopAsync();
        var file = Files.Csv(Heading, Sale, "ONE,28/03/2026,M,Mug,-1,10", "ONE,30/03/2026,M,Mug,-1,10");
        var import = await shop.ImportAsync(file);
        Assert.Equal((1, 2), ((int)import["adds"]["sales"], (int)import["adds"]["refunds"]));
        Assert.Equal([1000, 1000], await GivenBackAsync(shop));
        await shop.AddsNothingAsync(file);

        await shop.DoAsync(import, "undo", "undone");
        Assert.Empty((await shop.GetAsync("sales")).Is(200)["items"]);
        await shop.ImportAsync(file);
        Assert.Equal([1000, 1000], await GivenBackAsync(shop));
    }

    [Fact]
    public async Task A_later_file_adds_to_the_refunds_of_files_and_of_hands()
    {
        var shop = await app.OpenShopAsync();
        await shop.ImportAsync(Files.Csv(Heading, Sale));
        var first = await shop.ImportAsync(Files.Csv(Heading, "ONE,28/03/2026,M,Mug,-1,10"));
        await GiveBackAsync(shop);
        await shop.ImportAsync(Files.Csv(Heading, "ONE,30/03/2026,M,Mug,-2,10"));
        Assert.Equal([1000, 1000, 2000], await GivenBackAsync(shop));
        // Where one in between is gone, the others keep their numbers.
        await shop.DoAsync(first, "undo", "undone");
        await GiveBackAsync(shop);
        await shop.ImportAsync(Files.Csv(Heading, "ONE,28/03/2026,M,Mug,-1,10"));
        Assert.Equal([1000, 2000, 1000, 1000], await GivenBackAsync(shop));
    }

    [Fact]
    public async Task Refunds_far_apart_in_a_long_file_all_go_in()
    {
        var shop = await app.OpenShopAsync();
        var others = Enumerable.Range(2, 5_000).Select(number => $"{number},01/03/2026,M,Mug,1,10");
        var import = await shop.ImportAsync(Files.Csv(Heading, [Sale, "ONE,28/03/2026,M,Mug,-1,10", .. others, "ONE,30/03/2026,M,Mug,-1,10"]));
        Assert.Equal((5_001, 2), ((int)import["adds"]["sales"], (int)import["adds"]["refunds"]));
        Assert.Equal([1000, 1000], await GivenBackAsync(shop));
    }

    [Fact]
    public async Task Who_gives_back_by_hand_while_a_file_goes_in_loses_nothing()
    {
        var shop = await app.OpenShopAsync();
        await shop.ImportAsync(Files.Csv(Heading, Sale));
        var read = await shop.ReadAsync(Files.Csv(Heading, [.. Enumerable.Range(2, 20).Select(day => $"ONE,{day:00}/03/2026,M,Mug,-1,10")]));
        var applied = shop.DoAsync(read, "apply", "done");
        while (!applied.IsCompleted && (await GivenBackAsync(shop)).Count < 6) await GiveBackAsync(shop);
        await applied;
        await GiveBackAsync(shop);
        var given = await GivenBackAsync(shop);
        Assert.InRange(given.Count, 21, 27);
        Assert.All(given, one => Assert.Equal(1000, one));
    }

    [Fact]
    public async Task Payments_given_back_twice_are_two_refunds_of_their_sale()
    {
        var shop = await app.OpenShopAsync();
        const string heading = "Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,Transaction ID,Reference Txn ID";
        var read = await shop.ReadAsync(
            Files.Csv(heading, "14/03/2026,12:00:00,Europe/London,Ada,Express Checkout Payment,Completed,GBP,50.00,-1.75,48.25,T1,", "15/03/2026,12:00:00,Europe/London,Ada,Payment Refund,Completed,GBP,-20.00,0.00,-20.00,T2,T1", "16/03/2026,12:00:00,Europe/London,Ada,Payment Refund,Completed,GBP,-10.00,0.00,-10.00,T3,T1"),
            ("format", "paypal-sales"));
        await shop.DoAsync(read, "apply", "done");
        Assert.Equal([2000, 1000], await GivenBackAsync(shop, "T1"));
    }

    private static async Task<Json> OrderAsync(TestShop shop, string number)
    {
        var sale = Assert.Single((await shop.GetAsync($"sales?q={number}")).Is(200)["items"], sale => (string?)sale["externalId"] == number);
        return (await shop.GetAsync($"sales/{(Guid)sale["id"]}")).Is(200);
    }

    private static async Task<List<long>> GivenBackAsync(TestShop shop, string number = "ONE") => [.. (await OrderAsync(shop, number))["refunds"].Select(refund => (long)refund["goods"])];

    private static async Task GiveBackAsync(TestShop shop)
    {
        var sale = await OrderAsync(shop, "ONE");
        (await shop.PostAsync($"sales/{(Guid)sale["id"]}/refunds", new { lines = new[] { new { lineId = (Guid)sale["lines"][0]["id"], quantity = 1 } } })).Is(201);
    }
}
