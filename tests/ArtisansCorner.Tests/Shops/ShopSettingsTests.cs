using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Shops;

public abstract class ShopSettingsTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : ShopSettingsTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : ShopSettingsTests(app);

    [Fact]
    public async Task A_shop_is_changed_and_what_is_not_said_stays()
    {
        var shop = await app.OpenShopAsync();
        var before = await shop.GetAsync("settings");
        Assert.Equal("Europe/London", (string?)before.Is(200)["timeZone"]);
        var changed = await shop.PutAsync("settings", new { name = " Salt & Sun ", fiscalYearStartMonth = 4, firstDayOfWeek = "sunday" }, before.Headers.ETag!.Tag);
        Assert.Equal(("Salt & Sun", 4, "sunday", "GB", 3), ((string?)changed.Is(200)["name"], (int)changed.Json["fiscalYearStartMonth"], (string?)changed.Json["firstDayOfWeek"], (string?)changed.Json["country"], (int)changed.Json["defaultThreshold"]));
        (await shop.PutAsync("settings", new { name = "Late" }, before.Headers.ETag!.Tag)).Refuses(412);
        Assert.Equal("Salt & Sun", (string?)(await shop.Owner.GetAsync("me")).Is(200)["shops"][0]["name"]);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_with_a_sentence()
    {
        var shop = await app.OpenShopAsync();
        (await shop.PutAsync("settings", new { name = " " })).Refuses(422, "name");
        (await shop.PutAsync("settings", new { name = new string('x', 121) })).Refuses(422, "name");
        (await shop.PutAsync("settings", new { country = "XX" })).Refuses(422, "country");
        (await shop.PutAsync("settings", new { timeZone = "Mars/Base" })).Refuses(422, "timeZone");
        (await shop.PutAsync("settings", new { fiscalYearStartMonth = 13 })).Refuses(422, "fiscalYearStartMonth");
        (await shop.PutAsync("settings", new { defaultThreshold = -1 })).Refuses(422, "defaultThreshold");
        (await shop.PutAsync("settings", new { firstDayOfWeek = "someday" })).Is(400);
        Assert.Equal("\"1\"", (await shop.GetAsync("settings")).Headers.ETag?.Tag);
    }

    [Fact]
    public async Task Another_low_level_raises_and_resolves_alerts_of_items_without_their_own()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 5);
        await shop.AddProductAsync("BOWL", pieces: 5, threshold: 1);
        (await shop.PutAsync("settings", new { defaultThreshold = 6 })).Is(200);
        await Eventually.PassesAsync(async () => Assert.Equal("MUG", (string?)Assert.Single((await shop.GetAsync("alerts")).Is(200)["items"])["sku"]));
        (await shop.PutAsync("settings", new { defaultThreshold = 2 })).Is(200);
        await Eventually.PassesAsync(async () => Assert.Empty((await shop.GetAsync("alerts")).Is(200)["items"]));
    }

    [Fact]
    public async Task The_page_saves_and_says_what_is_wrong()
    {
        var shop = await app.OpenShopAsync();
        (string, string)[] form =
            [("_handler", "shop"), ("Form.Version", "1"), ("Form.Name", "Rowan"), ("Form.Country", "GB"), ("Form.TimeZone", "Europe/London"), ("Form.FirstDayOfWeek", "Monday"), ("Form.FiscalYearStartMonth", "4"), ("Form.DefaultThreshold", "few")];
        Assert.Contains("A whole number", (await shop.PostFormAsync("settings", "settings", form)).Text, StringComparison.Ordinal);
        form[^1] = ("Form.DefaultThreshold", "4");
        var saved = await shop.PostFormAsync("settings", "settings", form);
        Assert.Contains("Saved", saved.Text, StringComparison.Ordinal);
        Assert.Contains("Rowan", saved.Text, StringComparison.Ordinal);
        Assert.Contains("Someone else changed this", (await shop.PostFormAsync("settings", "settings", form)).Text, StringComparison.Ordinal);
    }
}
