using ArtisansCorner.Importing;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Importing;

/// <summary>What is kept of files, and for how long.</summary>
public abstract class ImportFilesTests(App app)
{
    private const string Heading = "order,date,title,unit price";

    public sealed class OnSqlite(AppOnSqlite app) : ImportFilesTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : ImportFilesTests(app);

    [Fact]
    public async Task Nothing_stays_of_an_upload_that_is_refused()
    {
        var shop = await app.OpenShopAsync();
        using var body = new MultipartFormDataContent { { new ByteArrayContent("order,date\n"u8.ToArray()), "file", "sales.csv" }, { new StringContent("no JSON"), "mapping" } };
        (await shop.PostAsync("imports", body)).Refuses(422, "mapping");
        (await shop.UploadAsync("order,date\n"u8.ToArray(), fields: ("format", "nonsense"))).Refuses(422, "format");
        Assert.Empty(await FilesAsync(app, shop));
    }

    [Fact]
    public async Task Once_it_is_in_an_upload_is_kept_with_the_rows_that_need_somebody_and_no_longer_what_was_taken_out_of_it()
    {
        var shop = await app.OpenShopAsync();
        var upload = Packed.Zip(("a.csv", Files.Csv(Heading, "1,2026-01-05,Mug,10.00", "9,soon,Mug,10.00")), ("b.csv", Files.Csv(Heading, "2,2026-01-06,Bowl,20.00")));
        var import = await shop.ReadAsync(upload);
        // Read once more, its rejected rows are written anew and not beside the old.
        (await shop.PostAsync($"imports/{(Guid)import["id"]}/read", new { decimalMark = "." })).Is(202);
        import = await shop.UntilAsync((Guid)import["id"], "ready");
        Assert.Equal(4, (await FilesAsync(app, shop)).Count);
        await shop.DoAsync(import, "apply", "done");
        await Eventually.PassesAsync(async () => Assert.Equal(2, (await FilesAsync(app, shop)).Count));
        await shop.DoAsync(import, "undo", "undone");
        Assert.Empty((await shop.GetAsync("sales")).Is(200)["items"]);
    }

    [Fact]
    public async Task A_month_after_it_failed_or_was_taken_back_a_file_is_gone_and_one_that_is_in_stays()
    {
        await using var own = app.Another();
        var shop = await own.OpenShopAsync();
        await shop.ImportAsync(Files.Csv(Heading, "1,2026-01-05,Mug,10.00"));
        await shop.DoAsync(await shop.ImportAsync(Files.Csv(Heading, "2,2026-01-05,Mug,10.00")), "undo", "undone");
        var failed = await shop.ReadAsync("nobody,knows\n1,2\n");
        await ForgetAsync();
        Assert.Equal(3, (await FilesAsync(own, shop)).Count);
        own.Time.Advance(TimeSpan.FromDays(31));
        await ForgetAsync();
        Assert.Single(await FilesAsync(own, shop));
        (await shop.Owner.PostAsync("auth/login", new { email = shop.Email, password = TestShop.Password })).Is(200);
        Assert.Contains("Bring it again", (await shop.PostAsync($"imports/{(Guid)failed["id"]}/read", new { decimalMark = "." })).Refuses(409), StringComparison.Ordinal);

        Task<bool> ForgetAsync() => own.InsideAsync(shop.Id, async services =>
        {
            await ActivatorUtilities.CreateInstance<ForgetImportFilesJob>(services).RunAsync(TestContext.Current.CancellationToken);
            return true;
        });
    }

    private static Task<List<string>> FilesAsync(App app, TestShop shop) => app.InsideAsync(shop.Id, services =>
    {
        var folder = Path.GetDirectoryName(services.GetRequiredService<FileStore>().PathOf(shop.Id, shop.Id))!;
        return Task.FromResult(Directory.Exists(folder) ? Directory.GetFiles(folder).ToList() : []);
    });
}
