using System.Net;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>The page of an import that is done.</summary>
public abstract class ImportDoneTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : ImportDoneTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : ImportDoneTests(app);

    [Fact]
    public async Task It_leads_to_the_figures_of_its_own_days_and_names_only_what_it_brought()
    {
        var shop = await app.OpenShopAsync();
        var done = await shop.ImportAsync("date,title,unit price\n2026-03-04,Mug,12.00\n2026-03-09,Bowl,20.00\n");
        var page = WebUtility.HtmlDecode(await shop.Http.GetStringAsync(new Uri($"/{shop.Slug}/import/{(Guid)done["id"]}", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Contains($"href=\"/{shop.Slug}?from=2026-03-04&to=2026-03-09\">See your figures", page, StringComparison.Ordinal);
        Assert.Contains("This takes back 2 sales, and the products", page, StringComparison.Ordinal);
    }
}
