using System.Net;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>The page on which a person says what the columns of a table mean.</summary>
public abstract class ColumnsPageTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : ColumnsPageTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : ColumnsPageTests(app);

    [Fact]
    public async Task The_columns_of_an_unknown_table_are_proposed_shown_and_remembered()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("BE-1");
        const string file = "Wann;Was;Nr im Laden;Preis;Bemerkung;Kontakt\n5.1.2026;Becher;BE-1;10,00;;ada@example.com\n6.1.2026;Schale;SC-9;12,50;rot;bob@example.com\n";
        var read = await shop.ReadAsync(file);
        Assert.Equal("failed", (string?)read["status"]);
        Assert.Contains("Say what its columns mean", await PageAsync(shop, read), StringComparison.Ordinal);

        // Days and e-mail addresses by what stands in them, the others by their names.
        var page = $"import/{(Guid)read["id"]}/columns?part=0";
        var text = WebUtility.HtmlDecode(await shop.Http.GetStringAsync(new Uri($"/{shop.Slug}/{page}", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal(["Wann", "Preis", "Kontakt", "Bemerkung"], Chosen(text, "date", "unit price", "customer email", "note"));
        Assert.Contains("Still needed: what was sold, or your code of it.", text, StringComparison.Ordinal);
        Assert.Contains("This or “Your code of it” is needed", text, StringComparison.Ordinal);

        var look = await shop.PostFormAsync(page, page, ("_handler", "columns"), ("was", "sales"), ("c.date", "0"), ("c.unit price", "3"), ("c.title", "1"), ("c.sku", "2"), ("do", "look"));
        Assert.Contains("All of the first 2 rows can go in", look.Text, StringComparison.Ordinal);
        var wrong = await shop.PostFormAsync(page, page, ("_handler", "columns"), ("was", "sales"), ("c.date", "0"), ("c.unit price", "1"), ("c.title", "1"));
        Assert.Contains("no: not an amount", wrong.Text, StringComparison.Ordinal);

        await shop.PostFormAsync(page, page, ("_handler", "columns"), ("was", "sales"), ("c.date", "0"), ("c.unit price", "3"), ("c.title", "1"), ("c.sku", "2"), ("c.customer email", "5"), ("c.note", "4"), ("do", "save"));
        var mapped = await shop.UntilAsync((Guid)read["id"], "ready", "failed");
        Assert.Equal(("sales", 2, 1, 2), ((string?)mapped["format"], (int)mapped["adds"]["sales"], (int)mapped["adds"]["products"], (int)mapped["adds"]["customers"]));
        await shop.DoAsync(mapped, "apply", "done");

        var next = await shop.ReadAsync("Was;Wann;Kontakt;Preis;Bemerkung;Nr im Laden\nBecher;7.1.2026;ada@example.com;10,00;;BE-1\n");
        Assert.Equal(("ready", 1), ((string?)next["status"], (int)next["adds"]["sales"]));
        Assert.Contains("As you told us on", (string?)next["why"], StringComparison.Ordinal);
        // Another shop was told nothing.
        Assert.Equal("failed", (string?)(await (await app.OpenShopAsync()).ReadAsync(file))["status"]);
    }

    private static IEnumerable<string> Chosen(string page, params string[] fields) => fields.Select(field =>
    {
        var select = page[page.IndexOf($"name=\"c.{field}\"", StringComparison.Ordinal)..];
        select = select[..select.IndexOf("</select>", StringComparison.Ordinal)];
        var at = select.IndexOf(" selected>", StringComparison.Ordinal);
        return at < 0 ? "" : select[(at + 10)..select.IndexOf('<', at)];
    });

    private static Task<string> PageAsync(TestShop shop, Json import) =>
        shop.Http.GetStringAsync(new Uri($"/{shop.Slug}/import/{(Guid)import["id"]}", UriKind.Relative), TestContext.Current.CancellationToken);
}
