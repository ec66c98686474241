using ArtisansCorner.Importing;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Importing;

/// <summary>Who uploaded a file hears by e-mail how it ended when that took long or went wrong.</summary>
public abstract class MailImportTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : MailImportTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : MailImportTests(app);

    [Fact]
    public async Task A_file_that_failed_or_took_long_is_told_once_and_a_quick_one_not_at_all()
    {
        await using var mail = MailServer.Start();
        await using var mine = app.Another(mail.Setting);
        var shop = await mine.OpenShopAsync();
        var quick = await shop.ImportAsync(Files.Csv("order,date,sku,quantity,unit price", "1,2026-01-05,A,1,10.00"));
        Assert.Equal("failed", (string?)(await shop.ReadAsync("nothing,that,we,know\n1,2,3,4\n"))["status"]);
        var failed = Assert.Single(await mail.GotAsync(1));
        Assert.Equal((shop.Email, "sales.csv did not go in"), (failed.To.ToString(), failed.Subject));
        Assert.Contains("We do not know a file with the headings", failed.TextBody!, StringComparison.Ordinal);

        var id = (Guid)quick["id"];
        await mine.InsideAsync(shop.Id, async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var began = mine.Time.GetUtcNow().AddMinutes(-2);
            await db.Imports.Where(import => import.Id == id).ExecuteUpdateAsync(row => row.SetProperty(import => import.StepStartedAt, began), TestContext.Current.CancellationToken);
            foreach (var _ in Enumerable.Range(0, 2)) await ActivatorUtilities.CreateInstance<MailImport>(services).HandleAsync([new ImportFinished(id)], TestContext.Current.CancellationToken);
            return true;
        });
        var done = (await mail.GotAsync(2))[1];
        Assert.Equal("sales.csv is in", done.Subject);
        Assert.Contains("Added 1 sale", done.TextBody!, StringComparison.Ordinal);
        Assert.Equal(2, mail.All.Count);
        // Nobody said where people reach this installation.
        Assert.DoesNotContain("http", done.TextBody!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_e_mail_leads_to_the_import_where_the_address_of_the_site_is_set()
    {
        await using var mail = MailServer.Start();
        await using var mine = app.Another(mail.Setting, ("Site:Url", "https://shop.example.com/"));
        var shop = await mine.OpenShopAsync();
        var read = await shop.ReadAsync("nothing,that,we,know\n1,2,3,4\n");
        var failed = Assert.Single(await mail.GotAsync(1));
        Assert.Contains($"https://shop.example.com/{shop.Slug}/import/{(Guid)read["id"]}", failed.TextBody!, StringComparison.Ordinal);
        Assert.Contains($"href=\"https://shop.example.com/{shop.Slug}/import/{(Guid)read["id"]}\"", failed.HtmlBody!, StringComparison.Ordinal);
    }
}
