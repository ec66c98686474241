using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Shops;

public abstract class TokenTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : TokenTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : TokenTests(app);

    [Fact]
    public async Task A_program_gets_a_token_by_password_and_is_its_user()
    {
        var shop = await app.OpenShopAsync();
        var issued = (await (await app.NobodyAsync()).PostAsync("auth/token", new { email = shop.Email, password = TestShop.Password, name = "Till" })).Is(200);
        var program = await WithAsync((string)issued["token"]!);
        Assert.Equal(shop.Email, (string?)(await program.GetAsync("me")).Is(200)["email"]);
        Assert.True((DateTimeOffset)issued["expires"] > app.Time.GetUtcNow().AddDays(30));
    }

    [Fact]
    public async Task A_wrong_password_gets_none()
    {
        var shop = await app.OpenShopAsync();
        (await (await app.NobodyAsync()).PostAsync("auth/token", new { email = shop.Email, password = "not the password" })).Refuses(401);
    }

    [Fact]
    public async Task Tokens_are_listed_without_their_secret_and_end_at_once()
    {
        var shop = await app.OpenShopAsync();
        var issued = (await shop.Owner.PostAsync("auth/tokens", new { name = "Laptop" })).Is(201);
        var listed = await shop.Owner.GetAsync("auth/tokens");
        var token = Assert.Single(listed.Is(200)["items"]);
        Assert.Equal("Laptop", (string?)token["name"]);
        Assert.DoesNotContain((string)issued["token"]!, listed.Text, StringComparison.Ordinal);

        var program = await WithAsync((string)issued["token"]!);
        (await program.GetAsync("me")).Is(200);
        (await shop.Owner.DeleteAsync($"auth/tokens/{(Guid)token["id"]}")).Is(204);
        (await program.GetAsync("me")).Is(401);
    }

    [Fact]
    public async Task A_token_expires()
    {
        await using var mine = app.Another();
        var shop = await mine.OpenShopAsync();
        var issued = (await shop.Owner.PostAsync("auth/tokens", new { name = "Laptop" })).Is(201);
        var program = await WithAsync((string)issued["token"]!, mine);
        (await program.GetAsync("me")).Is(200);
        mine.Time.Set((DateTimeOffset)issued["expires"]);
        (await program.GetAsync("me")).Is(401);
    }

    [Fact]
    public async Task A_reading_token_reads_and_changes_nothing_not_even_through_a_further_token()
    {
        var shop = await app.OpenShopAsync();
        var issued = (await shop.Owner.PostAsync("auth/tokens", new { name = "Bookkeeper’s sheet", readOnly = true })).Is(201);
        var program = shop.As(await WithAsync((string)issued["token"]!));
        (await program.GetAsync("products")).Is(200);
        (await program.PostAsync("products", new { name = "Mug", variants = new[] { new { sku = "MUG", price = 1200 } } })).Refuses(403);

        var outside = program with { Root = "/api/v1/" };
        (await outside.PostAsync("auth/tokens", new { name = "More", readOnly = true })).Refuses(403);
        (await outside.DeleteAsync($"auth/tokens/{(Guid)(await outside.GetAsync("auth/tokens")).Is(200)["items"][0]["id"]}")).Refuses(403);
        (await outside.DeleteAsync($"auth/sessions/{(Guid)(await outside.GetAsync("auth/sessions")).Is(200)["items"][0]["id"]}")).Refuses(403);
        (await outside.PostAsync("auth/logout")).Refuses(403);
        (await shop.Owner.GetAsync("me")).Is(200);
    }

    [Theory]
    [InlineData("Bearer ac_nonsense")]
    [InlineData("Bearer ")]
    [InlineData("Basic b3duZXI6cGFzcw==")]
    public async Task What_is_no_token_is_nobody_even_beside_a_good_cookie(string header)
    {
        var shop = await app.OpenShopAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me");
        request.Headers.TryAddWithoutValidation("Authorization", header);
        using var answer = await shop.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(401, (int)answer.StatusCode);
    }

    private async Task<ApiClient> WithAsync(string token, App? other = null)
    {
        var program = await (other ?? app).NobodyAsync();
        program.Http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return program;
    }
}
