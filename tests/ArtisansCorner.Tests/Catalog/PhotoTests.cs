using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ArtisansCorner.Catalog;
using ArtisansCorner.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using NetVips;

namespace ArtisansCorner.Tests.Catalog;

public abstract class PhotoTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : PhotoTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : PhotoTests(app);

    [Fact]
    public async Task A_photo_is_kept_small_and_upright_and_without_what_the_camera_wrote_into_it()
    {
        var shop = await app.OpenShopAsync();
        var product = await ProductAsync(shop);
        var taken = Picture(3000, 2000, "A camera of somebody");
        Assert.Contains("A camera of somebody", Encoding.Latin1.GetString(taken), StringComparison.Ordinal);

        var photo = Assert.Single((await AddAsync(shop, product, taken)).Is(201)["photos"]);
        // It was held sideways: three to two lies, two to three stands.
        Assert.Equal((933, 1400), ((int)photo["width"], (int)photo["height"]));
        foreach (var (size, width, height) in ((string, int, int)[])[("large", 933, 1400), ("small", 160, 160)])
        {
            using var answer = await shop.Http.GetAsync(new Uri(shop.Api($"photos/{(Guid)photo["id"]}/{size}"), UriKind.Relative), TestContext.Current.CancellationToken);
            var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            Assert.Equal("image/webp", answer.Content.Headers.ContentType?.MediaType);
            Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("A camera of somebody", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
            using var image = Image.NewFromBuffer(bytes);
            Assert.Equal((width, height), (image.Width, image.Height));
        }
    }

    [Fact]
    public async Task Photos_are_put_in_order_taken_off_and_put_back()
    {
        var shop = await app.OpenShopAsync();
        var product = await ProductAsync(shop);
        foreach (var width in (int[])[300, 301, 302]) (await AddAsync(shop, product, Picture(width, 300))).Is(201);
        var photos = (await PhotosAsync(shop, product)).ToList();
        Assert.Equal([300, 301, 302], photos.Select(photo => (int)photo["height"]));
        (await shop.PostAsync($"photos/{(Guid)photos[2]["id"]}/first", new { })).Is(204);
        Assert.Equal([302, 300, 301], (await PhotosAsync(shop, product)).Select(photo => (int)photo["height"]));
        (await shop.DeleteAsync($"photos/{(Guid)photos[2]["id"]}")).Is(204);
        Assert.Equal([300, 301], (await PhotosAsync(shop, product)).Select(photo => (int)photo["height"]));
        (await shop.GetAsync($"photos/{(Guid)photos[2]["id"]}/large")).Is(404);
        (await shop.PostAsync($"photos/{(Guid)photos[2]["id"]}/restore", new { })).Is(204);
        Assert.Equal([302, 300, 301], (await PhotosAsync(shop, product)).Select(photo => (int)photo["height"]));
        Assert.Equal((Guid)photos[2]["id"], (Guid)(await shop.StockOfAsync("MUG"))["photoId"]);
    }

    [Fact]
    public async Task What_is_no_picture_or_holds_too_much_of_one_is_refused_and_nothing_stays()
    {
        var shop = await app.OpenShopAsync();
        var product = await ProductAsync(shop);
        foreach (var file in (byte[][])[[1, 2, 3], [], "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "GIF89a"u8.ToArray(), Picture(400, 400)[..200]])
            (await AddAsync(shop, product, file)).Refuses(422, "file");
        using (var vast = Image.Black(12_000, 9_000)) Assert.Contains("million pixels", (await AddAsync(shop, product, vast.PngsaveBuffer(compression: 9, bitdepth: 1))).Refuses(422, "file"), StringComparison.Ordinal);
        (await AddAsync(shop, product, new byte[Photo.Largest + 1])).Is(413);
        (await shop.PostAsync($"products/{product}/photos", new { })).Is(415);
        (await AddAsync(shop, Guid.CreateVersion7(), Picture(10, 10))).Is(404);
        Assert.Empty(await PhotosAsync(shop, product));
    }

    [Fact]
    public async Task A_product_has_a_dozen_photos_even_when_they_come_at_once()
    {
        var shop = await app.OpenShopAsync();
        var product = await ProductAsync(shop);
        var picture = Picture(40, 40);
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => AddAsync(shop, product, picture)));
        Assert.Equal(12, answers.Count(answer => answer.Status == 201));
        Assert.Equal(4, answers.Count(answer => answer.Status == 409));
        Assert.Equal(12, (await PhotosAsync(shop, product)).Count());
    }

    [Fact]
    public async Task Nobody_sees_a_photo_of_another_shop()
    {
        var (mine, theirs) = (await app.OpenShopAsync(), await app.OpenShopAsync());
        var photo = Assert.Single((await AddAsync(theirs, await ProductAsync(theirs), Picture(50, 50))).Is(201)["photos"]);
        foreach (var size in (string[])["small", "large"])
        {
            (await mine.GetAsync($"photos/{(Guid)photo["id"]}/{size}")).Is(404);
            using var page = await mine.Http.GetAsync(new Uri($"/{mine.Slug}/photos/{(Guid)photo["id"]}/{size}", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        }

        (await mine.DeleteAsync($"photos/{(Guid)photo["id"]}")).Is(404);
        Assert.Equal(200, (await theirs.GetAsync($"photos/{(Guid)photo["id"]}/small")).Status);
    }

    [Fact]
    public async Task The_page_of_a_product_takes_photos_and_undoes_taking_one_off()
    {
        var shop = await app.OpenShopAsync();
        var product = await ProductAsync(shop);
        var page = $"inventory/{product}";
        Assert.Contains("2 photos added", (await BringAsync(80, 81)).Text, StringComparison.Ordinal);
        var photos = (await PhotosAsync(shop, product)).ToList();
        var removed = await shop.PostFormAsync(page, $"{page}/photos/{(Guid)photos[0]["id"]}/remove");
        Assert.Contains("Photo taken off", removed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{(Guid)photos[0]["id"]}/large", removed.Text, StringComparison.Ordinal);
        var back = await shop.PostFormAsync(page, removed.Undo!);
        Assert.Contains($"{(Guid)photos[0]["id"]}/large", back.Text, StringComparison.Ordinal);
        Assert.Contains($"{(Guid)photos[0]["id"]}/small", await shop.Http.GetStringAsync($"/{shop.Slug}/inventory", TestContext.Current.CancellationToken), StringComparison.Ordinal);

        // Which comes first, and what came together, is undone at once.
        var first = await shop.PostFormAsync(page, $"{page}/photos/{(Guid)photos[1]["id"]}/first");
        Assert.Equal([(Guid)photos[1]["id"], (Guid)photos[0]["id"]], (await PhotosAsync(shop, product)).Select(photo => (Guid)photo["id"]));
        Assert.Contains("As it was before", (await shop.PostFormAsync(page, first.Undo!)).Text, StringComparison.Ordinal);
        foreach (int[] widths in (int[][])[[82], [83, 84]])
        {
            var brought = await BringAsync(widths);
            Assert.Equal(2 + widths.Length, (await PhotosAsync(shop, product)).Count());
            Assert.Contains("As it was before", (await shop.PostFormAsync(page, brought.Undo!)).Text, StringComparison.Ordinal);
            Assert.Equal(photos.Select(photo => (Guid)photo["id"]), (await PhotosAsync(shop, product)).Select(photo => (Guid)photo["id"]));
        }

        async Task<Landing> BringAsync(params int[] widths)
        {
            using var form = new MultipartFormDataContent();
            foreach (var width in widths)
            {
                var file = new ByteArrayContent(Picture(width, 60));
                file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
                form.Add(file, "files", $"{width}.jpg");
            }

            return await shop.PostFormAsync(page, $"{page}/photos", form);
        }
    }

    [Fact]
    public async Task The_files_of_a_photo_that_was_taken_off_are_deleted_a_month_later()
    {
        await using var own = app.Another();
        var shop = await own.OpenShopAsync();
        var product = await ProductAsync(shop);
        (await AddAsync(shop, product, Picture(50, 50))).Is(201);
        var photo = (Guid)Assert.Single((await AddAsync(shop, product, Picture(51, 50))).Is(201)["photos"].Skip(1))["id"];
        (await shop.DeleteAsync($"photos/{photo}")).Is(204);
        await ForgetAsync();
        (await shop.PostAsync($"photos/{photo}/restore", new { })).Is(204);
        (await shop.DeleteAsync($"photos/{photo}")).Is(204);
        own.Time.Advance(TimeSpan.FromDays(31));
        await ForgetAsync();
        Assert.False((await own.InsideAsync(shop.Id, services => services.GetRequiredService<ArrangePhotos>().RestoreAsync(photo, TestContext.Current.CancellationToken))).Succeeded);
        Assert.Single((await own.InsideAsync(shop.Id, services => services.GetRequiredService<PhotoQuery>().OfAsync([product], TestContext.Current.CancellationToken)))[product]);

        Task<bool> ForgetAsync() => own.InsideAsync(shop.Id, async services =>
        {
            await ActivatorUtilities.CreateInstance<ForgetPhotosJob>(services).RunAsync(TestContext.Current.CancellationToken);
            return true;
        });
    }

    private static async Task<Guid> ProductAsync(TestShop shop) =>
        (Guid)(await shop.PostAsync("products", new { name = "Mug", variants = new[] { new { sku = "MUG", price = 1000 } } })).Is(201)["id"];

    private static async Task<Answer> AddAsync(TestShop shop, Guid product, byte[] picture)
    {
        using var body = new MultipartFormDataContent { { new ByteArrayContent(picture), "file", "mug.jpg" } };
        return await shop.PostAsync($"products/{product}/photos", body);
    }

    private static async Task<IEnumerable<Json>> PhotosAsync(TestShop shop, Guid product) => (await shop.GetAsync($"products/{product}")).Is(200)["photos"];

    // Lies on its side, as phones write it: what is wide stands tall when it is turned.
    private static byte[] Picture(int width, int height, string camera = "Test")
    {
        using var plain = Image.Black(width, height, bands: 3).Copy(interpretation: Enums.Interpretation.Srgb);
        using var held = plain.Mutate(image =>
        {
            image.Set(GValue.GStrType, "exif-ifd0-Make", camera);
            image.Set(GValue.GStrType, "exif-ifd0-Orientation", "6");
            image.Set(GValue.GIntType, "orientation", 6);
        });
        return held.JpegsaveBuffer();
    }
}
