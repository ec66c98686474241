using System.Net.Http.Headers;
using ArtisansCorner.Tests.Harness;
using NetVips;

namespace ArtisansCorner.Tests.Making;

/// <summary>What products have, materials have too: photos, a history with a way back, places.</summary>
public abstract class MaterialHistoryTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : MaterialHistoryTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : MaterialHistoryTests(app);

    [Fact]
    public async Task A_material_has_photos_that_are_taken_off_and_put_back()
    {
        var (shop, clay) = await OpenAsync();
        var photo = Assert.Single((await AddPhotoAsync(shop, $"materials/{clay}/photos")).Is(201)["photos"]);
        Assert.Single((await shop.GetAsync($"materials/{clay}")).Is(200)["photos"]);
        Assert.Contains($"/photos/{(Guid)photo["id"]}/large", await PageAsync(shop, clay), StringComparison.Ordinal);
        var off = await shop.PostFormAsync($"making/materials/{clay}", $"making/materials/{clay}/photos/{(Guid)photo["id"]}/remove");
        Assert.Empty((await shop.GetAsync($"materials/{clay}")).Is(200)["photos"]);
        await shop.PostFormAsync($"making/materials/{clay}", off.Undo!);
        Assert.Single((await shop.GetAsync($"materials/{clay}")).Is(200)["photos"]);
        (await AddPhotoAsync(shop, $"materials/{Guid.CreateVersion7()}/photos")).Refuses(404);
        // The doors of products do not know it.
        var product = (Guid)(await shop.PostAsync("products", new { name = "Mug", variants = new[] { new { sku = "MUG", price = 100 } } })).Is(201)["id"];
        (await AddPhotoAsync(shop, $"products/{product}/photos")).Is(201);
        (await AddPhotoAsync(shop, $"products/{clay}/photos")).Refuses(404);
    }

    [Fact]
    public async Task What_was_changed_is_told_with_who_did_it_and_undone_while_nobody_changed_it_since()
    {
        var (shop, clay) = await OpenAsync();
        var path = $"materials/{clay}";
        (await shop.PutAsync(path, new { name = "White clay", unit = "g", purchaseUnit = "kg", category = "Clay", threshold = 500 })).Is(200);
        (await shop.PutAsync(path, new { name = "White clay", unit = "kg", purchaseUnit = "kg", category = "Clay", threshold = 0.5 })).Is(200);
        // Nothing became different: nothing is told.
        (await shop.PutAsync(path, new { name = "White clay", unit = "kg", purchaseUnit = "kg", category = "Clay", threshold = 0.5 })).Is(200);
        var changes = (await shop.GetAsync($"{path}/changes")).Is(200)["items"];
        Assert.Equal(2, changes.Count);
        Assert.Equal(
            [("name", "Clay", "White clay"), ("category", null, "Clay"), ("lowAt", null, "500 g")],
            changes[1]["differences"].Select(one => ((string)one["field"]!, one.Has("before") ? (string?)one["before"] : null, ((string)one["after"]!).Replace('\u00A0', ' '))));
        Assert.Contains(shop.Email, (string)changes[0]["who"]!, StringComparison.Ordinal);
        var page = System.Net.WebUtility.HtmlDecode(await PageAsync(shop, clay));
        Assert.Contains("Name: White clay, was Clay", page, StringComparison.Ordinal);
        Assert.Contains("Used in: kg, was g", page, StringComparison.Ordinal);

        Assert.Contains("changed again since", (await shop.PostAsync($"materials/changes/{(Guid)changes[1]["id"]}/undo")).Refuses(409), StringComparison.Ordinal);
        Assert.Equal(204, (await shop.PostAsync($"materials/changes/{(Guid)changes[0]["id"]}/undo")).Status);
        await shop.PostFormAsync($"making/materials/{clay}", $"making/materials/{clay}/changes/{(Guid)changes[1]["id"]}/undo");
        var now = (await shop.GetAsync(path)).Is(200);
        // With the second undone it is what the first had made of it, so that can be undone as well.
        Assert.Equal(("g", "Clay"), ((string?)now["unit"], (string?)now["name"]));
        (await shop.PostAsync($"materials/changes/{Guid.CreateVersion7()}/undo")).Refuses(404);
        (await shop.PostAsync($"products/changes/{(Guid)changes[0]["id"]}/undo")).Refuses(404);
        (await shop.GetAsync($"materials/{Guid.CreateVersion7()}/changes")).Refuses(404);
    }

    [Fact]
    public async Task Material_is_carried_from_place_to_place_and_back_and_a_place_counts_pieces_alone()
    {
        var (shop, clay) = await OpenAsync();
        (await shop.PostAsync("stock/movements", new { materialId = clay, quantity = 5, unit = "kg", reason = "received", cost = 1000 })).Is(201);
        await shop.AddProductAsync("MUG", pieces: 7);
        (await shop.PostAsync("locations", new { name = "Garage" })).Is(201);
        var moved = (await shop.PostAsync("stock/moves", new { materialId = clay, quantity = 1.5, unit = "kg", to = "Garage" })).Is(201);
        Assert.Equal([3500m, 1500m], moved["places"].Select(place => (decimal)place["onHand"]));
        Assert.Equal([7, 0], (await shop.GetAsync("locations")).Is(200)["items"].Select(place => (long)place["pieces"]));
        Assert.Equal((5000m, 1000), ((decimal)(await shop.GetAsync($"materials/{clay}")).Is(200)["onHand"], (long)(await shop.GetAsync($"materials/{clay}")).Is(200)["value"]));
        var garage = (Guid)(await shop.GetAsync("locations")).Is(200)["items"][1]["id"];
        var studio = (Guid)(await shop.GetAsync("locations")).Is(200)["items"][0]["id"];
        var carried = await shop.PostFormAsync(
            $"making/materials/{clay}", $"making/materials/{clay}", ("_handler", "carry"), ("Carry.Quantity", "250"), ("Carry.Unit", "g"), ("Carry.From", $"{garage}"), ("Carry.To", $"{studio}"));
        Assert.Contains("1,250", carried.Text, StringComparison.Ordinal);
        await shop.PostFormAsync($"making/materials/{clay}", carried.Undo!);
        Assert.Contains("Garage,Clay,CLAY,1500,g,", await shop.Http.GetStringAsync(shop.Api("stock/places.csv"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        (await shop.PostAsync("stock/moves", new { materialId = clay, quantity = 1, unit = "l", to = "Garage" })).Refuses(422, "quantity");
        (await shop.PostAsync("stock/moves", new { sku = "MUG", quantity = 1.5, to = "Garage" })).Refuses(422, "quantity");
    }

    private async Task<(TestShop Shop, Guid Clay)> OpenAsync()
    {
        var shop = await app.OpenShopAsync();
        return (shop, (Guid)(await shop.PostAsync("materials", new { name = "Clay", unit = "g", purchaseUnit = "kg" })).Is(201)["id"]);
    }

    private static Task<string> PageAsync(TestShop shop, Guid material) => shop.Http.GetStringAsync($"/{shop.Slug}/making/materials/{material}", TestContext.Current.CancellationToken);

    private static async Task<Answer> AddPhotoAsync(TestShop shop, string path)
    {
        using var image = Image.Black(300, 200, 3);
        using var body = new MultipartFormDataContent();
        var file = new ByteArrayContent(image.JpegsaveBuffer());
        file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        body.Add(file, "file", "clay.jpg");
        return await shop.PostAsync(path, body);
    }
}
