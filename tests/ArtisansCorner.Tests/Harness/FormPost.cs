using System.Net;
using System.Text.RegularExpressions;

namespace ArtisansCorner.Tests.Harness;

/// <summary>The page that a form led to.</summary>
/// <param name="Address">Where.</param>
/// <param name="Text">Its text, with characters as people see them.</param>
/// <param name="Undo">The path inside the shop that takes it back, where the page offers that.</param>
public sealed record Landing(string Address, string Text, string? Undo);

/// <summary>Sends a form of a page as a browser does without scripts.</summary>
public static partial class FormPost
{
    /// <summary>Posts values to a path of the shop with the token of one of its pages, and follows to where that leads.</summary>
    public static Task<Landing> PostFormAsync(this TestShop shop, string page, string path, params (string Name, string Value)[] values) => shop.PostFormAsync(
        page, path, token => new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. values.Select(value => KeyValuePair.Create(value.Name, value.Value))]));

    /// <summary>The same with files.</summary>
    public static Task<Landing> PostFormAsync(this TestShop shop, string page, string path, MultipartFormDataContent form) => shop.PostFormAsync(page, path, token =>
    {
        form.Add(new StringContent(token), "__RequestVerificationToken");
        return form;
    });

    private static async Task<Landing> PostFormAsync(this TestShop shop, string page, string path, Func<string, HttpContent> formWith)
    {
        using var form = formWith(Token().Match(await shop.Http.GetStringAsync($"/{shop.Slug}/{page}", TestContext.Current.CancellationToken)).Groups[1].Value);
        using var posted = await shop.Http.PostAsync(new Uri($"/{shop.Slug}/{path}", UriKind.Relative), form, TestContext.Current.CancellationToken);
        var address = posted.Headers.Location?.ToString() ?? posted.RequestMessage!.RequestUri!.PathAndQuery;
        var text = posted.Headers.Location is { } next ? await shop.Http.GetStringAsync(next, TestContext.Current.CancellationToken) : await posted.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var undo = Undo().Match(text);
        return new Landing(address, WebUtility.HtmlDecode(text), undo.Success ? WebUtility.HtmlDecode(undo.Groups[1].Value)[(shop.Slug.Length + 2)..] : null);
    }

    /// <summary>Sells something that the catalog does not know, now.</summary>
    public static async Task SellAnythingAsync(this TestShop shop, long price, string? day = null, string channel = "Fair") =>
        (await shop.PostAsync("sales", new { channel, day, lines = new[] { new { title = "Bowl", quantity = 1, unitPrice = price } } })).Is(201);

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("data-fresh>.*?<form method=\"post\" action=\"([^\"]+)\"", RegexOptions.Singleline)]
    private static partial Regex Undo();
}
