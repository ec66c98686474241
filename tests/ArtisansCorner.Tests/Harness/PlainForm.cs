using System.Text.RegularExpressions;

namespace ArtisansCorner.Tests.Harness;

/// <summary>Sends the form of a page outside of shops, as a browser does without scripts.</summary>
public static partial class PlainForm
{
    /// <summary>Posts the values of a named form with the token of its page.</summary>
    public static async Task<Answer> PostPlainFormAsync(this ApiClient browser, string page, string form, params (string Name, string Value)[] values)
    {
        var token = Token().Match(await browser.Http.GetStringAsync($"/{page}", TestContext.Current.CancellationToken)).Groups[1].Value;
        using var body = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("_handler", form), .. values.Select(value => KeyValuePair.Create(value.Name, value.Value))]);
        return await (browser with { Root = "/" }).PostAsync(page, body);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
