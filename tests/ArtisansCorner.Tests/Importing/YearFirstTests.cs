using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>Dates such as 26-03-04, of which the whole file, the country or a person says where the year stands.</summary>
public abstract class YearFirstTests(App app)
{
    private const string Heading = "date,title,unit price";

    public sealed class OnSqlite(AppOnSqlite app) : YearFirstTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : YearFirstTests(app);

    [Theory]
    [InlineData("GB", "yearFirst", "2026-03-04", "26-03-04", "26-03-15", "25-12-31", "26-03-28")]
    [InlineData("US", "yearFirst", "2026-03-04", "26/03/04", "26/03/15")]
    [InlineData("GB", "yearFirst", "1999-03-04", "99-03-04", "99-03-05")]
    [InlineData("SE", "yearFirst", "2026-03-04", "26-03-04")]
    [InlineData("GB", "yearFirst", "2026-03-04", "26-03-04", "2026-03-05")]
    [InlineData("GB", "dayFirst", "2004-03-26", "26-03-04")]
    [InlineData("GB", "dayFirst", "2004-03-26", "26-03-04", "15-03-04", "28-02-04", "20-02-04")]
    [InlineData("SE", "dayFirst", "2026-03-15", "15-03-26", "28-03-26", "31-12-25")]
    [InlineData("US", "monthFirst", "2026-03-26", "03-26-26", "03-04-26")]
    [InlineData("GB", "dayFirst", "2026-03-04", "04/03/2026", "15/03/2026")]
    public async Task The_year_stands_first_where_what_stands_last_changes_more_often(string country, string order, string first, params string[] dates)
    {
        var shop = await app.OpenShopAsync(country: country);
        var read = await shop.ReadAsync(Files.Csv(Heading, [.. dates.Select(date => $"{date},Mug,10.00")]));
        Assert.Equal((order, dates.Length), ((string?)read["parts"][0]["dates"], (int)read["adds"]["sales"]));
        Assert.Contains(first, read["examples"].Select(example => (string?)example["day"]));
    }

    [Fact]
    public async Task A_person_can_say_that_it_does()
    {
        var shop = await app.OpenShopAsync();
        var read = await shop.ReadAsync(Files.Csv(Heading, "26-03-04,Mug,10.00"));
        Assert.Contains("Dates are read with the day first", (string?)read["datesRead"], StringComparison.Ordinal);
        (await shop.PostAsync($"imports/{(Guid)read["id"]}/read", new { dates = "yearFirst" })).Is(202);
        var again = await shop.UntilAsync((Guid)read["id"], "ready", "failed");
        Assert.Equal("2026-03-04", (string?)Assert.Single(again["examples"])["day"]);
    }
}
