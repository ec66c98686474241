using System.Buffers.Text;
using System.Text;

namespace ArtisansCorner.Sales;

/// <summary>The channel last sold through on this device: the phone at the fair, the desk for Etsy.</summary>
public static class LastChannel
{
    private const string Cookie = "ac-channel";

    /// <summary>Remembers it for the page that records sales, for a year.</summary>
    public static void Remember(HttpContext http, string channel) => http.Response.Cookies.Append(
        Cookie, Base64Url.EncodeToString(Encoding.UTF8.GetBytes(channel)),
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = TimeSpan.FromDays(365), Path = http.Request.Path });

    /// <summary>The one remembered, or nothing.</summary>
    public static string? Recall(HttpContext http) =>
        http.Request.Cookies[Cookie] is { Length: > 0 and < 500 } value && Base64Url.IsValid(value) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(value)) : null;
}
