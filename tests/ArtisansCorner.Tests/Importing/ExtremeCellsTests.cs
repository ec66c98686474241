using System.Text;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>What is longer, larger or odder than databases take: always a sentence or a shortened text, alike on both engines.</summary>
public abstract class ExtremeCellsTests(App app)
{
    private const string Heading = "order,date,title,unit price,channel";

    public sealed class OnSqlite(AppOnSqlite app) : ExtremeCellsTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : ExtremeCellsTests(app);

    [Fact]
    public async Task Texts_are_never_cut_through_an_emoji()
    {
        var shop = await app.OpenShopAsync();
        // Each stands across the last place for which there is room.
        var (title, channel, name) = ($"{new string('m', 299)}🏺🏺", $"{new string('c', 59)}🏺", $"{new string('f', 199)}🏺.csv");
        (await shop.UploadAsync(Encoding.UTF8.GetBytes(Files.Csv(Heading, $"1,2026-01-05,{title},10.00,{channel}")), name)).Is(202);
        var sale = (await shop.ImportAsync(Files.Csv(Heading, $"1,2026-01-05,{title},10.00,{channel}")))["id"];
        Assert.NotNull((string?)sale);
        var line = (await shop.GetAsync($"sales/{(Guid)Assert.Single((await shop.GetAsync("sales")).Is(200)["items"])["id"]}")).Is(200)["lines"][0];
        Assert.Equal(new string('m', 299), (string?)line["title"]);
    }

    [Fact]
    public async Task Many_tables_that_nobody_knows_are_told_in_one_sentence_that_has_room()
    {
        var shop = await app.OpenShopAsync();
        var headings = string.Join(',', Enumerable.Range(0, 12).Select(at => $"a heading nobody ever heard of {at} 🏺"));
        var read = await shop.ReadAsync(Packed.Zip([.. Enumerable.Range(0, 6).Select(at => ($"{new string('t', 150)}{at}.csv", Files.Csv(headings, "1,2")))]));
        Assert.Equal("failed", (string?)read["status"]);
        Assert.StartsWith("We know none of the 6 tables", (string?)read["error"], StringComparison.Ordinal);
        Assert.EndsWith("…", (string?)read["error"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public async Task A_wide_file_with_characters_that_no_text_has_is_refused(string encoding)
    {
        var (shop, wide) = (await app.OpenShopAsync(), Encoding.GetEncoding(encoding));
        Assert.Equal("ready", (string?)(await shop.ReadAsync(In("Mug")))["status"]);
        var read = await shop.ReadAsync(In("M\0g"));
        Assert.Equal("failed", (string?)read["status"]);
        Assert.Contains("not text", (string?)read["error"], StringComparison.Ordinal);

        byte[] In(string title) => [.. wide.GetPreamble(), .. wide.GetBytes(Files.Csv(Heading, $"1,2026-01-05,{title},10.00,Fair"))];
    }

    [Fact]
    public async Task A_barcode_taken_for_a_price_is_more_than_can_be_counted()
    {
        var shop = await app.OpenShopAsync();
        var read = await shop.ReadAsync(Files.Csv(Heading, "1,2026-01-05,Mug,10.00,Fair", "2,2026-01-05,Mug,5012345678900,Fair"));
        Assert.Equal((1000, "more than can be counted"), ((long)read["gross"], Assert.Single(read.Reasons())));
    }

    [Fact]
    public async Task Pieces_worth_more_than_can_be_counted_stay_out()
    {
        var shop = await app.OpenShopAsync();
        var read = await shop.ReadAsync(Files.Csv("product,sku,price,cost,quantity", "Mug,MUG,10.00,900000000.00,1000000000", "Bowl,BOWL,10.00,4.00,3"));
        Assert.Equal("more than can be counted", Assert.Single(read.Reasons()));
        await shop.DoAsync(read, "apply", "done");
        Assert.Equal(["BOWL"], (await shop.GetAsync("stock")).Is(200)["items"].Select(item => (string?)item["sku"]));
    }
}
