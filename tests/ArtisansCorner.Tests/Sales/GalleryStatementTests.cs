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
    public async Task What_a_gallery_paid_leaves_the_rest_open_over_the_months()
    {
        var (shop, gallery) = await OpenAsync();
        await SellAsync(shop, "2026-10-20", shipping: 350, ("MUG", 3, 1999, 500));
        await SellAsync(shop, "2026-11-05", 0, ("BOWL", 1, 2600, 0));
        // 34.36 for the mugs and 3.50 of postage were owed in October, 16.25 in November; 20.00 came in October and 30.00 in November.
        var first = (await PayAsync(shop, gallery, 2000, "2026-10-31")).Is(201);
        for (var i = 0; i < 2; i++) (await shop.PostAsync($"locations/{gallery}/payments", new { amount = 3000, day = "2026-11-10", note = " Bank transfer " }, key: "november")).Is(201);
        Assert.Equal((0, 3786, 2000, 1786), await OwedAsync(shop, gallery, "2026-10-01", "2026-10-31"));
        Assert.Equal((1786, 1625, 3000, 411), await OwedAsync(shop, gallery, "2026-11-01", "2026-11-20"));
        Assert.Equal((1786, 1625, 0, 3411), await OwedAsync(shop, gallery, "2026-11-01", "2026-11-09"));
        Assert.Equal((411, 0, 0, 411), await OwedAsync(shop, gallery, "2026-11-11", "2026-11-20"));
        var paid = Assert.Single((await shop.GetAsync($"locations/{gallery}/statement?from=2026-11-01&to=2026-11-20")).Is(200)["payments"]);
        Assert.Equal(("2026-11-10", 3000, "Bank transfer"), ((string?)paid["day"], (long)paid["amount"], (string?)paid["note"]));

        // Taken back and restored, each twice at once.
        for (var i = 0; i < 2; i++) Assert.Equal(204, (await shop.PostAsync($"locations/{gallery}/payments/{(Guid)first["id"]}/undo")).Status);
        Assert.Equal((3786, 1625, 3000, 2411), await OwedAsync(shop, gallery, "2026-11-01", "2026-11-20"));
        for (var i = 0; i < 2; i++) Assert.Equal(204, (await shop.PostAsync($"locations/{gallery}/payments/{(Guid)first["id"]}/restore")).Status);
        Assert.Equal((1786, 1625, 3000, 411), await OwedAsync(shop, gallery, "2026-11-01", "2026-11-20"));
    }

    [Fact]
    public async Task A_payment_that_makes_no_sense_is_refused_and_nothing_of_it_is_kept()
    {
        var (shop, gallery) = await OpenAsync();
        foreach (var amount in (long[])[0, -1, 100_000_000_001]) (await PayAsync(shop, gallery, amount, "2026-11-10")).Refuses(422, "amount");
        foreach (var day in (string[])["1989-12-31", "2999-01-01"]) (await PayAsync(shop, gallery, 100, day)).Refuses(422, "day");
        (await shop.PostAsync($"locations/{gallery}/payments", new { amount = 100, note = new string('n', 301) })).Refuses(422, "note");
        var studio = (Guid)(await shop.GetAsync("locations")).Is(200)["items"][0]["id"];
        (await PayAsync(shop, studio, 100, "2026-11-10")).Refuses(409);
        (await PayAsync(shop, Guid.CreateVersion7(), 100, "2026-11-10")).Refuses(404);
        foreach (var step in (string[])["undo", "restore"]) (await shop.PostAsync($"locations/{gallery}/payments/{Guid.CreateVersion7()}/{step}")).Refuses(404);
        Assert.Empty((await shop.GetAsync($"locations/{gallery}/statement")).Is(200)["payments"]);
    }

    [Fact]
    public async Task New_terms_leave_what_was_owed_before_as_it_was()
    {
        var (shop, gallery) = await OpenAsync();
        await SellAsync(shop, "2026-10-20", 0, ("BOWL", 1, 2600, 0));
        var sold = await SellAsync(shop, "2026-11-05", 0, ("BOWL", 1, 2600, 0));
        // Half of it from November on: October stays at 37.5 %.
        (await shop.PutAsync($"locations/{gallery}", new { name = "Corner gallery", kind = "gallery", share = 50, since = "2026-11-01" })).Is(200);
        Assert.Equal((1625, 1300, 0, 2925), await OwedAsync(shop, gallery, "2026-11-01", "2026-11-10"));
        // Rather from the tenth on: the border moves. What comes back later goes by the day it was sold.
        (await shop.PutAsync($"locations/{gallery}", new { name = "Corner gallery", kind = "gallery", share = 50, since = "2026-11-10" })).Is(200);
        (await shop.PostAsync($"sales/{(Guid)sold["id"]}/refunds", new { day = "2026-11-12", restock = true, lines = new[] { new { lineId = (Guid)sold["lines"][0]["id"], quantity = 1 } } })).Is(201);
        Assert.Equal((1625, 0, 0, 1625), await OwedAsync(shop, gallery, "2026-11-01", "2026-11-20"));
        // What was wrong from the beginning is set right for all days.
        (await shop.PutAsync($"locations/{gallery}", new { name = "Corner gallery", kind = "gallery", share = 40, since = "2026-11-10" })).Is(200);
        Assert.Equal((1625, 0, 0, 1625), await OwedAsync(shop, gallery, "2026-11-01", "2026-11-20"));
    }

    [Fact]
    public async Task A_payment_is_written_down_and_taken_back_on_the_page()
    {
        var (shop, gallery) = await OpenAsync();
        await SellAsync(shop, "2026-11-05", 0, ("BOWL", 1, 2600, 0));
        var page = $"inventory/places/{gallery}/statement?from=2026-11-01&to=2026-11-20";
        Task<Landing> SendAsync(string amount) => shop.PostFormAsync(page, page, ("_handler", "payment"), ("Payment.Token", $"{Guid.CreateVersion7()}"), ("Payment.Amount", amount), ("Payment.Day", "2026-11-10"), ("Payment.Note", "Cash & thanks"));
        Assert.Contains("How much did they pay?", (await SendAsync("0")).Text, StringComparison.Ordinal);
        Assert.Contains("is not an amount", (await SendAsync("much")).Text, StringComparison.Ordinal);
        var written = await SendAsync("10.00");
        foreach (var words in (string[])["Paid on 10 Nov", "Cash & thanks", "£6.25", "Open at the end of 20 Nov"]) Assert.Contains(words, written.Text, StringComparison.Ordinal);
        var undone = await shop.PostFormAsync(page, written.Undo!);
        Assert.DoesNotContain("Paid on", undone.Text, StringComparison.Ordinal);
        Assert.Contains("Paid on 10 Nov", (await shop.PostFormAsync(page, undone.Undo!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_statement_is_a_page_and_a_file_too()
    {
        var (shop, gallery) = await OpenAsync();
        await SellAsync(shop, "2026-10-05", 0, ("BOWL", 1, 2600, 0));
        await SellAsync(shop, "2026-11-05", 0, ("BOWL", 1, 2600, 0));
        (await PayAsync(shop, gallery, 3000, "2026-11-10")).Is(201);
        var page = System.Net.WebUtility.HtmlDecode(await shop.Http.GetStringAsync($"/{shop.Slug}/inventory/places/{gallery}/statement?from=2026-11-01&to={Tomorrow}", TestContext.Current.CancellationToken));
        foreach (var words in (string[])["Statement of Corner gallery", "They keep 37.5 %", "£16.25", "Ms. Ito", $"statement.csv?from=2026-11-01&to={Tomorrow}"]) Assert.Contains(words, page, StringComparison.Ordinal);
        string[] file =
        [
            "Day,Kind,What,Code,Pieces,Amount (GBP),Gallery keeps (GBP),Owed (GBP)", "2026-11-01,Open from before,,,,,,16.25", "2026-11-05,Sold,Bowl,,1,26.00,9.75,16.25", "2026-11-10,Paid,,,,,,-30.00", $"{Tomorrow},Lies there,Bowl,BOWL,2,52.00,,", $"{Tomorrow},Lies there,Mug,MUG,10,199.90,,", "",
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

    private static Task<Answer> PayAsync(TestShop shop, Guid gallery, long amount, string day) => shop.PostAsync($"locations/{gallery}/payments", new { amount, day });

    private static async Task<(long Before, long Owed, long Paid, long Open)> OwedAsync(TestShop shop, Guid gallery, string from, string to)
    {
        var statement = (await shop.GetAsync($"locations/{gallery}/statement?from={from}&to={to}")).Is(200);
        return ((long)statement["openBefore"], (long)statement["owed"], (long)statement["paid"], (long)statement["open"]);
    }

    private static async Task<Json> SellAsync(TestShop shop, string day, long shipping, (string Sku, long Quantity, long Price, long Discount) line) =>
        (await shop.PostAsync("sales", new { channel = "Gallery", day, location = "Corner gallery", shipping, lines = new[] { new { sku = line.Sku, quantity = line.Quantity, unitPrice = line.Price, discount = line.Discount } } })).Is(201);
}
