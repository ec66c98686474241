using System.Globalization;
using ArtisansCorner.Tests.Harness;
using ArtisansCorner.Ui.Charts;

namespace ArtisansCorner.Tests.Analytics;

public abstract class AnnotationTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : AnnotationTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : AnnotationTests(app);

    [Fact]
    public async Task A_note_is_written_read_changed_and_taken_away()
    {
        var shop = await app.OpenShopAsync();
        var note = (await shop.PostAsync("annotations", new { text = " Winter fair ", from = "2026-11-07", to = "2026-11-08" })).Is(201);
        Assert.Equal(("Winter fair", "2026-11-07", "2026-11-08"), ((string?)note["text"], (string?)note["from"], (string?)note["to"]));
        (await shop.PostAsync("annotations", new { text = "New prices", from = "2026-10-01" })).Is(201);
        Assert.Equal(["Winter fair"], (await shop.GetAsync("annotations?from=2026-11-08&to=2026-11-30")).Is(200)["items"].Select(item => (string?)item["text"]));
        var path = $"annotations/{(Guid)note["id"]}";
        (await shop.PutAsync(path, new { text = "Market", from = "2026-11-07" }, "\"1\"")).Is(200);
        (await shop.PutAsync(path, new { text = "Other", from = "2026-11-07" }, "\"1\"")).Refuses(412);
        Assert.Equal(("Market", "2026-11-07"), ((string?)(await shop.GetAsync(path)).Is(200)["text"], (string?)(await shop.GetAsync(path)).Is(200)["to"]));
        (await shop.DeleteAsync(path)).Is(204);
        (await shop.GetAsync(path)).Refuses(404);
        (await shop.DeleteAsync(path)).Refuses(404);
        Assert.Single((await shop.GetAsync("annotations")).Is(200)["items"]);
    }

    [Theory]
    [InlineData("{\"from\":\"2026-11-07\"}", "text")]
    [InlineData("{\"text\":\"x\"}", "from")]
    [InlineData("{\"text\":\"x\",\"from\":\"2026-11-07\",\"to\":\"2026-11-06\"}", "to")]
    [InlineData("{\"text\":\"x\",\"from\":\"0001-01-01\"}", "from")]
    [InlineData("{\"text\":\"x\",\"from\":\"2024-01-01\",\"to\":\"2026-01-01\"}", "to")]
    public async Task A_note_that_makes_no_sense_is_refused(string body, string field)
    {
        var shop = await app.OpenShopAsync();
        (await shop.SendAsync(HttpMethod.Post, "annotations", body)).Refuses(422, field);
        (await shop.PostAsync("annotations", new { text = new string('x', 121), from = "2026-11-07" })).Refuses(422, "text");
    }

    [Fact]
    public async Task A_note_of_the_page_is_on_both_charts_and_can_be_taken_back_and_brought_back()
    {
        var shop = await app.OpenShopAsync();
        var today = DateOnly.FromDateTime(app.Time.GetUtcNow().UtcDateTime);
        await shop.SellAnythingAsync(5000, Day(today));
        await Eventually.PassesAsync(async () => Assert.Contains("Note it", await PageAsync("analytics"), StringComparison.Ordinal));
        var noted = await shop.PostFormAsync("analytics", "analytics/notes", ("text", "Rain <all> day"), ("from", Day(today.AddDays(-2))), ("to", Day(today.AddDays(-1))));
        Assert.Contains("Noted", noted.Text, StringComparison.Ordinal);
        foreach (var page in (string[])["", "analytics"])
        {
            var text = await PageAsync(page);
            Assert.Contains("<th scope=\"col\">Note</th>", text, StringComparison.Ordinal);
            Assert.Contains("class=\"notehead\"", text, StringComparison.Ordinal);
            Assert.Contains("Rain &lt;all&gt; day", text, StringComparison.Ordinal);
        }

        var id = (Guid)Assert.Single((await shop.GetAsync("annotations")).Is(200)["items"])["id"];
        var gone = await shop.PostFormAsync("analytics", $"analytics/notes/{id}/remove");
        Assert.Empty((await shop.GetAsync("annotations")).Is(200)["items"]);
        Assert.DoesNotContain("class=\"notehead\"", await PageAsync(""), StringComparison.Ordinal);
        await shop.PostFormAsync("analytics", gone.Undo!);
        Assert.Single((await shop.GetAsync("annotations")).Is(200)["items"]);
        Assert.Contains("What happened?", (await shop.PostFormAsync("analytics", "analytics/notes", ("text", " "), ("from", Day(today)))).Text, StringComparison.Ordinal);

        async Task<string> PageAsync(string page) => await shop.Http.GetStringAsync($"/{shop.Slug}/{page}".TrimEnd('/'), TestContext.Current.CancellationToken);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

public sealed class BarNoteTests
{
    [Fact]
    public void A_note_over_several_bars_is_written_once_and_one_without_room_is_only_a_mark()
    {
        string?[] notes = [null, "A fair in town", "A fair in town", "Rain", null, null, null, null, null, "At the end"];
        BarChartPoint[] points = [.. notes.Select((note, i) => new BarChartPoint($"{i}", $"{i}", 10, "10", Note: note))];
        var placed = new BarPlot(points, AxisWords.Count, 300, 200).Notes;
        Assert.Equal(["A fair in town", null, null, "At the end"], placed.Select(note => note.Text));
        Assert.True(placed[^1].Left);
        Assert.Equal("At the very end of it a…", Assert.Single(new BarPlot([new BarChartPoint("1", "1", 10, "10", Note: "At the very end of it all")], AxisWords.Count, 600, 200).Notes).Text);
        Assert.All(placed, note => Assert.InRange(note.X, 0, 300));
    }
}
