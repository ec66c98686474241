using System.Text;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>Our own templates of materials, purchases and expenses, filled in and brought back.</summary>
public abstract class OwnTemplatesTests(App app)
{
    private const string Materials = "name,code,category,unit,bought in,holds,on hand,unit cost,low at";
    private const string Purchases = "supplier,number,date,code,quantity,unit,unit cost,cost,freight,tax,discount,arrived,note";
    private const string Expenses = "date,payee,category,amount,tax,number,note";

    public sealed class OnSqlite(AppOnSqlite app) : OwnTemplatesTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : OwnTemplatesTests(app);

    [Fact]
    public async Task All_templates_go_in_together_as_they_are_twice_is_once_and_come_out_without_a_trace()
    {
        var shop = await app.OpenShopAsync();
        // The shop has its usual place from the first piece on.
        await shop.AddProductAsync("OLD", pieces: 5);
        var before = await ShopDump.OfAsync(shop);
        List<(string, byte[])> files = [];
        foreach (var of in (string[])["expenses", "purchases", "sales", "materials", "customers", "products"]) files.Add(($"{of}.csv", Encoding.UTF8.GetBytes((await shop.GetAsync($"imports/template.csv?of={of}")).Text)));
        var zip = Packed.Zip([.. files]);
        var import = await shop.ImportAsync(zip);
        Assert.Equal((0, 2, 1, 3), ((int)import["rejected"], (int)import["adds"]["sales"], (int)import["adds"]["refunds"], (int)import["adds"]["products"]));
        Assert.Equal((3, 2, 3), (import.Others("materials").Adds, import.Others("purchases").Adds, import.Others("expenses").Adds));
        Assert.Equal(["Stoneware clay", "Olive oil", "Gift box"], import["others"].Single(other => (string?)other["many"] == "materials")["examples"].Select(example => (string?)example));

        var again = await shop.ReadAsync(zip);
        Assert.All(again["others"], other => Assert.Equal(0, (long)other["adds"]));
        await shop.DoAsync(import, "undo", "undone");
        Assert.Equal(before, await ShopDump.OfAsync(shop));
    }

    [Fact]
    public async Task Materials_say_how_they_are_measured_and_how_much_there_is_where_that_is_chosen()
    {
        var shop = await app.OpenShopAsync();
        var file = Files.Csv(Materials, "Clay,CLAY,Clay,Grams,Kilo,,\"12,500\",1.48,2000", "Oil,,Oils,ml,bottle,750,1500,9.90,", "Wax,WAX,,g,,,,,", "Glaze,GL,,spoon,,,,,", "Cord,CORD,,m,roll,,,,", "Clay two,clay,,g,,,,,", ",NO-NAME,,g,,,,,");
        var read = await shop.ReadAsync(file);
        Assert.Equal(("materials", 3, 2), ((string?)read["format"], read.Others("materials").Adds, (int)read["stockOffered"]));
        Assert.Equal(["no name", "not a unit that we know", "not a unit that we know", "this code is in the file twice"], read["rejectedRows"].Select(row => (string?)row["reason"]).Order(StringComparer.Ordinal));
        (await shop.PostAsync($"imports/{(Guid)read["id"]}/apply", new { takeStock = true })).Is(202);
        await shop.UntilAsync((Guid)read["id"], "done");
        var clay = await MaterialAsync(shop, "Clay");
        Assert.Equal(("CLAY", "g", "kg", 12_500m, 2_000m, 1_850), ((string?)clay["sku"], (string?)clay["unit"], (string?)clay["purchaseUnit"], (decimal)clay["onHand"], (decimal)clay["threshold"], (long)clay["value"]));
        var oil = await MaterialAsync(shop, "Oil");
        // Two bottles of 750 ml at 9.90.
        Assert.Equal((750m, 1_500m, 1_980, "OIL"), ((decimal)oil["holds"], (decimal)oil["onHand"], (long)oil["value"], (string?)oil["sku"]));

        // What is here stays as it is; what was counted stays counted.
        var again = await shop.ReadAsync(Files.Csv(Materials, "Clay,CLAY,,g,kg,,5,9.99,1"));
        Assert.Equal((0, 1, 0), (again.Others("materials").Adds, again.Others("materials").AlreadyHere, (int)again["stockOffered"]));
        await shop.DoAsync(read, "undo", "undone");
        Assert.Empty((await shop.GetAsync("materials?all=true")).Is(200)["items"]);
    }

    [Fact]
    public async Task A_later_file_completes_a_material_where_nothing_is_said_and_undo_takes_back_what_nobody_changed_since()
    {
        var shop = await app.OpenShopAsync();
        (await shop.PostAsync("materials", new { name = "Clay", unit = "g", purchaseUnit = "kg", sku = "CLAY" })).Is(201);
        (await shop.PostAsync("materials", new { name = "Wax", unit = "g", sku = "WAX", category = "Wax", threshold = 50 })).Is(201);
        (await shop.PostAsync("materials", new { name = "Oil", unit = "ml", sku = "OIL", category = "Oils" })).Is(201);
        // Wax says all that there is to say, and liters of oil tell nothing of grams.
        var file = Files.Csv(Materials, "Clay,CLAY,Clays,g,kg,,,,2000", "Wax,WAX,Other,g,,,,,10", "Oil,OIL,,g,,,,,5");
        var import = await shop.ImportAsync(file);
        var count = import["others"].Single(other => (string?)other["many"] == "materials");
        Assert.Equal((0, 2, 1), ((long)count["adds"], (long)count["alreadyHere"], (long)count["completes"]));
        var (clay, wax) = (await MaterialAsync(shop, "Clay"), await MaterialAsync(shop, "Wax"));
        Assert.Equal(("Clays", 2_000m, "Wax", 50m), ((string?)clay["category"], (decimal)clay["threshold"], (string?)wax["category"], (decimal)wax["threshold"]));
        Assert.False((await MaterialAsync(shop, "Oil")).Has("threshold"));
        await shop.AddsNothingAsync(file);

        (await shop.PutAsync($"materials/{(Guid)clay["id"]}", new { name = "Clay", unit = "g", purchaseUnit = "kg", category = "Clays", threshold = 3000 })).Is(200);
        await shop.DoAsync(import, "undo", "undone");
        clay = await MaterialAsync(shop, "Clay");
        Assert.Equal((false, 3_000m), (clay.Has("category"), (decimal)clay["threshold"]));

        // A person takes out what it is and when it is low: that is a correction too, and the file leaves it so.
        (await shop.PutAsync($"materials/{(Guid)clay["id"]}", new { name = "Clay", unit = "g", purchaseUnit = "kg", category = "Clays" })).Is(200);
        (await shop.PutAsync($"materials/{(Guid)clay["id"]}", new { name = "Clay", unit = "g", purchaseUnit = "kg" })).Is(200);
        await shop.AddsNothingAsync(file);
        clay = await MaterialAsync(shop, "Clay");
        Assert.False(clay.Has("category") || clay.Has("threshold"));
    }

    [Fact]
    public async Task A_purchase_is_received_as_by_hand_and_taken_back_exactly()
    {
        var shop = await app.OpenShopAsync();
        var clay = (Guid)(await shop.PostAsync("materials", new { name = "Clay", unit = "g", purchaseUnit = "kg", sku = "CLAY" })).Is(201)["id"];
        await shop.AddProductAsync("MUG", pieces: 5, unitCost: 300);
        var before = await ShopDump.OfAsync(shop);
        // 18.50 and 40.00, with 5.85 freight, 1.17 tax, 2.34 off: a tenth, a fiftieth and a twenty-fifth of each.
        var file = Files.Csv(Purchases, "Clay & Co,A-17,2026-11-02,clay,12.5,kg,,18.50,5.85,1.17,-2.34,2026-11-05,two bags", "Clay & Co,A-17,2026-11-02,MUG,20,,2.00,,5.85,,,,", "Elsewhere,,2026-11-03,CLAY,2,kg,1.50,,,,,,");
        var import = await shop.ImportAsync(file);
        Assert.Equal(("purchases", 2, 0, "2026-11-02"), ((string?)import["format"], import.Others("purchases").Adds, (int)import["rejected"], (string?)import["from"]));
        var orders = (await shop.GetAsync("purchases")).Is(200)["items"];
        var order = orders.Single(one => (string?)one["reference"] == "A-17");
        Assert.Equal(("Clay & Co", "received", 6318, "two bags"), ((string?)order["supplier"], (string?)order["state"], (long)order["total"], (string?)order["note"]));
        Assert.Equal([1998, 4320], order["lines"].Select(line => (long)line["landedCost"]));
        Assert.Equal("ordered", (string?)orders.Single(one => (string?)one["supplier"] == "Elsewhere")["state"]);
        var there = (await shop.GetAsync($"materials/{clay}")).Is(200);
        Assert.Equal((12_500m, 1998, 2_000m), ((decimal)there["onHand"], (long)there["value"], (decimal)there["incoming"]));
        Assert.Equal((25, 5820), ((long)(await shop.StockOfAsync("MUG"))["onHand"], (long)(await shop.StockOfAsync("MUG"))["value"]));

        await shop.AddsNothingAsync(file);
        await shop.DoAsync(import, "undo", "undone");
        Assert.Equal((5, 1500), ((long)(await shop.StockOfAsync("MUG"))["onHand"], (long)(await shop.StockOfAsync("MUG"))["value"]));
        Assert.Empty((await shop.GetAsync("purchases")).Is(200)["items"]);
        Assert.Empty((await shop.GetAsync("suppliers?all=true")).Is(200)["items"]);
        // The clay was never counted before; of the mugs the ledger keeps that they came and went.
        Assert.Equal(Without(before, "StockMovements"), Without(await ShopDump.OfAsync(shop), "StockMovements"));
    }

    [Fact]
    public async Task A_purchase_of_which_a_row_is_wrong_is_left_out_whole_and_one_that_was_worked_on_stays()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG");
        await shop.AddProductAsync("BOWL");
        var read = await shop.ReadAsync(Files.Csv(
            Purchases, "A,1,2026-11-02,MUG,5,,2.00,,,,,,", "A,1,2026-11-02,NOBODY,5,,2.00,,,,,,", "B,2,2026-11-02,MUG,5,,2.00,,,,99.00,,", "C,3,2026-11-02,MUG,0.5,,2.00,,,,,,", "D,4,2026-11-02,BOWL,5,,2.00,,1.00,,,,", "D,4,2026-11-02,MUG,5,,2.00,,2.00,,,,", "E,5,2026-11-02,BOWL,5,,2.00,,,,,yes,", "E,6,soon,BOWL,5,,2.00,,,,,yes,"));
        Assert.Equal(1, read.Others("purchases").Adds);
        Assert.Equal(
            ["another row of its order is wrong", "no product or material has this code", "discount larger than the price", "not a quantity", "another row of its order is wrong", "differs from another row of its order", "not a date"],
            read["rejectedRows"].Select(row => (string?)row["reason"]));
        var import = await shop.DoAsync(read, "apply", "done");
        var order = Assert.Single((await shop.GetAsync("purchases")).Is(200)["items"]);
        (await shop.PostAsync($"purchases/{(Guid)order["id"]}/receipts/{(Guid)order["receipts"][0]["id"]}/undo")).Is(204);
        var undone = await shop.DoAsync(import, "undo", "undone");
        Assert.Contains("1 purchase stays", (string?)undone["kept"], StringComparison.Ordinal);
        Assert.Single((await shop.GetAsync("purchases")).Is(200)["items"]);
    }

    [Fact]
    public async Task What_came_in_a_closed_period_is_set_aside_with_that_reason()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG");
        (await shop.PostAsync("closed-periods", new { through = "2026-10-31" })).Is(201);
        var read = await shop.ReadAsync(Files.Csv(Purchases, "A,1,2026-10-02,MUG,5,,2.00,,,,,yes,", "A,2,2026-11-02,MUG,5,,2.00,,,,,yes,"));
        Assert.Equal((1, "it came in a period that is closed"), (read.Others("purchases").Adds, (string?)Assert.Single(read["reasons"])["reason"]));
    }

    [Fact]
    public async Task Expenses_come_once_stay_as_a_person_left_them_and_go_again()
    {
        var shop = await app.OpenShopAsync();
        (await shop.PostAsync("expenses", new { day = "2026-03-01", category = "Studio rent", amount = 32_000, payee = "Hill Farm" })).Is(201);
        var file = Files.Csv(Expenses, "2026-03-01,hill farm,Rent,320.00,,,", "2026-03-14,Fair Ltd,fairs and stalls,85.00,14.17,SF-1,", "2026-03-14,Fair Ltd,Travel,12.00,,SF-1,same receipt", "2026-03-20,Pack,Packaging,42.50,,,", "2026-03-20,Pack,Packaging,42.50,,,", "2026-03-21,,,5.00,,,", "2026-03-21,Shop,Office,0.00,,,", "2026-03-22,Shop,Office,5.00,6.00,,", "2026-03-23,Shop,Office,-5.00,,,");
        var import = await shop.ImportAsync(file);
        Assert.Equal(("expenses", 4, 1), ((string?)import["format"], import.Others("expenses").Adds, import.Others("expenses").AlreadyHere));
        Assert.Equal(["money that came back, where other rows were spent", "more tax than there is", "neither who was paid nor what for", "nothing was spent"], import.Reasons());
        var items = (await shop.GetAsync("expenses?limit=200")).Is(200)["items"].ToList();
        Assert.Equal(5, items.Count);
        var fair = (Guid)items.Single(item => (string?)item["category"] == "Fairs and stalls")["id"];
        var pack = (Guid)items.First(item => (string?)item["category"] == "Packaging")["id"];
        (await shop.PutAsync($"expenses/{fair}", new { day = "2026-03-15", category = "Fairs and stalls", amount = 9_000 })).Is(200);
        (await shop.DeleteAsync($"expenses/{pack}")).Is(204);
        // Deleted stays deleted, changed stays changed.
        await shop.AddsNothingAsync(file);

        var undone = await shop.DoAsync(import, "undo", "undone");
        Assert.Contains("1 expense stays", (string?)undone["kept"], StringComparison.Ordinal);
        Assert.Equal([9_000, 32_000], (await shop.GetAsync("expenses")).Is(200)["items"].Select(item => (long)item["amount"]));
    }

    [Fact]
    public async Task A_file_that_writes_all_it_spent_below_zero_is_read_as_spent_and_the_list_as_CSV_comes_back()
    {
        var (shop, other) = (await app.OpenShopAsync(), await app.OpenShopAsync());
        await shop.ImportAsync(Files.Csv("Date;Category;Amount;Payee", "1.3.2026;Office;-12,50;Paper", "2.3.2026;Travel;-1.300,00;Rail"));
        Assert.Equal([130_000, 1_250], (await shop.GetAsync("expenses")).Is(200)["items"].Select(item => (long)item["amount"]));
        var list = (await shop.GetAsync("expenses.csv")).Text;
        Assert.Equal(2, (await other.ImportAsync(list)).Others("expenses").Adds);
        Assert.Equal(list, (await other.GetAsync("expenses.csv")).Text);
    }

    private static async Task<Json> MaterialAsync(TestShop shop, string name) => (await shop.GetAsync("materials")).Is(200)["items"].Single(item => (string?)item["name"] == name);

    private static string Without(string dump, string table)
    {
        var at = dump.IndexOf($"{table}\n", StringComparison.Ordinal);
        if (at < 0) return dump;
        var end = dump.IndexOf('\n', at) + 1;
        while (end < dump.Length && dump[end] == ' ') end = dump.IndexOf('\n', end) + 1;
        return dump[..at] + dump[end..];
    }
}
