using System.Net;
using System.Text.RegularExpressions;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Making;

/// <summary>Materials, recipes and batches as people work with them, without scripts.</summary>
public abstract partial class MakingPagesTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : MakingPagesTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : MakingPagesTests(app);

    [Fact]
    public async Task From_an_empty_shelf_to_a_batch_of_soap()
    {
        var shop = await app.OpenShopAsync();
        var soap = await shop.AddProductAsync("SOAP", price: 650, name: "Bar of soap");
        Assert.Contains("No recipes yet", await PageAsync(shop, "making"), StringComparison.Ordinal);

        // What an hour costs.
        var typed = Hidden(await PageAsync(shop, "making"));
        (typed["_handler"], typed["Rates.Labor"], typed["Rates.Overhead"], typed["Rates.LaborIsValued"]) = ("rates", "a lot", "4", "on");
        Assert.Contains("is not an amount", await PostAsync(shop, "making", typed, 200), StringComparison.Ordinal);
        typed["Rates.Labor"] = "20";
        await PostAsync(shop, "making", typed, 302);

        // A material, bought once however often the form is sent.
        typed = Hidden(await PageAsync(shop, "making/materials"));
        (typed["_handler"], typed["Material.Name"], typed["Material.Unit"], typed["Material.PurchaseUnit"]) = ("material", "", "ml", "bottle");
        var refused = await PostAsync(shop, "making/materials", typed, 200);
        Assert.Contains("What is it called?", refused, StringComparison.Ordinal);
        Assert.Contains("Say how many ml one bottle holds.", refused, StringComparison.Ordinal);
        (typed["Material.Name"], typed["Material.Holds"], typed["Material.Threshold"]) = ("Olive oil", "750", "100.5");
        for (var i = 0; i < 2; i++) await PostAsync(shop, "making/materials", typed, 302);
        var oil = (Guid)Assert.Single((await shop.GetAsync("materials")).Is(200)["items"])["id"];
        typed = Hidden(await PageAsync(shop, $"making/materials/{oil}"));
        (typed["_handler"], typed["Booking.Reason"], typed["Booking.Quantity"], typed["Booking.Unit"], typed["Booking.Cost"]) = ("move", "Received", "2", "bottle", "12");
        for (var i = 0; i < 2; i++) await PostAsync(shop, $"making/materials/{oil}", typed, 302);
        Assert.Contains("+1,500\u00A0ml", Words(await PageAsync(shop, $"making/materials/{oil}")), StringComparison.Ordinal);

        // The recipe, from the product's page.
        var away = await shop.Http.GetAsync(new Uri($"/{shop.Slug}/making/of/{soap}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal($"/{shop.Slug}/making/new?makes={soap}", away.Headers.Location!.ToString());
        typed = Hidden(await PageAsync(shop, $"making/new?makes={soap}"));
        (typed["_handler"], typed["Recipe.Do"], typed["Recipe.Makes"], typed["Recipe.Yield"], typed["Recipe.LaborMinutes"]) = ("recipe", "save", soap.ToString(), "10", "45");
        Assert.Contains("What is it made of?", await PostAsync(shop, "making/new", typed, 200), StringComparison.Ordinal);
        (typed["Recipe.Lines[0].Item"], typed["Recipe.Lines[0].Quantity"], typed["Recipe.Lines[0].Unit"]) = (oil.ToString(), "500", "g");
        Assert.Contains("nothing says how many ml one g is", Words(await PostAsync(shop, "making/new", typed, 200)), StringComparison.Ordinal);
        (typed["Recipe.Lines[0].Unit"], typed["Recipe.Lines[1].Item"], typed["Recipe.Lines[1].Quantity"]) = ("", "", "");
        for (var i = 0; i < 2; i++) await PostAsync(shop, "making/new", typed, 302);
        var recipe = Assert.Single((await shop.GetAsync("recipes")).Is(200)["items"]);
        var page = Words(await PageAsync(shop, $"making/{(Guid)recipe["id"]}"));
        // 500 of 1,500 ml for 12.00, 45 minutes at 20.00 and 4.00.
        foreach (var words in new[] { "£4.00", "£15.00", "£3.00", "£22.00", "One costs £2.20 and is sold at £6.50, so 66\u00A0% is left", "you can make 30 pieces" }) Assert.Contains(words, page, StringComparison.Ordinal);

        // The batch, and back again.
        typed = Hidden(await PageAsync(shop, $"making/{(Guid)recipe["id"]}"));
        (typed["_handler"], typed["Batch.Quantity"], typed["Batch.Wasted"], typed["Batch.Day"]) = ("batch", "9", "1", "2026-01-02");
        for (var i = 0; i < 2; i++) await PostAsync(shop, $"making/{(Guid)recipe["id"]}", typed, 302);
        Assert.Equal(9, (long)(await shop.StockOfAsync("SOAP"))["onHand"]);
        page = await PageAsync(shop, "making/batches");
        Assert.Contains("Materials £4.00 · work £15.00 · studio £3.00. Used 500\u00A0ml Olive oil.", Words(page), StringComparison.Ordinal);
        Assert.Contains("2 Jan 2026", page, StringComparison.Ordinal);
        var undo = BatchUndo().Match(page).Groups[1].Value;
        for (var i = 0; i < 2; i++) await PostAsync(shop, undo[(shop.Slug.Length + 2)..], Hidden(page), 302);
        Assert.Equal(0, (long)(await shop.StockOfAsync("SOAP"))["onHand"]);
        Assert.Contains("taken back", await PageAsync(shop, "making/batches"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipe_is_changed_line_by_line_and_put_away_with_a_way_back()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG");
        var clay = (Guid)(await shop.PostAsync("materials", new { name = "Clay", unit = "g", purchaseUnit = "kg" })).Is(201)["id"];
        var id = (Guid)(await shop.PostAsync("recipes", new { sku = "MUG", yield = 1, laborMinutes = 20, lines = new[] { new { materialId = clay, quantity = 0.4, unit = "kg" } } })).Is(201)["id"];
        var page = await PageAsync(shop, $"making/{id}");
        Assert.Contains("cost not known yet", page, StringComparison.Ordinal);
        var typed = Hidden(page);
        (typed["_handler"], typed["Recipe.Do"], typed["Recipe.Yield"], typed["Recipe.LaborMinutes"]) = ("recipe", "line", "1", "25");
        (typed["Recipe.Lines[0].Item"], typed["Recipe.Lines[0].Quantity"], typed["Recipe.Lines[0].Unit"]) = (clay.ToString(), "0.4", "kg");
        Assert.Contains("Recipe.Lines[1].Item", await PostAsync(shop, $"making/{id}", typed, 200), StringComparison.Ordinal);
        typed["Recipe.Do"] = "save";
        await PostAsync(shop, $"making/{id}", typed, 302);
        Assert.Contains("changed this meanwhile", await PostAsync(shop, $"making/{id}", typed, 200), StringComparison.Ordinal);
        page = Words(await PageAsync(shop, $"making/{id}"));
        Assert.Contains("version 2", page, StringComparison.Ordinal);
        Assert.Contains("0.4\u00A0kg Clay", page, StringComparison.Ordinal);

        await PostAsync(shop, $"making/{id}/put-away", Hidden(await PageAsync(shop, $"making/{id}")), 302);
        page = await PageAsync(shop, "making");
        Assert.Contains($"action=\"/{shop.Slug}/making/{id}/take-out\"", page, StringComparison.Ordinal);
        await PostAsync(shop, $"making/{id}/take-out", Hidden(page), 302);
        Assert.Contains("Material missing", await PageAsync(shop, "making"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_material_is_taken_back_changed_and_retired()
    {
        var shop = await app.OpenShopAsync();
        var clay = (Guid)(await shop.PostAsync("materials", new { name = "Clay", unit = "g", purchaseUnit = "kg" })).Is(201)["id"];
        (await shop.PostAsync("stock/movements", new { materialId = clay, quantity = 12.5, unit = "kg", reason = "received", cost = 2000 })).Is(201);
        var page = await PageAsync(shop, $"making/materials/{clay}");
        var undo = MovementUndo().Match(page).Groups[1].Value;
        for (var i = 0; i < 2; i++) await PostAsync(shop, undo[(shop.Slug.Length + 2)..], Hidden(page), 302);
        page = await PageAsync(shop, $"making/materials/{clay}");
        Assert.Contains("later taken back", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(MovementUndo(), page);
        var typed = Hidden(page);
        (typed["_handler"], typed["Material.Name"], typed["Material.Unit"], typed["Material.PurchaseUnit"], typed["Material.Threshold"]) = ("material", "White clay", "g", "kg", "500");
        await PostAsync(shop, $"making/materials/{clay}", typed, 302);
        Assert.Contains("changed this meanwhile", await PostAsync(shop, $"making/materials/{clay}", typed, 200), StringComparison.Ordinal);
        await PostAsync(shop, $"making/materials/{clay}/retire", Hidden(page), 302);
        page = await PageAsync(shop, "making/materials");
        Assert.Contains("White clay", page, StringComparison.Ordinal);
        Assert.Contains($"action=\"/{shop.Slug}/making/materials/{clay}/restore\"", page, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await shop.Http.GetAsync(new Uri($"/{shop.Slug}/making/materials/{Guid.CreateVersion7()}", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(404, (int)(await shop.Http.GetAsync(new Uri($"/{shop.Slug}/making/{Guid.CreateVersion7()}", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    private static Dictionary<string, string> Hidden(string page) =>
        HiddenField().Matches(page).DistinctBy(field => field.Groups[1].Value).ToDictionary(field => field.Groups[1].Value, field => WebUtility.HtmlDecode(field.Groups[2].Value));

    private static string Words(string page) => Space().Replace(WebUtility.HtmlDecode(Tag().Replace(page, "")), " ");

    private static Task<string> PageAsync(TestShop shop, string path) => shop.Http.GetStringAsync(new Uri($"/{shop.Slug}/{path}", UriKind.Relative), TestContext.Current.CancellationToken);

    private static async Task<string> PostAsync(TestShop shop, string path, Dictionary<string, string> typed, int status)
    {
        using var body = new FormUrlEncodedContent(typed);
        var answer = await shop.Http.PostAsync(new Uri($"/{shop.Slug}/{path}", UriKind.Relative), body, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode == status, $"{path} answered {(int)answer.StatusCode}: {Words(text)}");
        return text;
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();

    [GeneratedRegex("action=\"([^\"]+/batches/[^\"]+/undo)\"")]
    private static partial Regex BatchUndo();

    [GeneratedRegex("action=\"([^\"]+/movements/[^\"]+/undo)\"")]
    private static partial Regex MovementUndo();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex("[ \n]+")]
    private static partial Regex Space();
}
