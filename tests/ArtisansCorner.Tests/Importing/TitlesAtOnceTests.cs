using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>Many who say at once what one title is, and who forget it.</summary>
public abstract class TitlesAtOnceTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : TitlesAtOnceTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : TitlesAtOnceTests(app);

    [Theory]
    [InlineData(2, 8)]
    [InlineData(8, 2)]
    public async Task One_title_that_is_said_many_times_at_once_is_one_choice(int together, int times)
    {
        var shop = await app.OpenShopAsync();
        var mug = await shop.AddProductAsync("MUG");
        for (var time = 0; time < times; time++)
        {
            var title = $"Old mug {time}";
            Assert.All(await Task.WhenAll(Enumerable.Range(0, together).Select(_ => shop.PostAsync("imports/titles", new { title, variantId = mug }))), answer => Assert.InRange(answer.Status, 200, 201));
        }

        var titles = (await shop.GetAsync("imports/titles")).Is(200)["items"];
        Assert.Equal(times, titles.Count);
        var ids = titles.Select(title => (Guid)title["id"]).ToList();
        foreach (var id in ids)
        {
            var forgotten = await Task.WhenAll(Enumerable.Range(0, together).Select(_ => shop.DeleteAsync($"imports/titles/{id}")));
            Assert.Single(forgotten, answer => answer.Status == 204);
            Assert.All(forgotten, answer => Assert.Contains(answer.Status, (int[])[204, 404]));
        }
    }
}
