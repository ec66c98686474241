using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Analytics;

/// <summary>Who is signed out hears no more.</summary>
public abstract class LiveEndsTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : LiveEndsTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : LiveEndsTests(app);

    [Fact]
    public async Task A_stream_ends_with_its_session_or_its_token_and_no_other_does()
    {
        await using var mine = app.Another();
        var shop = await mine.OpenShopAsync();
        var (browser, program) = (await mine.NobodyAsync(), await mine.NobodyAsync());
        (await browser.PostAsync("auth/login", new { email = shop.Email, password = TestShop.Password })).Is(200);
        var token = (await shop.Owner.PostAsync("auth/tokens", new { name = "Till" })).Is(201);
        program.Http.DefaultRequestHeaders.Authorization = new("Bearer", (string)token["token"]!);
        await using var stays = await LiveReader.OpenAsync(shop.Http, shop.Id);
        await using var ofSession = await LiveReader.OpenAsync(browser.Http, shop.Id);
        await using var ofToken = await LiveReader.OpenAsync(program.Http, shop.Id);

        await TellAsync(shop, mine);
        foreach (var live in (LiveReader[])[stays, ofSession, ofToken]) await live.NextAsync(_ => true);

        (await browser.PostAsync("auth/logout")).Is(204);
        (await shop.Owner.DeleteAsync($"auth/tokens/{(Guid)token["id"]}")).Is(204);
        await TellAsync(shop, mine);
        await stays.NextAsync(_ => true);
        foreach (var live in (LiveReader[])[ofSession, ofToken])
            Assert.Equal("The stream ended.", (await Assert.ThrowsAsync<InvalidOperationException>(() => live.NextAsync(topic => topic == "never"))).Message);
    }

    private static async Task TellAsync(TestShop shop, App app)
    {
        app.Time.Advance(TimeSpan.FromSeconds(16));
        (await shop.PostAsync("sales", new { channel = "Fair", lines = new[] { new { title = "Bowl", quantity = 1, unitPrice = 1000 } } })).Is(201);
    }
}
