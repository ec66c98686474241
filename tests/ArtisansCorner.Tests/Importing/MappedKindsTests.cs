using System.Net;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>A maker's own spreadsheet of any kind: the page proposes what it holds and which column is what, and remembers the answer.</summary>
public abstract class MappedKindsTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : MappedKindsTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : MappedKindsTests(app);

    [Theory]
    [InlineData("products", "products", "Bezeichnung;VK-Preis;Artikelnr;Warengruppe;Bestand;Datum der Aufnahme", "Becher;24,00;BE-1;Becher;7;5.1.2026", "Schale;18,50;SC-1;Schalen;2;6.1.2026")]
    [InlineData("materials", "materials", "Rohstoff;Mengeneinheit;Artikelnr;Lagerbestand;EK-Preis", "Ton;kg;T-1;12,5;1,48", "Glasur;Liter;G-1;3;14,00")]
    [InlineData("customers", "customers", "Kunde;E-Mail-Adresse;Wohnort;PLZ", "Ada Byron;ada@example.org;London;N1 1AA", "Bob Reed;bob@example.org;Leeds;LS1 1AA")]
    [InlineData("purchases", "purchases", "Rechnungsdatum;Lieferant;Artikelnr;Menge;Einzelpreis;Versandkosten", "5.1.2026;Ton & Co;MUG;10;2,00;5,00", "6.1.2026;Ton & Co;BOWL;5;3,00;")]
    [InlineData("expenses", "expenses", "Belegdatum;Bruttobetrag;Wofür;Empfänger;Vorsteuer", "5.1.2026;119,00;Miete;Hof;19,00", "6.1.2026;9,90;Porto;Post;")]
    public async Task What_a_table_holds_is_proposed_mapped_and_remembered(string kind, string many, string heading, string first, string second)
    {
        var shop = await app.OpenShopAsync(currency: "EUR", country: "DE", timeZone: "Europe/Berlin");
        await shop.AddProductAsync("MUG");
        await shop.AddProductAsync("BOWL");
        var read = await shop.ReadAsync(Files.Csv(heading, first, second));
        Assert.Equal("failed", (string?)read["status"]);

        var page = $"import/{(Guid)read["id"]}/columns?part=0";
        var text = WebUtility.HtmlDecode(await shop.Http.GetStringAsync(new Uri($"/{shop.Slug}/{page}", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Contains($"<option value=\"{kind}\" selected>", text, StringComparison.Ordinal);
        Assert.Contains("All of the first 2 rows can go in", text, StringComparison.Ordinal);

        // As it is proposed.
        (string, string)[] proposed = [.. Proposed(text)];
        await shop.PostFormAsync(page, page, [("_handler", "columns"), ("was", kind), ("as", kind), .. proposed, ("do", "save")]);
        var mapped = await shop.UntilAsync((Guid)read["id"], "ready", "failed");
        Assert.Equal((kind, "ready", 0), ((string?)mapped["format"], (string?)mapped["status"], (int)mapped["rejected"]));
        Assert.Equal(2, kind is "products" or "customers" ? (long)mapped["adds"][many] : mapped.Others(many).Adds);
        var done = await shop.DoAsync(mapped, "apply", "done");

        // The same table again, its columns in another order, is known and adds nothing.
        var again = await shop.ReadAsync(Files.Csv(Reversed(heading), Reversed(first), Reversed(second)));
        Assert.Equal((kind, "ready"), ((string?)again["format"], (string?)again["status"]));
        Assert.Contains("As you told us on", (string?)again["why"], StringComparison.Ordinal);
        Assert.Equal(0, kind is "products" or "customers" ? (long)again["adds"][many] : again.Others(many).Adds);
        await shop.DoAsync(done, "undo", "undone");
    }

    [Fact]
    public async Task Another_kind_can_be_chosen_and_what_it_needs_is_said()
    {
        var shop = await app.OpenShopAsync();
        var read = await shop.ReadAsync("Wer;Mail\nAda;ada@example.org\n");
        var page = $"import/{(Guid)read["id"]}/columns?part=0";
        var text = (await shop.PostFormAsync(page, page, ("_handler", "columns"), ("was", "sales"), ("as", "materials"))).Text;
        Assert.Contains("Still needed: what it is called; the unit it is used in.", text, StringComparison.Ordinal);
        var customers = (await shop.PostFormAsync(page, page, ("_handler", "columns"), ("was", "customers"), ("as", "customers"), ("c.name", "0"), ("c.email", "1"))).Text;
        Assert.Contains("The first row can go in", customers, StringComparison.Ordinal);
        var refused = (await shop.PostFormAsync(page, page, ("_handler", "columns"), ("was", "customers"), ("as", "customers"), ("c.name", "0"), ("c.email", "-1"), ("do", "save"))).Text;
        Assert.Contains("Still needed: their e-mail address.", refused, StringComparison.Ordinal);
    }

    private static IEnumerable<(string, string)> Proposed(string page)
    {
        foreach (var part in page.Split("<select").Skip(1).Where(part => part.Contains("name=\"c.", StringComparison.Ordinal)))
        {
            var name = part[(part.IndexOf("name=\"c.", StringComparison.Ordinal) + 6)..];
            var select = part[..part.IndexOf("</select>", StringComparison.Ordinal)];
            var at = select.IndexOf(" selected", StringComparison.Ordinal);
            var value = at < 0 ? "-1" : select[(select.LastIndexOf("value=\"", at, StringComparison.Ordinal) + 7)..at].Trim('"');
            yield return (name[..name.IndexOf('"', StringComparison.Ordinal)], value);
        }
    }

    private static string Reversed(string row) => string.Join(';', row.Split(';').Reverse());
}
