using System.Text;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>Brings files into a shop through the API.</summary>
public static class Files
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>Uploads a file; what was answered.</summary>
    public static async Task<Answer> UploadAsync(this TestShop shop, byte[] content, string name = "sales.csv", params (string Name, string Value)[] fields)
    {
        using var body = new MultipartFormDataContent();
        foreach (var field in fields) body.Add(new StringContent(field.Value), field.Name);
        body.Add(new ByteArrayContent(content), "file", name);
        return await shop.PostAsync("imports", body);
    }

    /// <summary>Uploads a file and waits until it was read.</summary>
    public static Task<Json> ReadAsync(this TestShop shop, string content, params (string Name, string Value)[] fields) => shop.ReadAsync(Encoding.UTF8.GetBytes(content), fields);

    /// <summary>Uploads a file and waits until it was read.</summary>
    public static async Task<Json> ReadAsync(this TestShop shop, byte[] content, params (string Name, string Value)[] fields)
    {
        var import = (await shop.UploadAsync(content, fields: fields)).Is(202);
        return await shop.UntilAsync((Guid)import["id"], "ready", "failed");
    }

    /// <summary>Uploads a file, applies it and waits until it is done.</summary>
    public static async Task<Json> ImportAsync(this TestShop shop, string content) => await shop.ImportAsync(Encoding.UTF8.GetBytes(content));

    /// <summary>Uploads a file, applies it and waits until it is done.</summary>
    public static async Task<Json> ImportAsync(this TestShop shop, byte[] content)
    {
        var read = await shop.ReadAsync(content);
        Assert.Equal("ready", (string?)read["status"]);
        return await shop.DoAsync(read, "apply", "done");
    }

    /// <summary>Applies, cancels or undoes an import and waits until that is done.</summary>
    public static async Task<Json> DoAsync(this TestShop shop, Json import, string step, string until)
    {
        (await shop.PostAsync($"imports/{(Guid)import["id"]}/{step}")).Is(202);
        return await shop.UntilAsync((Guid)import["id"], until);
    }

    /// <summary>Waits until an import has one of these statuses.</summary>
    public static Task<Json> UntilAsync(this TestShop shop, Guid id, params string[] statuses) => Eventually.GetAsync(
        async () => (await shop.GetAsync($"imports/{id}")).Is(200), import => statuses.Contains((string?)import["status"]), Patience);

    /// <summary>A file in our own format with these rows under the given heading.</summary>
    public static string Csv(string heading, params string[] rows) => string.Join("\n", [heading, .. rows, ""]);
}
