using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Catalog;

/// <summary>Makers that several add at once.</summary>
public abstract class MakersAtOnceTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : MakersAtOnceTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : MakersAtOnceTests(app);

    [Fact]
    public async Task One_name_that_is_added_many_times_at_once_is_one_maker()
    {
        var shop = await app.OpenShopAsync(name: "Stroud Makers");
        for (var time = 0; time < 5; time++)
        {
            var name = $"Ana {time}";
            var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => shop.PostAsync("makers", new { name })));
            Assert.Equal([201, .. Enumerable.Repeat(422, 5)], answers.Select(answer => answer.Status).Order());
            Assert.Single((await shop.GetAsync("makers")).Is(200)["items"], maker => (string?)maker["name"] == name);
        }
    }

    [Fact]
    public async Task Of_all_makers_taken_off_at_once_one_stays()
    {
        var shop = await app.OpenShopAsync(name: "Stroud Makers");
        for (var time = 0; time < 3; time++) (await shop.PostAsync("makers", new { name = $"Ana {time}" })).Is(201);
        var ids = (await shop.GetAsync("makers")).Is(200)["items"].Select(maker => (Guid)maker["id"]).ToList();
        var answers = await Task.WhenAll(ids.Select(id => shop.DeleteAsync($"makers/{id}")));
        Assert.Equal([204, 204, 204, 409], answers.Select(answer => answer.Status).Order());
    }
}
