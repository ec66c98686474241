using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Catalog;

public abstract class MakerTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : MakerTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : MakerTests(app);

    [Fact]
    public async Task A_co_operative_adds_its_makers_and_renames_them_everywhere()
    {
        var shop = await app.OpenShopAsync(name: "Stroud Makers");
        var first = Assert.Single((await shop.GetAsync("makers")).Is(200)["items"]);
        Assert.Equal(("Stroud Makers", 0), ((string?)first["name"], (int)first["products"]));
        var ana = (Guid)(await shop.PostAsync("makers", new { name = " Ana Lima " })).Is(201)["id"];
        var mug = (await shop.PostAsync("products", new { name = "Mug", makerId = ana, variants = new[] { new { sku = "MUG", price = 1800 } } })).Is(201);
        await shop.SellAsync("MUG");
        Assert.Equal(("Ana Lima", 1), await MakerAsync(shop, ana));
        await Eventually.PassesAsync(async () => Assert.Equal(["Ana Lima"], await RowsAsync(shop)));

        Assert.Equal("Ana L.", (string?)(await shop.PutAsync($"makers/{ana}", new { name = "Ana L." })).Is(200)["name"]);
        await Eventually.PassesAsync(async () => Assert.Equal(["Ana L."], await RowsAsync(shop)));

        // What is theirs is found by them, and listed under their name.
        await shop.AddProductAsync("BOWL");
        Assert.Contains($"by <a href=\"/{shop.Slug}/inventory?maker={ana}\">Ana L.</a>", await PageAsync(shop, $"inventory/{(Guid)mug["id"]}"), StringComparison.Ordinal);
        Assert.Equal("MUG", (string?)Assert.Single((await shop.GetAsync($"stock?maker={ana}")).Is(200)["items"])["sku"]);
        var list = await PageAsync(shop, $"inventory?maker={ana}");
        Assert.Contains("MUG", list, StringComparison.Ordinal);
        Assert.DoesNotContain("BOWL", list, StringComparison.Ordinal);
        Assert.Contains("Mug,From the shelf,Ana L.,", await PageAsync(shop, "inventory/products.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_with_a_sentence_and_nothing_changes()
    {
        var shop = await app.OpenShopAsync(name: "Stroud Makers");
        var only = (Guid)(await shop.GetAsync("makers")).Is(200)["items"][0]["id"];
        (await shop.PostAsync("makers", new { name = " " })).Refuses(422, "name");
        (await shop.PostAsync("makers", new { name = new string('x', 121) })).Refuses(422, "name");
        (await shop.PostAsync("makers", new { name = "STROUD  makers" })).Refuses(422, "name");
        (await shop.PutAsync($"makers/{Guid.CreateVersion7()}", new { name = "Ana" })).Is(404);
        (await shop.GetAsync($"makers/{Guid.CreateVersion7()}")).Is(404);
        (await shop.DeleteAsync($"makers/{only}")).Refuses(409);
        var ana = (Guid)(await shop.PostAsync("makers", new { name = "Ana" })).Is(201)["id"];
        (await shop.PostAsync("products", new { name = "Mug", makerId = ana, variants = new[] { new { sku = "MUG", price = 1800 } } })).Is(201);
        Assert.Contains("1 product is by Ana", (await shop.DeleteAsync($"makers/{ana}")).Refuses(409), StringComparison.Ordinal);
        (await shop.DeleteAsync($"makers/{only}")).Is(204);
        (await shop.DeleteAsync($"makers/{only}")).Is(404);
        Assert.Equal(("Ana", 1), await MakerAsync(shop, ana));
    }

    [Fact]
    public async Task Products_change_hands_alone_and_together_and_their_history_tells_from_whom_to_whom()
    {
        var shop = await app.OpenShopAsync(name: "Stroud Makers");
        var (ana, ben) = ((Guid)(await shop.PostAsync("makers", new { name = "Ana" })).Is(201)["id"], (Guid)(await shop.PostAsync("makers", new { name = "Ben" })).Is(201)["id"]);
        var mug = (Guid)(await shop.PostAsync("products", new { name = "Mug", variants = new[] { new { sku = "MUG", price = 1800 } } })).Is(201)["id"];
        var product = (await shop.GetAsync($"products/{mug}")).Is(200);
        var variant = (Guid)product["variants"][0]["id"];
        await shop.PostFormAsync(
            $"inventory/{mug}", $"inventory/{mug}", ("_handler", "product"), ("Product.Do", "save"), ("Product.Version", $"{(int)product["version"]}"), ("Product.Name", "Mug"), ("Product.MakerId", $"{ana}"),
            ("Product.Variants[0].Id", $"{variant}"), ("Product.Variants[0].Sku", "MUG"), ("Product.Variants[0].Price", "18.00"));
        var done = (await shop.PostAsync("products/bulk", new { productIds = new[] { mug }, makerId = ben })).Is(200);
        Assert.Equal(1, (int)done["changed"]);
        Assert.Equal(["Ana → Ben", " → Ana"], await MovesAsync());
        var page = await PageAsync(shop, $"inventory/{mug}");
        Assert.Contains("Made by: Ben, was Ana", page, StringComparison.Ordinal);
        Assert.Contains("Made by: Ana, was nothing", page, StringComparison.Ordinal);
        (await shop.PostAsync($"products/bulk/{(Guid)done["batchId"]}/undo", new { })).Is(204);
        Assert.Equal(ana, (Guid)(await shop.GetAsync($"products/{mug}")).Is(200)["makerId"]);

        async Task<IEnumerable<string>> MovesAsync() =>
            (await shop.GetAsync($"products/{mug}/changes")).Is(200)["items"].SelectMany(change => change["differences"]).Where(one => (string?)one["field"] == "maker").Select(one => $"{Text(one, "before")} → {Text(one, "after")}");
    }

    [Fact]
    public async Task The_page_renames_adds_and_removes_and_says_what_is_wrong()
    {
        var shop = await app.OpenShopAsync(name: "Stroud Makers");
        var first = (Guid)(await shop.GetAsync("makers")).Is(200)["items"][0]["id"];
        var saved = await PostAsync(("Form.Do", "save"), ("Form.Makers[0].Id", $"{first}"), ("Form.Makers[0].Name", "Ana"), ("Form.Makers[1].Name", "Ben"));
        Assert.Contains("Saved", saved.Text, StringComparison.Ordinal);
        var ben = (await shop.GetAsync("makers")).Is(200)["items"].Single(maker => (string?)maker["name"] == "Ben");
        Assert.Equal(("Ana", 0), await MakerAsync(shop, first));

        var refused = await PostAsync(("Form.Do", "save"), ("Form.Makers[0].Id", $"{first}"), ("Form.Makers[0].Name", "Cleo"), ("Form.Makers[1].Id", $"{(Guid)ben["id"]}"), ("Form.Makers[1].Name", "cleo"));
        Assert.Contains("There is a maker called cleo already.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(("Ana", 0), await MakerAsync(shop, first));

        // Two who take each other's name are no contradiction.
        await PostAsync(("Form.Do", "save"), ("Form.Makers[0].Id", $"{first}"), ("Form.Makers[0].Name", "Ben"), ("Form.Makers[1].Id", $"{(Guid)ben["id"]}"), ("Form.Makers[1].Name", "Ana 🏺"));
        Assert.Equal([("Ben", 0), ("Ana 🏺", 0)], [await MakerAsync(shop, first), await MakerAsync(shop, (Guid)ben["id"])]);

        var removed = await PostAsync(("Form.Do", $"remove:{(Guid)ben["id"]}"));
        Assert.Contains("Taken off the list", removed.Text, StringComparison.Ordinal);
        Assert.Single((await shop.GetAsync("makers")).Is(200)["items"]);

        Task<Landing> PostAsync(params (string, string)[] values) => shop.PostFormAsync("settings/makers", "settings/makers", [("_handler", "makers"), .. values]);
    }

    [Fact]
    public async Task What_the_page_changed_is_taken_back()
    {
        var shop = await app.OpenShopAsync(name: "Stroud Makers");
        var first = (Guid)(await shop.GetAsync("makers")).Is(200)["items"][0]["id"];
        // The new one gets the name that another had.
        var saved = await PostAsync(("Form.Do", "save"), ("Form.Makers[0].Id", $"{first}"), ("Form.Makers[0].Name", "Ana: 🏺 & co"), ("Form.Makers[1].Name", "Stroud Makers"));
        Assert.Equal(["Ana: 🏺 & co", "Stroud Makers"], await NamesAsync());
        Assert.Contains("As it was before", (await UndoAsync(saved.Undo!)).Text, StringComparison.Ordinal);
        Assert.Equal(["Stroud Makers"], await NamesAsync());

        var again = await PostAsync(("Form.Do", "save"), ("Form.Makers[0].Id", $"{first}"), ("Form.Makers[0].Name", "Stroud Makers"), ("Form.Makers[1].Name", "Ben: & co"));
        var ben = (Guid)(await shop.GetAsync("makers")).Is(200)["items"][1]["id"];
        var removed = await PostAsync(("Form.Do", $"remove:{ben}"));
        Assert.Equal(["Stroud Makers"], await NamesAsync());
        await UndoAsync(removed.Undo!);
        Assert.Equal(["Stroud Makers", "Ben: & co"], await NamesAsync());

        // They are who they were: what was added can still go. What changed nothing is not undone.
        Assert.Equal(ben, (Guid)(await shop.GetAsync("makers")).Is(200)["items"][1]["id"]);
        (await shop.PutAsync($"makers/{ben}", new { name = "Ben" })).Is(200);
        Assert.Contains("Someone else changed this meanwhile", (await UndoAsync(again.Undo!)).Text, StringComparison.Ordinal);
        (await shop.PutAsync($"makers/{ben}", new { name = "Ben: & co" })).Is(200);
        Assert.Null((await PostAsync(("Form.Do", "save"), ("Form.Makers[0].Id", $"{first}"), ("Form.Makers[0].Name", "Stroud Makers"))).Undo);
        Assert.Equal(["Stroud Makers", "Ben: & co"], await NamesAsync());

        Task<Landing> PostAsync(params (string, string)[] values) => shop.PostFormAsync("settings/makers", "settings/makers", [("_handler", "makers"), .. values]);
        Task<Landing> UndoAsync(string address) => shop.PostFormAsync("settings/makers", address);
        async Task<IEnumerable<string?>> NamesAsync() => (await shop.GetAsync("makers")).Is(200)["items"].Select(maker => (string?)maker["name"]);
    }

    [Fact]
    public async Task Nobodys_change_is_lost()
    {
        var shop = await app.OpenShopAsync(name: "Stroud Makers");
        var added = await shop.PostAsync("makers", new { name = "Ana" });
        var (ana, seen) = ($"makers/{(Guid)added.Is(201)["id"]}", added.Headers.ETag!.Tag);
        var renamed = await shop.PutAsync(ana, new { name = "Ana L." }, seen);
        Assert.Equal(2, (int)renamed.Is(200)["version"]);
        (await shop.PutAsync(ana, new { name = "Ana Lima" }, seen)).Is(412);
        (await shop.SendAsync(HttpMethod.Delete, ana, version: seen)).Is(412);
        // On the page too, though only another was renamed there.
        var first = (await shop.GetAsync("makers")).Is(200)["items"][0];
        var refused = await shop.PostFormAsync("settings/makers", "settings/makers", ("_handler", "makers"), ("Form.Do", "save"), ("Form.Makers[0].Id", $"{(Guid)first["id"]}"), ("Form.Makers[0].Name", "Ben"), ("Form.Makers[0].Version", "1"),
            ("Form.Makers[1].Id", ana[7..]), ("Form.Makers[1].Name", "Ana"), ("Form.Makers[1].Version", "1"));
        Assert.Contains("Someone else changed this meanwhile", refused.Text, StringComparison.Ordinal);
        Assert.Equal(["Stroud Makers", "Ana L."], (await shop.GetAsync("makers")).Is(200)["items"].Select(maker => (string?)maker["name"]));
        (await shop.SendAsync(HttpMethod.Delete, ana, version: renamed.Headers.ETag!.Tag)).Is(204);
    }

    private static async Task<(string?, int)> MakerAsync(TestShop shop, Guid id)
    {
        var maker = (await shop.GetAsync($"makers/{id}")).Is(200);
        return ((string?)maker["name"], (int)maker["products"]);
    }

    private static async Task<IEnumerable<string?>> RowsAsync(TestShop shop) => (await shop.GetAsync("analytics/breakdown?by=maker")).Is(200)["items"].Select(row => (string?)row["name"]);

    private static Task<string> PageAsync(TestShop shop, string path) => shop.Http.GetStringAsync($"/{shop.Slug}/{path}", TestContext.Current.CancellationToken);

    private static string Text(Json one, string field) => one.Has(field) ? (string?)one[field] ?? "" : "";
}
