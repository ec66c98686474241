using System.Buffers.Text;
using System.Text;

namespace ArtisansCorner.Platform.Web;

/// <summary>A short word that outlives one redirect: said after a change, shown once by the next page.</summary>
public sealed class Flash(IHttpContextAccessor http)
{
    private const string Cookie = "ac-flash";
    private const int Longest = 1000;

    /// <summary>Says it on the next page.</summary>
    public void Say(string message)
    {
        var text = message.Length > Longest ? message[..Longest] : message;
        http.HttpContext?.Response.Cookies.Append(Cookie, Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text)), Options(http.HttpContext));
    }

    /// <summary>What was said on the page before, once; nothing when nothing was.</summary>
    public string? Take()
    {
        if (http.HttpContext is not { } context || context.Request.Cookies[Cookie] is not { Length: > 0 } value) return null;
        if (!context.Response.HasStarted) context.Response.Cookies.Delete(Cookie, Options(context));
        return Base64Url.IsValid(value) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(value)) : null;
    }

    private static CookieOptions Options(HttpContext context) =>
        new() { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/" };
}
