using ArtisansCorner.Platform.Database;
using ArtisansCorner.Sales;
using ArtisansCorner.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Importing;

/// <summary>Five files of one month complete each other in any order, and what one lacks is named to the cent.</summary>
public abstract class EtsyMonthTests(App app)
{
    private const int Orders = 0;
    private const int Items = 1;
    private const int Payments = 2;
    private const int Statement = 3;
    private const int Deposits = 4;

    public sealed class OnSqlite(AppOnSqlite app) : EtsyMonthTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : EtsyMonthTests(app);

    // Every file first once and last once, and both directions.
    [Theory]
    [InlineData(Orders, Items, Payments, Statement, Deposits)]
    [InlineData(Deposits, Statement, Payments, Items, Orders)]
    [InlineData(Items, Statement, Orders, Deposits, Payments)]
    [InlineData(Statement, Orders, Deposits, Payments, Items)]
    [InlineData(Payments, Deposits, Items, Orders, Statement)]
    public async Task The_month_closes_to_the_cent_in_any_order_and_twice_is_once(params int[] order)
    {
        var shop = await EtsyMonth.OpenAsync(app);
        foreach (var which in order) await shop.ImportAsync(EtsyMonth.Read(which));
        await EtsyMonth.ClosesAsync(shop);
        foreach (var which in order)
        {
            var again = await shop.ImportAsync(EtsyMonth.Read(which));
            Assert.Equal((0, 0, 0), ((long)again["adds"]["sales"], (long)again["adds"]["refunds"], (long)again["adds"]["completed"]));
            Assert.All(again["others"], other => Assert.Equal(0, (long)other["adds"]));
        }

        await EtsyMonth.ClosesAsync(shop);
        Assert.Equal(4, (await shop.GetAsync("sales")).Is(200)["items"].Count);
        Assert.Equal(2, (await shop.GetAsync("payouts")).Is(200)["items"].Count);
        // Items alone name some buyers otherwise than the orders do; nobody is left over.
        Assert.Equal(4, await shop.InsideAsync(services => services.GetRequiredService<AppDb>().Customers.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task What_any_row_would_have_said_is_named_to_the_cent()
    {
        // One row of each kind that each file has; all others are tried in one process.
        foreach (var (which, row) in ((int, int)[])[(Orders, 0), (Items, 2), (Payments, 3), (Statement, 4), (Statement, 12), (Deposits, 1)])
        {
            var shop = await EtsyMonth.OpenAsync(app);
            foreach (var other in Enumerable.Range(0, 5).Where(other => other != which)) await shop.ImportAsync(EtsyMonth.Read(other));
            var (file, gone) = EtsyMonth.Without(which, row);
            await shop.ImportAsync(file);
            var etsy = Assert.Single((await EtsyMonth.ReconcileAsync(shop, "&channel=Etsy&balance=-285"))["channels"]);
            Assert.Equal(which == Statement ? Cents(gone) : 0, (long)etsy["missing"]);
            if (which == Statement) continue;
            Assert.Equal(Cents(gone), (long)Assert.Single(etsy["gaps"])["amount"]);
        }

        // Of each: what the buyer paid, Items total, gross, net, amount.
        static long Cents(string row) => row switch
        {
            _ when row.StartsWith("09/03/26,9001,", StringComparison.Ordinal) => 8246,
            _ when row.Contains(",4003,1502,", StringComparison.Ordinal) => 900,
            _ when row.StartsWith("P9004", StringComparison.Ordinal) => 5000,
            _ when row.Contains("Credit for transaction fee", StringComparison.Ordinal) => 293,
            _ when row.Contains("Shipping", StringComparison.Ordinal) && row.Contains("9004", StringComparison.Ordinal) => -33,
            _ => 2500,
        };
    }

    [Fact]
    public async Task Taking_any_one_file_back_leaves_what_the_others_tell()
    {
        foreach (var gone in Enumerable.Range(0, 5))
        {
            var (shop, without) = (await EtsyMonth.OpenAsync(app), await EtsyMonth.OpenAsync(app));
            List<Json> imports = [];
            foreach (var which in Enumerable.Range(0, 5))
            {
                imports.Add(await shop.ImportAsync(EtsyMonth.Read(which)));
                if (which != gone) await without.ImportAsync(EtsyMonth.Read(which));
            }

            var undone = await shop.DoAsync(imports[gone], "undo", "undone");
            // Its sales were the first file's, and the items tell of them too.
            Assert.Equal(gone == Orders ? "4 sales stay, because other files tell of them too." : null, undone.Has("kept") ? (string?)undone["kept"] : null);
            Assert.Equal(await ShopDump.OfAsync(without), await ShopDump.OfAsync(shop));
            await shop.ImportAsync(EtsyMonth.Read(gone));
            await EtsyMonth.ClosesAsync(shop);
        }
    }

    [Fact]
    public async Task What_a_person_corrected_or_gave_back_stays_and_the_preview_says_so()
    {
        var shop = await EtsyMonth.OpenAsync(app);
        await shop.ImportAsync(EtsyMonth.Read(Orders));
        var sales = (await shop.GetAsync("sales")).Is(200)["items"].ToDictionary(sale => (string)sale["externalId"]!, sale => (Guid)sale["id"]);
        (await shop.PostAsync($"sales/{sales["9001"]}/corrections", new { reason = "One mug was a gift", sale = new { channel = "Etsy", shipping = 800, fees = new[] { new { type = "processing", amount = 272 } }, lines = new[] { new { title = "Mug", quantity = 1, unitPrice = 3400 } } } })).Is(201);
        (await shop.PostAsync($"sales/{sales["9002"]}/cancel", new { })).Is(200);
        var items = await shop.ReadAsync(EtsyMonth.Read(Items));
        Assert.Equal((2, 2, 0), ((long)items["byHand"], (long)items["adds"]["completed"], (long)items["adds"]["sales"]));
        await shop.DoAsync(items, "apply", "done");
        var after = (await shop.GetAsync("sales")).Is(200)["items"].ToDictionary(sale => (string)sale["externalId"]!, sale => sale);
        Assert.Equal(4, after.Count);
        Assert.Equal("Mug", (string?)after["9001"]["summary"]);
        Assert.Equal(sales["9002"], (Guid)after["9002"]["id"]);
        // Its number is the same though other files told more of it.
        Assert.Equal(sales["9003"], (Guid)after["9003"]["id"]);
        // A fee of a corrected sale went over into the one in its place, and comes no second time.
        await shop.ImportAsync(EtsyMonth.Read(Payments));
        var etsy = Assert.Single((await EtsyMonth.ReconcileAsync(shop))["channels"]);
        Assert.Equal(642, etsy["fees"].Where(fee => (string?)fee["type"] == "processing").Sum(fee => (long)fee["amount"]));
    }

    [Fact]
    public async Task Pieces_leave_stock_once_whichever_file_names_them()
    {
        var shop = await EtsyMonth.OpenAsync(app);
        await shop.AddProductAsync("MUG-SPK", pieces: 10);
        // Counted before they were sold.
        var today = DateOnly.FromDateTime(app.Time.GetUtcNow().UtcDateTime);
        string Later(int which) => EtsyMonth.Read(which).Replace("09/03/26", today.ToString("MM/dd/yy", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var orders = await shop.ImportAsync(Later(Orders));
        Assert.Equal(10, (long)(await shop.StockOfAsync("MUG-SPK"))["onHand"]);
        var items = await shop.ImportAsync(Later(Items));
        Assert.Equal(8, (long)(await shop.StockOfAsync("MUG-SPK"))["onHand"]);
        await shop.ImportAsync(EtsyMonth.Read(Payments));
        await shop.DoAsync(orders, "undo", "undone");
        Assert.Equal(8, (long)(await shop.StockOfAsync("MUG-SPK"))["onHand"]);
        await shop.DoAsync(items, "undo", "undone");
        Assert.Equal(10, (long)(await shop.StockOfAsync("MUG-SPK"))["onHand"]);
    }
}
