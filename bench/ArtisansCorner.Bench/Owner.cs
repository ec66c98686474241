using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ArtisansCorner.Bench;

/// <summary>A maker with a shop, signed in.</summary>
/// <param name="ShopId">The shop.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Cookie">The session, as it is sent.</param>
public sealed record Owner(Guid ShopId, string Slug, string Cookie)
{
    /// <summary>Registers someone new.</summary>
    public static async Task<Owner> RegisterAsync(Uri address, int number)
    {
        using var handler = new SocketsHttpHandler { UseCookies = false };
        using var http = new HttpClient(handler) { BaseAddress = address };
        using var answer = await http.PostAsJsonAsync("/api/v1/auth/register", new
        {
            email = $"maker{number}@example.com",
            password = "clay and thyme and patience",
            shopName = $"Bench Pottery {number}",
            country = "GB",
            currency = "GBP",
            timeZone = "Europe/London",
        });
        answer.EnsureSuccessStatusCode();
        var made = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        return new Owner((Guid)made["shopId"]!, (string)made["slug"]!, string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])));
    }

    /// <summary>A client that is signed in, inside the shop's API.</summary>
    public HttpClient Client(Uri address)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(address, $"/api/v1/shops/{ShopId}/"), Timeout = TimeSpan.FromMinutes(5) };
        http.DefaultRequestHeaders.Add("Cookie", Cookie);
        return http;
    }

    /// <summary>The session with the cookies that a browser has after it visited a page.</summary>
    public async Task<string> CookiesAfterAsync(Uri address, string page)
    {
        using var http = Client(address);
        using var answer = await http.GetAsync(new Uri(address, page));
        answer.EnsureSuccessStatusCode();
        var set = answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.Select(cookie => cookie.Split(';')[0]) : [];
        return string.Join("; ", set.Prepend(Cookie));
    }

    /// <summary>The address of a route of the shop's API.</summary>
    public string Api(string route) => $"/api/v1/shops/{ShopId}/{route}";
}
