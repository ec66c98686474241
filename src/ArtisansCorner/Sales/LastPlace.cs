namespace ArtisansCorner.Sales;

/// <summary>The place last sold from on this device: the till at the gallery, the desk in the studio.</summary>
public static class LastPlace
{
    private const string Cookie = "ac-place";

    /// <summary>Remembers it for the page that records sales, for a year.</summary>
    public static void Remember(HttpContext http, string location)
    {
        if (Guid.TryParse(location, out var id))
            http.Response.Cookies.Append(Cookie, $"{id:N}", new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = TimeSpan.FromDays(365), Path = http.Request.Path });
    }

    /// <summary>The one remembered, or nothing.</summary>
    public static Guid? Recall(HttpContext http) => Guid.TryParse(http.Request.Cookies[Cookie], out var id) ? id : null;
}
