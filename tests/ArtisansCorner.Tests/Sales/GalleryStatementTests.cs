using ArtisansCorner.Sales.Consigning;
using ArtisansCorner.Tests.Harness;
using CsCheck;

namespace ArtisansCorner.Tests.Sales;

/// <summary>Galleries on consignment: their terms, what they sold, what they owe, what lies there.</summary>
public abstract class GalleryStatementTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : GalleryStatementTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : GalleryStatementTests(app);

    [Fact]
    public async Task A_gallery_owes_what_it_sold_less_its_share()
    {
        var (shop, gallery) = await OpenAsync();
        // 3 × 19.99 less 5.00 is 54.97, of which 37.5 % are 20.61; a bowl for 26.00 leaves 16.25; postage is all the maker's.
        var sold = await SellAsync(shop, "2026-11-03", shipping: 350, ("MUG", 3, 1999, 500));
        await SellAsync(shop, "2026-11-05", 0, ("BOWL", 1, 2600, 0));
        await SellAsync(shop, "2026-10-31", 0, ("BOWL", 1, 2600, 0));
        (await shop.PostAsync("sales", new { channel = "Fair", day = "2026-11-04", lines = new[] { new { sku = "MUG", quantity = 1, unitPrice = 1999 } } })).Is(201);
        // One mug came back two days later: 18.32, of which 6.87 had been kept.
        (await shop.PostAsync($"sales/{(Guid)sold["id"]}/refunds", new { day = "2026-11-07", restock = true, lines = new[] { new { lineId = (Guid)sold["lines"][0]["id"], quantity = 1 } } })).Is(201);

        var statement = (await shop.GetAsync($"locations/{gallery}/statement?from=2026-11-01&to={Tomorrow}")).Is(200);
        Assert.Equal(("Corner gallery", 37.5m, "2026-09-01", "Ms. Ito, ito@example.com"), ((string?)statement["gallery"], (decimal)statement["share"], (string?)statement["since"], (string?)statement["contact"]));
        Assert.Equal(
            [("2026-11-03", 3, 5497, 2061), ("2026-11-05", 1, 2600, 975), ("2026-11-07", -1, -1832, -687)],
            statement["sold"].Select(row => ((string?)row["day"], (long)row["quantity"], (long)row["goods"], (long)row["kept"])));
        Assert.Equal((3, 6265, 2349, 350, 4266), ((long)statement["pieces"], (long)statement["goods"], (long)statement["kept"], (long)statement["extras"], (long)statement["owed"]));
        // Ten mugs and four bowls were carried there; three and two were sold, one came back.
        Assert.Equal([("BOWL", 2, 2600), ("MUG", 8, 1999)], statement["lies"].Select(piece => ((string?)piece["sku"], (long)piece["onHand"], (long)piece["price"])));
        Assert.Equal((10, 8 * 1999 + 2 * 2600), ((long)statement["piecesThere"], (long)statement["asked"]));

        var october = (await shop.GetAsync($"locations/{gallery}/statement?from=2026-10-01&to=2026-10-31")).Is(200);
        Assert.Equal((2600 - 975, 1), ((long)october["owed"], october["sold"].Count));
    }

    [Fact]
    public async Task The_statement_is_a_page_and_a_file_too()
    {
        var (shop, gallery) = await OpenAsync();
        await SellAsync(shop, "2026-11-05", 0, ("BOWL", 1, 2600, 0));
        var page = System.Net.WebUtility.HtmlDecode(await shop.Http.GetStringAsync($"/{shop.Slug}/inventory/places/{gallery}/statement?from=2026-11-01&to={Tomorrow}", TestContext.Current.CancellationToken));
        foreach (var words in (string[])["Statement of Corner gallery", "They keep 37.5 %", "£16.25", "Ms. Ito", $"statement.csv?from=2026-11-01&to={Tomorrow}"]) Assert.Contains(words, page, StringComparison.Ordinal);
        string[] file =
        [
            "Day,Kind,What,Code,Pieces,Amount (GBP),Gallery keeps (GBP),Owed (GBP)", "2026-11-05,Sold,Bowl,,1,26.00,9.75,16.25", $"{Tomorrow},Lies there,Bowl,BOWL,3,78.00,,", $"{Tomorrow},Lies there,Mug,MUG,10,199.90,,", "",
        ];
        foreach (var address in (string[])[shop.Api($"locations/{gallery}/statement.csv?from=2026-11-01&to={Tomorrow}"), $"/{shop.Slug}/inventory/places/{gallery}/statement.csv?from=2026-11-01&to={Tomorrow}"])
            Assert.Equal(string.Join("\r\n", file), await shop.Http.GetStringAsync(address, TestContext.Current.CancellationToken));
        Assert.Contains("/statement", await shop.Http.GetStringAsync($"/{shop.Slug}/inventory/places/{gallery}", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terms_are_kept_changed_and_refused_where_they_make_no_sense()
    {
        var (shop, gallery) = await OpenAsync();
        // Who says nothing of the kind changes nothing of the terms.
        Assert.Equal(37.5m, (decimal)(await shop.PutAsync($"locations/{gallery}", new { name = "Gallery of the corner" })).Is(200)["share"]);
        Assert.Equal(40m, (decimal)(await shop.PutAsync($"locations/{gallery}", new { name = "Corner gallery", kind = "gallery", share = 40 })).Is(200)["share"]);
        Assert.False((await shop.GetAsync($"locations/{gallery}")).Is(200).Has("contact"));
        foreach (var share in (decimal[])[-1, 100.01m, 33.333m]) (await shop.PutAsync($"locations/{gallery}", new { name = "Corner gallery", kind = "gallery", share })).Refuses(422, "share");
        (await shop.PutAsync($"locations/{gallery}", new { name = "Corner gallery", kind = "studio", share = 10 })).Refuses(422, "share");
        Assert.Equal(412, (await shop.PutAsync($"locations/{gallery}", new { name = "X", kind = "gallery" }, "\"1\"")).Status);
        Assert.Equal(40m, (decimal)(await shop.GetAsync($"locations/{gallery}")).Is(200)["share"]);
        var studio = (Guid)(await shop.GetAsync("locations")).Is(200)["items"][0]["id"];
        (await shop.GetAsync($"locations/{studio}/statement")).Refuses(409);
        (await shop.GetAsync($"locations/{Guid.CreateVersion7()}/statement")).Refuses(404);
        (await shop.GetAsync($"locations/{gallery}/statement?from=2026-12-01&to=2026-11-01")).Refuses(422, "from");
    }

    [Fact]
    public void What_comes_back_gives_back_what_was_kept() =>
        Gen.Select(Gen.Long[0, 1_000_000_000_000], Gen.Int[0, 10_000]).Sample((amount, share) => GalleryShare.Of(-amount, share / 100m) == -GalleryShare.Of(amount, share / 100m) && GalleryShare.Of(amount, 100) == amount && GalleryShare.Of(amount, 0) == 0);

    // Pieces are carried there today.
    private string Tomorrow => app.Time.GetUtcNow().AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<(TestShop Shop, Guid Gallery)> OpenAsync()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", 1999, 20, name: "Mug");
        await shop.AddProductAsync("BOWL", 2600, 9, name: "Bowl");
        var made = (await shop.PostAsync("locations", new { name = "Corner gallery", kind = "gallery", share = 37.5, since = "2026-09-01", contact = " Ms. Ito, ito@example.com " })).Is(201);
        foreach (var (sku, quantity) in ((string, int)[])[("MUG", 10), ("BOWL", 4)]) (await shop.PostAsync("stock/moves", new { sku, quantity, to = "Corner gallery" })).Is(201);
        return (shop, (Guid)made["id"]);
    }

    private static async Task<Json> SellAsync(TestShop shop, string day, long shipping, (string Sku, long Quantity, long Price, long Discount) line) =>
        (await shop.PostAsync("sales", new { channel = "Gallery", day, location = "Corner gallery", shipping, lines = new[] { new { sku = line.Sku, quantity = line.Quantity, unitPrice = line.Price, discount = line.Discount } } })).Is(201);
}
