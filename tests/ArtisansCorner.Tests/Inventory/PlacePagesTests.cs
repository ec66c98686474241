using System.Net;
using System.Text.RegularExpressions;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Inventory;

/// <summary>Places as people work with them, without scripts.</summary>
public abstract partial class PlacePagesTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : PlacePagesTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : PlacePagesTests(app);

    [Fact]
    public async Task A_fair_is_added_on_the_page_once_however_often_it_is_sent_and_put_away_can_be_undone()
    {
        var shop = await app.OpenShopAsync();
        var page = await PageAsync(shop, "inventory/places");
        Assert.Contains("Everything lies in one place", page, StringComparison.Ordinal);
        var typed = Hidden(page);
        (typed["_handler"], typed["Place.Name"], typed["Place.Kind"], typed["Place.FirstDay"]) = ("place", "Winter fair", "Fair", "");
        Assert.Contains("On which day does it begin?", await PostAsync(shop, "inventory/places", typed, 200), StringComparison.Ordinal);
        typed["Place.FirstDay"] = "2026-11-27";
        for (var i = 0; i < 2; i++) await PostAsync(shop, "inventory/places", typed, 302);
        page = await PageAsync(shop, "inventory/places");
        Assert.Single(Regex.Matches(page, ">Winter fair</a>"));
        Assert.Contains("Fair, 27 November 2026", page, StringComparison.Ordinal);

        var id = (Guid)(await shop.GetAsync("locations")).Is(200)["items"][1]["id"];
        await PostAsync(shop, $"inventory/places/{id}/put-away", Hidden(page), 302);
        page = await PageAsync(shop, "inventory/places");
        Assert.Contains("Put away", page, StringComparison.Ordinal);
        Assert.Contains($"action=\"/{shop.Slug}/inventory/places/{id}/take-out\"", page, StringComparison.Ordinal);
        await PostAsync(shop, $"inventory/places/{id}/take-out", Hidden(page), 302);
        Assert.Equal("inUse", (string?)(await shop.GetAsync($"locations/{id}")).Is(200)["state"]);

        page = await PageAsync(shop, $"inventory/places/{id}");
        typed = Hidden(page);
        (typed["_handler"], typed["Place.Name"], typed["Place.Kind"]) = ("place", "Corner gallery", "Gallery");
        await PostAsync(shop, $"inventory/places/{id}", typed, 302);
        Assert.Contains("changed this meanwhile", await PostAsync(shop, $"inventory/places/{id}", typed, 200), StringComparison.Ordinal);
        Assert.Equal("gallery", (string?)(await shop.GetAsync($"locations/{id}")).Is(200)["kind"]);
    }

    [Fact]
    public async Task Pieces_are_carried_over_on_the_items_page_and_back_again()
    {
        var shop = await app.OpenShopAsync();
        var product = (Guid)(await shop.PostAsync("products", new { name = "Mug", variants = new[] { new { sku = "MUG", price = 1000 } } })).Is(201)["id"];
        (await shop.PostAsync("stock/movements", new { sku = "MUG", quantity = 10, reason = "made" })).Is(201);
        Assert.DoesNotContain("Where it lies", await PageAsync(shop, $"inventory/{product}"), StringComparison.Ordinal);
        var fair = (string)(await shop.PostAsync("locations", new { name = "Fair", kind = "gallery" })).Is(201)["id"]!;
        var page = await PageAsync(shop, $"inventory/{product}");
        var typed = Hidden(page);
        (typed["_handler"], typed["Carry.Quantity"], typed["Carry.To"]) = ("carry", "4", fair);
        for (var i = 0; i < 2; i++) await PostAsync(shop, $"inventory/{product}", typed, 302);
        page = await PageAsync(shop, $"inventory/{product}");
        Assert.Contains("carried here · Fair", Words(page), StringComparison.Ordinal);
        Assert.Equal(4, await LiesAsync(shop));
        (typed = Hidden(page))["_handler"] = "move";
        (typed["Booking.Reason"], typed["Booking.Quantity"], typed["Booking.Location"]) = ("Counted", "3", fair);
        await PostAsync(shop, $"inventory/{product}", typed, 302);
        Assert.Equal(3, await LiesAsync(shop));
        var undo = MoveUndo().Match(page).Groups[1].Value;
        for (var i = 0; i < 2; i++) await PostAsync(shop, undo[(shop.Slug.Length + 2)..], Hidden(page), 302);
        Assert.Equal(-1, await LiesAsync(shop));
        Assert.DoesNotMatch(MoveUndo(), await PageAsync(shop, $"inventory/{product}"));
    }

    private static async Task<long> LiesAsync(TestShop shop) => (long)Assert.Single((await shop.GetAsync("stock?location=Fair")).Is(200)["items"])["onHand"];

    private static Dictionary<string, string> Hidden(string page) =>
        HiddenField().Matches(page).DistinctBy(field => field.Groups[1].Value).ToDictionary(field => field.Groups[1].Value, field => WebUtility.HtmlDecode(field.Groups[2].Value));

    private static string Words(string page) => WebUtility.HtmlDecode(Tag().Replace(page, ""));

    private static Task<string> PageAsync(TestShop shop, string path) => shop.Http.GetStringAsync(new Uri($"/{shop.Slug}/{path}", UriKind.Relative), TestContext.Current.CancellationToken);

    private static async Task<string> PostAsync(TestShop shop, string path, Dictionary<string, string> typed, int status)
    {
        using var body = new FormUrlEncodedContent(typed);
        var answer = await shop.Http.PostAsync(new Uri($"/{shop.Slug}/{path}", UriKind.Relative), body, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode == status, $"{path} answered {(int)answer.StatusCode}: {Words(text)}");
        return text;
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();

    [GeneratedRegex("action=\"([^\"]+/moves/[^\"]+/undo)\"")]
    private static partial Regex MoveUndo();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
