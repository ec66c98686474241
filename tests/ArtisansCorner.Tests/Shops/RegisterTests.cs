using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Shops;

public abstract class RegisterTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : RegisterTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : RegisterTests(app);

    [Fact]
    public async Task Registering_opens_a_shop_and_signs_in()
    {
        var shop = await app.OpenShopAsync("NZD", "NZ", "Pacific/Auckland", "Māhina’s Candles");
        var me = (await shop.Owner.GetAsync("me")).Is(200);
        Assert.Equal(shop.Email, (string?)me["email"]);
        var mine = Assert.Single(me["shops"]);
        Assert.Equal(shop.Id, (Guid)mine["id"]);
        Assert.Equal("mahinas-candles", ((string)mine["slug"]!)[..15]);
        Assert.Equal("NZD", (string?)mine["currency"]);
        Assert.Equal("Pacific/Auckland", (string?)mine["timeZone"]);
        Assert.Equal("owner", (string?)mine["role"]);
    }

    [Fact]
    public async Task An_email_has_one_account_however_it_is_written()
    {
        var shop = await app.OpenShopAsync();
        var nobody = await app.NobodyAsync();
        var again = await nobody.PostAsync("auth/register", Registration(shop.Email.ToUpperInvariant()));
        Assert.Contains("already an account", again.Refuses(409, "email"));
        (await nobody.GetAsync("me")).Is(401);
    }

    [Fact]
    public async Task Ten_who_register_one_email_at_once_make_one_account()
    {
        var email = $"{Guid.CreateVersion7():N}@clay.example";
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ => await (await app.NobodyAsync()).PostAsync("auth/register", Registration(email))));
        Assert.Equal([201, .. Enumerable.Repeat(409, 9)], answers.Select(answer => answer.Status).Order());
    }

    [Fact]
    public async Task A_hundred_shops_of_one_name_opened_at_once_each_get_an_address()
    {
        var name = $"{Guid.CreateVersion7():N}";
        var slugs = (await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => app.OpenShopAsync(name: name)))).Select(shop => shop.Slug).ToList();
        Assert.Equal(100, slugs.Distinct().Count());
        Assert.All(slugs, slug => Assert.StartsWith(name, slug, StringComparison.Ordinal));
        // So many draw the same of 256 short endings: those who did have drawn again, a longer one.
        Assert.Contains(slugs, slug => slug.Length == name.Length + "-01ab".Length);
    }

    [Theory]
    [InlineData("email", "not-an-address")]
    [InlineData("email", "")]
    [InlineData("email", null)]
    [InlineData("email", "two@at@clay.example")]
    [InlineData("email", "nul\0@clay.example")]
    [InlineData("password", "short")]
    [InlineData("password", "aaaaaaaaaaaa")]
    [InlineData("password", null)]
    [InlineData("shopName", "   ")]
    [InlineData("shopName", "nul\0")]
    [InlineData("country", "Atlantis")]
    [InlineData("currency", "XYZ")]
    [InlineData("currency", null)]
    [InlineData("timeZone", "Mars/Olympus")]
    [InlineData("timeZone", "../../etc/passwd")]
    [InlineData("timeZone", "localtime")]
    [InlineData("timeZone", "Factory")]
    [InlineData("timeZone", "posixrules")]
    [InlineData("timeZone", "posix/Asia/Tokyo")]
    [InlineData("timeZone", "right/Asia/Tokyo")]
    public async Task What_is_wrong_stands_under_its_field_and_nobody_is_registered(string field, string? value)
    {
        var email = $"{Guid.CreateVersion7():N}@clay.example";
        var input = Registration(email);
        input[field] = value;
        var nobody = await app.NobodyAsync();
        var answer = await nobody.PostAsync("auth/register", input);
        Assert.InRange(answer.Status, 400, 422);
        Assert.NotEmpty(answer.Refuses(answer.Status, field));
        (await nobody.PostAsync("auth/login", new { email, password = TestShop.Password })).Is(401);
    }

    private static Dictionary<string, object?> Registration(string email) => new()
    {
        ["email"] = email, ["password"] = TestShop.Password, ["shopName"] = "Clay", ["country"] = "GB", ["currency"] = "GBP", ["timeZone"] = "Europe/London",
    };
}
