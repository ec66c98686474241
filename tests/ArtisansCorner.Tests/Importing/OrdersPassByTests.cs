using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>Of a long file only a window of orders is held; wherever their rows stand, what comes of it is the same.</summary>
public abstract class OrdersPassByTests(App app)
{
    private const string Own = "order,date,channel,customer email,customer name,sku,title,quantity,unit price,shipping,kind";
    private const string Shopify = "Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Shipping Country,Refunded Amount";
    private const int Orders = 12_000;

    public sealed class OnSqlite(AppOnSqlite app) : OrdersPassByTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : OrdersPassByTests(app);

    [Fact]
    public async Task Rows_of_an_order_may_stand_together_or_anywhere_in_a_long_file()
    {
        var rows = OwnRows().ToList();
        var shuffled = rows.ToArray();
        new Random(7).Shuffle(shuffled);
        List<Json> ready = [];
        foreach (var file in (string[])[Files.Csv(Own, [.. rows]), Files.Csv(Own, shuffled)])
        {
            var shop = await app.OpenShopAsync();
            var read = await shop.ReadAsync(file);
            ready.Add(read);
            Assert.Equal("ready", (string?)read["status"]);
            Assert.Equal((Orders - 1, Orders / 100, 40, 500), ((int)read["adds"]["sales"], (int)read["adds"]["refunds"], (int)read["adds"]["products"], (int)read["adds"]["customers"]));
            // One row is wrong, and the other row of its order stays out with it.
            Assert.Equal((rows.Count, 2), ((int)read["rows"], (int)read["rejected"]));
            var done = await shop.DoAsync(read, "apply", "done");
            Assert.Equal((Orders - 1, Orders / 100), ((int)done["adds"]["sales"], (int)done["adds"]["refunds"]));
            var figures = await shop.FiguresAsync("2025-01-01", "2025-12-31");
            Assert.Equal((Orders - 1, (Orders - 1) * 3000L, Orders / 100 * 1000L, (Orders - 1) * 395L), ((long)figures["orders"], (long)figures["grossSales"], (long)figures["returns"], (long)figures["shipping"]));
            Assert.Equal(Orders + Orders / 100 - 1, (int)(await shop.ReadAsync(file))["alreadyHere"]);
            await shop.DoAsync(done, "undo", "undone");
            Assert.Empty((await shop.GetAsync("sales")).Is(200)["items"]);
            Assert.Empty((await shop.GetAsync("products")).Is(200)["items"]);
        }

        Assert.Equal(ready[0]["from"].ToString(), ready[1]["from"].ToString());
        Assert.Equal(ready[0]["to"].ToString(), ready[1]["to"].ToString());
    }

    [Fact]
    public async Task Two_months_of_Shopify_put_into_one_long_file_say_an_order_once()
    {
        var shop = await app.OpenShopAsync(currency: "USD", country: "US", timeZone: "America/New_York");
        var rows = Enumerable.Range(1, Orders).SelectMany(ShopifyRows).ToList();
        var again = rows.TakeLast(200).ToList();
        var import = await shop.ImportAsync(Files.Csv(Shopify, [.. rows, .. again]));
        Assert.Equal((Orders, Orders / 1000, again.Count), ((int)import["adds"]["sales"], (int)import["adds"]["refunds"], (int)import["rejected"]));
        var figures = await shop.FiguresAsync("2025-01-01", "2026-12-31");
        Assert.Equal((Orders * 3000L, Orders / 1000 * 3000L), ((long)figures["grossSales"], (long)figures["returns"]));
    }

    [Fact]
    public async Task What_is_written_together_stays_apart()
    {
        const int Sales = 131;
        var shop = await app.OpenShopAsync();
        var rows = Enumerable.Range(1, Sales).Select(order =>
            $"W{order},{DayOf(order)},{(order % 3 == 0 ? "Market" : "Own site")},{(order % 2 == 0 ? $"b{order}@example.com" : "")},SKU{order % 4},Piece {order % 4},{QuantityOf(order)},10.00,{(order % 7 == 0 ? "1.50" : "")},{NoteOf(order)}");
        var import = await shop.ImportAsync(Files.Csv("order,date,channel,customer email,sku,title,quantity,unit price,discount,note", [.. rows]));
        Assert.Equal(Sales, (int)import["adds"]["sales"]);
        var sales = (await shop.GetAsync("sales?limit=200")).Is(200)["items"].ToDictionary(sale => (string)sale["externalId"]!, sale => (string)sale["id"]!);
        Assert.Equal(Sales, sales.Count);
        for (var order = 1; order <= Sales; order++)
        {
            var sale = (await shop.GetAsync($"sales/{sales[$"W{order}"]}")).Is(200);
            Assert.Equal((DayOf(order), order % 3 == 0 ? "Market" : "Own site", NoteOf(order)), ((string?)sale["day"], (string?)sale["channel"], (string?)sale["note"] ?? ""));
            Assert.Equal((QuantityOf(order), QuantityOf(order) * 1000L, order % 7 == 0 ? 150 : 0), ((int)sale["lines"][0]["quantity"], (long)sale["lines"][0]["grossSales"], (long)sale["lines"][0]["discount"]));
            Assert.Equal((order % 2 == 0, $"SKU{order % 4}"), (sale.Has("customer"), (string?)sale["lines"][0]["sku"]));
        }

        // Some say nothing, some the same, some more than has room beside the others.
        static string NoteOf(int order) => order % 5 == 0 ? "" : order % 2 == 0 ? "Wrapped." : string.Concat(Enumerable.Repeat("für Zoë 🎁 ", 150 + order % 3)).Trim();
        static string DayOf(int order) => new DateOnly(2025, 3, 1).AddDays(order / 10).ToString("yyyy-MM-dd");
        static int QuantityOf(int order) => 1 + order % 3;
    }

    [Fact]
    public async Task A_long_file_is_never_held_whole()
    {
        using var pipeline = new Pipeline();
        var (held, seen, lines) = (0, 0, 0);
        var read = await pipeline.ReadAsync(Files.Csv(Own, [.. OwnRows()]), draft =>
        {
            held = Math.Max(held, draft.Orders.Count);
            seen += draft.Orders.Count;
            draft.Forget();
            lines = draft.Lines.Count;
        });
        Assert.Equal(Orders - 1 + Orders / 100, seen + read.Draft.Orders.Count);
        Assert.InRange(held, 1, Orders / 2);
        Assert.InRange(lines, 1, 10_100);
    }

    /// <summary>Two rows an order, 10.00 and 20.00; each hundredth is given back in part, and one row is wrong.</summary>
    private static IEnumerable<string> OwnRows() => Enumerable.Range(1, Orders).SelectMany(order =>
    {
        var (day, sku, buyer) = (new DateOnly(2025, 1, 1).AddDays(order % 300).ToString("yyyy-MM-dd"), order % 40, $"b{order % 500}@example.com");
        string[] rows = [$"W{order},{day},Own site,{buyer},,SKU{sku},Piece {sku},1,{(order == 77 ? "ten" : "10.00")},3.95,", $"W{order},{day},Own site,{buyer},Buyer,SKU{sku},Piece {sku},1,20.00,,"];
        return order % 100 == 0 ? [.. rows, $"W{order},{day},Own site,{buyer},,SKU{sku},Piece {sku},1,10.00,,refund"] : rows;
    });

    private static IEnumerable<string> ShopifyRows(int order)
    {
        var at = new DateTime(2025, 1, 1, 9, 0, 0).AddMinutes(order * 30).ToString("yyyy-MM-dd HH:mm:ss");
        yield return $"#{order},b{order % 500}@example.org,paid,USD,30.00,0.00,0.00,30.00,0.00,{at} -0500,1,Mug,10.00,MUG,Ada,US,{(order % 1000 == 0 ? "30.00" : "0.00")}";
        yield return $"#{order},b{order % 500}@example.org,,,,,,,,{at} -0500,1,Bowl,20.00,BOWL,,,";
    }
}
