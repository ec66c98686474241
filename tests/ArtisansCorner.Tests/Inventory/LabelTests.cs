using ArtisansCorner.Tests.Harness;
using UglyToad.PdfPig;

namespace ArtisansCorner.Tests.Inventory;

public abstract class LabelTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : LabelTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : LabelTests(app);

    [Theory]
    [InlineData("a4-24", 0, 1)]
    [InlineData("a4-24", 1, 2)]
    [InlineData("letter-30", 6, 1)]
    [InlineData("letter-30", 7, 2)]
    [InlineData("nonsense", 0, 1)]
    public async Task A_label_for_each_piece_after_those_used_up(string sheet, int used, int pages)
    {
        var shop = await app.OpenShopAsync();
        // A name with letters that the font has, and one that it has not.
        await shop.AddProductAsync("CRÈME-1", pieces: 24, price: 1250, name: "Crème jug, Łódź 猫 🏺");
        var product = (Guid)(await shop.StockOfAsync("CRÈME-1"))["productId"];
        var page = await shop.Http.GetStringAsync($"/{shop.Slug}/inventory/labels?item={product}&item=nonsense", TestContext.Current.CancellationToken);
        Assert.Contains("value=\"24\"", page, StringComparison.Ordinal);
        var variant = (Guid)(await shop.StockOfAsync("CRÈME-1"))["variantId"];
        using var pdf = PdfDocument.Open(await shop.Http.GetByteArrayAsync($"/{shop.Slug}/inventory/labels.pdf?sheet={sheet}&used={used}&n-{variant}=24&n-{{{variant}}}=7&n-{Guid.CreateVersion7()}=9&n-x=1", TestContext.Current.CancellationToken));
        Assert.Equal(pages, pdf.NumberOfPages);
        var words = pdf.GetPages().SelectMany(one => one.GetWords()).Select(word => word.Text).ToList();
        Assert.Equal(24, words.Count(word => word == "CRÈME-1"));
        Assert.Equal(24, words.Count(word => word == "£12.50"));
        Assert.Contains("Crème", words);
    }

    [Fact]
    public async Task Labels_of_nothing_or_of_far_too_much_are_explained()
    {
        var shop = await app.OpenShopAsync();
        Assert.Contains("Labels of what?", await shop.Http.GetStringAsync($"/{shop.Slug}/inventory/labels", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var answer = await shop.Http.GetAsync(new Uri($"/{shop.Slug}/inventory/labels.pdf?n-{Guid.CreateVersion7()}=3", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal($"/{shop.Slug}/inventory/labels?none=1", answer.Headers.Location?.ToString());
    }
}
