using System.Net;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Ui;

/// <summary>What stands around every page.</summary>
public abstract class FrameTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : FrameTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : FrameTests(app);

    [Theory]
    [InlineData("Kiln 🏺 & Clay", "KC")]
    [InlineData("Ärmel und mehr", "ÄU")]
    [InlineData("🏺", "🏺")]
    public async Task The_seal_of_a_shop_shows_the_letters_of_its_name(string name, string seal)
    {
        var shop = await app.OpenShopAsync(name: name);
        using var answer = await shop.Http.GetAsync(new Uri($"/{shop.Slug}", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains($"<text x=\"18\" y=\"23\">{seal}</text>", page, StringComparison.Ordinal);
    }
}
