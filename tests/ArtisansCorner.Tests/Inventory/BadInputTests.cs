using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Inventory;

/// <summary>What nobody can mean gets a clear sentence, and nothing is changed by it.</summary>
public abstract class BadInputTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : BadInputTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : BadInputTests(app);

    [Fact]
    public async Task Each_is_refused_under_its_field_and_nothing_changes()
    {
        var shop = await app.OpenShopAsync();
        var mug = await shop.AddProductAsync("MUG", pieces: 3);
        var clay = (Guid)(await shop.PostAsync("materials", new { name = "Clay", unit = "g" })).Is(201)["id"];
        (await shop.PostAsync("stock/movements", new { materialId = clay, quantity = 100, reason = "received" })).Is(201);
        var recipe = (await shop.PostAsync("recipes", new { variantId = mug, yield = 1, laborMinutes = 5, lines = new[] { new { materialId = clay, quantity = 10 } } })).Is(201);
        var before = await StateAsync(shop);
        (string Path, object Body, string Field, string Words)[] wrong =
        [
            ("products", new { name = "Bowl", variants = new[] { new { sku = "BOWL", price = -1 } } }, "variants[0].price", "price"),
            ("products", new { name = "Bowl", variants = new[] { new { sku = "mug", price = 1 } } }, "variants[0].sku", "mug"),
            ("products", new { name = "Bowl", variants = new[] { new { sku = "BOWL", price = 1 }, new { sku = "bowl", price = 1 } } }, "variants[1].sku", "bowl"),
            ("stock/movements", new { sku = "MUG", quantity = 1_000_000_001, reason = "received" }, "quantity", "billion"),
            ("stock/movements", new { sku = "MUG", quantity = 1, reason = "received", unitCost = -1 }, "unitCost", "zero or more"),
            ("stock/movements", new { materialId = clay, quantity = 1, unit = "ml", reason = "received" }, "quantity", "nothing says how many g one ml is"),
        ];
        foreach (var (path, body, field, words) in wrong)
        {
            var answer = await shop.PostAsync(path, body);
            Assert.InRange(answer.Status, 400, 422);
            Assert.Contains(words, answer.Text, StringComparison.OrdinalIgnoreCase);
            Assert.NotEmpty(answer.Refuses(answer.Status, field));
        }

        // A recipe that is there is not changed into one that needs what it makes.
        var circle = await shop.PutAsync($"recipes/{(Guid)recipe["id"]}", new { yield = 1, laborMinutes = 5, lines = new[] { new { variantId = mug, quantity = 1 } } });
        Assert.Contains("itself", circle.Refuses(circle.Status, "lines[0].variantId"), StringComparison.Ordinal);
        Assert.Equal(before, await StateAsync(shop));
    }

    [Fact]
    public async Task Who_saves_over_a_change_of_a_supplier_they_did_not_see_is_told()
    {
        var shop = await app.OpenShopAsync();
        var path = $"suppliers/{(Guid)(await shop.PostAsync("suppliers", new { name = "Clay & Co" })).Is(201)["id"]}";
        var seen = (await shop.GetAsync(path)).Headers.ETag!.Tag;
        (await shop.PutAsync(path, new { name = "Clay & Sons" }, seen)).Is(200);
        (await shop.PutAsync(path, new { name = "Lost" }, seen)).Refuses(412);
        (await shop.PutAsync(path, new { name = "Lost" }, "\"nonsense\"")).Refuses(412);
        Assert.Equal("Clay & Sons", (string?)(await shop.GetAsync(path)).Is(200)["name"]);
    }

    private static async Task<string> StateAsync(TestShop shop)
    {
        List<string> lists = [];
        foreach (var list in (string[])["products", "stock", "materials?all=true", "recipes", "stock/movements"]) lists.Add((await shop.GetAsync(list)).Text);
        return string.Join('\n', lists);
    }
}
