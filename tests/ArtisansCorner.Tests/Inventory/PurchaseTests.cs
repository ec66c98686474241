using ArtisansCorner.Inventory.Purchasing;
using ArtisansCorner.Tests.Harness;
using CsCheck;
using UglyToad.PdfPig;

namespace ArtisansCorner.Tests.Inventory;

public abstract class PurchaseTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : PurchaseTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : PurchaseTests(app);

    [Fact]
    public async Task Freight_tax_and_discount_are_shared_by_value_over_what_comes()
    {
        var (shop, clay, order) = await OrderAsync();
        // 18.50 and 40.00, with 5.85 freight, 1.17 tax, 2.34 off: a tenth, a fiftieth and a twenty-fifth of each.
        Assert.Equal((5850 + 585 + 117 - 234, 1), ((long)order["total"], (long)order["number"]));
        Assert.Equal([1998, 4320], order["lines"].Select(line => (long)line["landedCost"]));
        Assert.Equal(("ordered", 20), ((string?)order["state"], (long)(await shop.StockOfAsync("MUG"))["incoming"]));

        var part = (await shop.PostAsync($"purchases/{Id(order)}/receipts", new { lines = new[] { new { variantId = clay, quantity = 5m, unit = "kg" } } })).Is(201);
        Assert.Equal((5m, "kg", 799), ((decimal)part["lines"][0]["quantity"], (string?)part["lines"][0]["unit"], (long)part["lines"][0]["cost"]));
        Assert.Equal((5000m, 799), await MaterialAsync(shop, clay));
        Assert.Equal("partlyReceived", (string?)(await OrderAsync(shop, order))["state"]);

        (await shop.PostAsync($"purchases/{Id(order)}/receipts", new { })).Is(201);
        Assert.Equal((12500m, 1998), await MaterialAsync(shop, clay));
        var mug = await shop.StockOfAsync("MUG");
        Assert.Equal((20, 4320, 0), ((long)mug["onHand"], (long)mug["value"], (long)mug["incoming"]));
        Assert.Equal("received", (string?)(await OrderAsync(shop, order))["state"]);
        (await shop.PostAsync($"purchases/{Id(order)}/receipts", new { })).Refuses(409);
    }

    [Fact]
    public async Task A_change_of_what_was_paid_changes_what_came_of_it_and_everything_since()
    {
        var (shop, _, order) = await OrderAsync();
        (await shop.PostAsync($"purchases/{Id(order)}/receipts", new { at = "2026-11-10T08:00:00Z" })).Is(201);
        var sold = (await shop.PostAsync("sales", new { channel = "Fair", soldAt = "2026-11-12T08:00:00Z", lines = new[] { new { sku = "MUG", quantity = 5, unitPrice = 2000 } } })).Is(201);
        Assert.Equal(1080, (long)sold["costOfGoods"]);
        // The carrier's bill came later: 11.70 instead of 5.85.
        var change = Order(order["lines"].Select(line => (Guid)line["variantId"]).First(), freight: 1170);
        var changed = (await shop.PutAsync($"purchases/{Id(order)}", change)).Is(200);
        Assert.Equal(4720, (long)changed["lines"][1]["landedCost"]);
        Assert.Equal([2183, 4720], changed["receipts"][0]["lines"].Select(line => (long)line["cost"]));
        Assert.Equal((15, 3540), ((long)(await shop.StockOfAsync("MUG"))["onHand"], (long)(await shop.StockOfAsync("MUG"))["value"]));
        await Eventually.PassesAsync(async () => Assert.Equal(1180, (long)(await shop.GetAsync($"sales/{(string)sold["id"]!}")).Is(200)["costOfGoods"]));
        Assert.Equal(2, (await shop.GetAsync("valuation?on=2026-11-10")).Is(200)["items"].Count);
        Assert.Equal(2183 + 4720, (long)(await shop.GetAsync("valuation?on=2026-11-10")).Is(200)["value"]);
    }

    [Fact]
    public async Task An_arrival_is_taken_back_once_and_the_rest_called_off_and_awaited_again()
    {
        var (shop, clay, order) = await OrderAsync();
        var came = (await shop.PostAsync($"purchases/{Id(order)}/receipts", new { })).Is(201);
        for (var i = 0; i < 2; i++) Assert.Equal(204, (await shop.PostAsync($"purchases/{Id(order)}/receipts/{Id(came)}/undo")).Status);
        Assert.Equal((0m, 0), await MaterialAsync(shop, clay));
        Assert.Equal((0, 20), ((long)(await shop.StockOfAsync("MUG"))["onHand"], (long)(await shop.StockOfAsync("MUG"))["incoming"]));
        for (var i = 0; i < 2; i++) Assert.Equal(204, (await shop.PostAsync($"purchases/{Id(order)}/cancel")).Status);
        Assert.Equal("cancelled", (string?)(await OrderAsync(shop, order))["state"]);
        Assert.Equal(0, (long)(await shop.StockOfAsync("MUG"))["incoming"]);
        Assert.Empty((await shop.GetAsync("purchases?awaited=true")).Is(200)["items"]);
        Assert.Equal(204, (await shop.PostAsync($"purchases/{Id(order)}/await")).Status);
        Assert.Single((await shop.GetAsync("purchases?awaited=true")).Is(200)["items"]);
        (await shop.PostAsync($"purchases/{Id(order)}/receipts/{Guid.CreateVersion7()}/undo")).Refuses(404);
    }

    [Fact]
    public async Task Ten_who_book_in_the_same_order_at_once_book_it_in_once()
    {
        var (shop, clay, order) = await OrderAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => shop.PostAsync($"purchases/{Id(order)}/receipts", new { })));
        Assert.Equal([201, 409], answers.Select(answer => answer.Status).Distinct().Order());
        Assert.Single(answers, answer => answer.Status == 201);
        Assert.Equal((12500m, 1998), await MaterialAsync(shop, clay));
    }

    [Theory]
    [InlineData("""{ }""", "lines")]
    [InlineData("""{ "lines": [] }""", "lines")]
    [InlineData("""{ "lines": [{ "sku": "MUG", "quantity": 0, "cost": 1 }] }""", "lines[0].quantity")]
    [InlineData("""{ "lines": [{ "sku": "MUG", "quantity": 1.5, "cost": 1 }] }""", "lines[0].quantity")]
    [InlineData("""{ "lines": [{ "sku": "MUG", "quantity": 1, "cost": -1 }] }""", "lines[0].cost")]
    [InlineData("""{ "lines": [{ "sku": "NONE", "quantity": 1, "cost": 1 }] }""", "lines[0].sku")]
    [InlineData("""{ "lines": [{ "sku": "MUG", "quantity": 1, "cost": 1 }, { "sku": "mug", "quantity": 1, "cost": 1 }] }""", "lines[1].variantId")]
    [InlineData("""{ "lines": [{ "sku": "MUG", "quantity": 1, "cost": 1 }], "discount": 2 }""", "discount")]
    [InlineData("""{ "lines": [{ "sku": "MUG", "quantity": 1, "cost": 1 }], "freight": -2 }""", "freight")]
    [InlineData("""{ "lines": [{ "sku": "MUG", "quantity": 1, "cost": 1 }], "supplierId": "01930000-0000-7000-8000-000000000000" }""", "supplierId")]
    [InlineData("""{ "lines": [{ "sku": "MUG", "quantity": 1, "cost": 1 }], "orderedOn": "2026-11-24", "expectedOn": "2026-11-23" }""", "expectedOn")]
    public async Task What_makes_no_sense_is_refused_under_its_field(string body, string field)
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG");
        var answer = await shop.PostAsync("purchases", body);
        Assert.InRange(answer.Status, 400, 422);
        Assert.NotEmpty(answer.Refuses(answer.Status, field));
        Assert.Empty((await shop.GetAsync("purchases")).Is(200)["items"]);
    }

    [Fact]
    public async Task What_came_cannot_be_ordered_away_and_no_more_comes_than_was_ordered()
    {
        var (shop, clay, order) = await OrderAsync();
        (await shop.PostAsync($"purchases/{Id(order)}/receipts", new { lines = new[] { new { variantId = clay, quantity = 13 } } })).Refuses(422, "lines[0].quantity");
        (await shop.PostAsync($"purchases/{Id(order)}/receipts", new { lines = new[] { new { variantId = clay, quantity = 10 } } })).Is(201);
        (await shop.PutAsync($"purchases/{Id(order)}", new { lines = new[] { new { sku = "MUG", quantity = 1, cost = 10 } } })).Refuses(409, "lines");
        (await shop.PutAsync($"purchases/{Id(order)}", new { lines = new object[] { new { materialId = clay, quantity = 9, cost = 10 } } })).Refuses(409, "lines[0].quantity");
        Assert.Equal(412, (await shop.PutAsync($"purchases/{Id(order)}", Order(clay), version: "\"1\"")).Status);
        // A part of it that came before the year was closed keeps its cost.
        (await shop.PostAsync("closed-periods", new { through = "2026-10-31" })).Is(201);
        (await shop.PostAsync($"purchases/{Id(order)}/receipts", new { at = "2026-10-30T08:00:00Z" })).Refuses(409, "at");
    }

    [Fact]
    public async Task An_order_is_a_file_for_the_supplier()
    {
        var (shop, _, order) = await OrderAsync();
        Assert.Contains("Stoneware clay,STONEWARE-CLAY,12.5,kg,18.50,19.98,0", (await shop.GetAsync($"purchases/{Id(order)}.csv")).Text, StringComparison.Ordinal);
        var file = await shop.Http.GetByteArrayAsync($"/{shop.Slug}/inventory/purchases/{Id(order)}.pdf", TestContext.Current.CancellationToken);
        using var pdf = PdfDocument.Open(file);
        var text = string.Join(" ", pdf.GetPage(1).GetWords().Select(word => word.Text));
        foreach (var words in new[] { "Purchase order 1", "To: Kilnworks", "Stoneware clay", "12.5 kg", "£18.50", "Total £63.18" }) Assert.Contains(words, text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal(404, (await shop.GetAsync($"purchases/{Guid.CreateVersion7()}.pdf")).Status);
    }

    [Fact]
    public async Task What_will_not_last_until_more_arrives_is_to_be_ordered_in_whole_packs()
    {
        var (shop, clay, order) = await OrderAsync();
        (await shop.PostAsync($"purchases/{Id(order)}/receipts", new { })).Is(201);
        Assert.Empty((await shop.GetAsync("reorder")).Is(200)["items"]);
        (await shop.PostAsync("stock/movements", new { materialId = clay, quantity = -9, unit = "kg", reason = "used" })).Is(201);
        var wanted = Assert.Single((await shop.GetAsync("reorder")).Is(200)["items"]);
        // 9 kg in 90 days are 100 g a day with a deviation of 943 g; 14 days: 1.4 kg + 1.645 × 943 × √14 = 7.2 kg; 3.5 kg are there; 3 kg more for the month after.
        Assert.Equal((3.5m, 0.1m, 14, 7m), ((decimal)wanted["onHand"], (decimal)wanted["perDay"], (long)wanted["leadDays"], (decimal)wanted["quantity"]));
        Assert.InRange((decimal)wanted["point"], 7.20m, 7.21m);
        Assert.Equal(("kg", "Kilnworks", 1036), ((string?)wanted["unit"], (string?)wanted["supplier"], (long)wanted["cost"]));
    }

    [Fact]
    public async Task From_a_supplier_to_what_is_on_the_shelf_on_the_pages()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG");
        var mug = (Guid)(await shop.StockOfAsync("MUG"))["variantId"];
        var added = await shop.PostFormAsync("inventory/suppliers", "inventory/suppliers", ("_handler", "supplier"), ("Supplier.Name", "Kilnworks"), ("Supplier.LeadDays", "3"));
        Assert.Contains("Kilnworks added", added.Text, StringComparison.Ordinal);
        var supplier = (Guid)(await shop.GetAsync("suppliers")).Is(200)["items"][0]["id"];
        (string, string)[] typed = [("_handler", "purchase"), ("Purchase.Supplier", supplier.ToString()), ("Purchase.Lines[0].Item", mug.ToString()), ("Purchase.Lines[0].Quantity", "10"), ("Purchase.Freight", "2")];
        var refused = await shop.PostFormAsync("inventory/purchases/new", "inventory/purchases/new", [.. typed, ("Purchase.Do", "save")]);
        Assert.Contains("What does all of it cost?", refused.Text, StringComparison.Ordinal);
        var saved = await shop.PostFormAsync("inventory/purchases/new", "inventory/purchases/new", [.. typed, ("Purchase.Lines[0].Cost", "40"), ("Purchase.Do", "save")]);
        Assert.Contains("Order 1, Kilnworks", saved.Text, StringComparison.Ordinal);
        var path = $"inventory/purchases/{(Guid)(await shop.GetAsync("purchases")).Is(200)["items"][0]["id"]}";
        var came = await shop.PostFormAsync(path, path, ("_handler", "receive"), ("Arrival.Lines[0].VariantId", mug.ToString()), ("Arrival.Lines[0].Quantity", "4"));
        Assert.Contains("Booked in", came.Text, StringComparison.Ordinal);
        Assert.Equal((4, 1680, 6), ((long)(await shop.StockOfAsync("MUG"))["onHand"], (long)(await shop.StockOfAsync("MUG"))["value"], (long)(await shop.StockOfAsync("MUG"))["incoming"]));
        Assert.Contains("Taken back: it is still to come", (await shop.PostFormAsync(path, came.Undo!)).Text, StringComparison.Ordinal);
        // The same form with another button, a day that no clock tells, an emoji.
        var token = Guid.CreateVersion7().ToString();
        (string, string)[] once = [("_handler", "purchase"), ("Purchase.Token", token), ("Purchase.Lines[0].Item", mug.ToString()), ("Purchase.Lines[0].Quantity", "1"), ("Purchase.Lines[0].Cost", "1"), ("Purchase.Note", "🏺 with care")];
        for (var i = 0; i < 2; i++) Assert.Contains("Order 2", (await shop.PostFormAsync("inventory/purchases/new", "inventory/purchases/new", [.. once, ("Purchase.Do", "save")])).Text, StringComparison.Ordinal);
        Assert.Contains("This was sent before and is kept", (await shop.PostFormAsync("inventory/purchases/new", "inventory/purchases/new", [.. once, ("Purchase.Do", "arrived")])).Text, StringComparison.Ordinal);
        Assert.Contains("A day lies between", (await shop.PostFormAsync(path, path, ("_handler", "receive"), ("Arrival.Day", "0001-01-01"), ("Arrival.Lines[0].VariantId", mug.ToString()), ("Arrival.Lines[0].Quantity", "1"))).Text, StringComparison.Ordinal);
        var emoji = (Guid)(await shop.GetAsync("purchases")).Is(200)["items"][0]["id"];
        Assert.NotEmpty(await shop.Http.GetByteArrayAsync($"/{shop.Slug}/inventory/purchases/{emoji}.pdf", TestContext.Current.CancellationToken));
        Assert.Equal(204, (await shop.PostAsync($"purchases/{emoji}/cancel")).Status);
        var here = await shop.PostFormAsync("inventory/purchases/new", "inventory/purchases/new", ("_handler", "purchase"), ("Purchase.Lines[0].Item", mug.ToString()), ("Purchase.Lines[0].Quantity", "2"), ("Purchase.Lines[0].Cost", "8"), ("Purchase.Do", "arrived"));
        Assert.Contains("Booked in", here.Text, StringComparison.Ordinal);
        Assert.Equal((2, 10), ((long)(await shop.StockOfAsync("MUG"))["onHand"], (long)(await shop.StockOfAsync("MUG"))["incoming"]));
    }

    [Fact]
    public void All_parts_of_an_order_cost_together_what_is_paid() =>
        Gen.Select(Gen.Long[0, 1_000_000].Array[1, 8], Gen.Long[0, 100_000], Gen.Long[0, 100_000], Gen.Int[0, 100], Gen.Long[1, 500].Array[1, 6]).Sample((costs, freight, tax, share, parts) =>
        {
            var discount = costs.Sum() * share / 100;
            var landed = LandedCost.Of(costs, freight, tax, discount);
            long received = 0, paid = 0;
            foreach (var part in parts)
            {
                paid += LandedCost.OfPart(landed[0], received, part, parts.Sum());
                received += part;
            }

            return landed.Sum() == costs.Sum() + freight + tax - discount && landed.All(cost => cost >= 0) && paid == landed[0];
        });

    private static object Order(Guid clay, Guid? supplier = null, long freight = 585) => new
    {
        supplierId = supplier,
        reference = "KW-77",
        freight,
        tax = 117,
        discount = 234,
        orderedOn = "2026-11-02",
        lines = new object[] { new { materialId = clay, quantity = 12.5, cost = 1850 }, new { sku = "MUG", quantity = 20, cost = 4000 } },
    };

    private async Task<(TestShop Shop, Guid Clay, Json Order)> OrderAsync()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG");
        var clay = (Guid)(await shop.PostAsync("materials", new { name = "Stoneware clay", unit = "g", purchaseUnit = "kg" })).Is(201)["id"];
        var supplier = (Guid)(await shop.PostAsync("suppliers", new { name = "Kilnworks", leadDays = 14 })).Is(201)["id"];
        (await shop.PostAsync("suppliers", new { name = " kilnworks " })).Refuses(409, "name");
        return (shop, clay, (await shop.PostAsync("purchases", Order(clay, supplier))).Is(201));
    }

    private static async Task<Json> OrderAsync(TestShop shop, Json order) => (await shop.GetAsync($"purchases/{Id(order)}")).Is(200);

    private static async Task<(decimal, long)> MaterialAsync(TestShop shop, Guid id)
    {
        var material = (await shop.GetAsync($"materials/{id}")).Is(200);
        return ((decimal)material["onHand"], (long)material["value"]);
    }

    private static Guid Id(Json thing) => (Guid)thing["id"];
}
