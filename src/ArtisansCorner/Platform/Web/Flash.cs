using System.Buffers.Text;
using System.Text;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Platform.Web;

/// <summary>A short word that outlives one redirect: said after a change, shown once by the next page.</summary>
public sealed class Flash(IHttpContextAccessor http)
{
    private const string Cookie = "ac-flash";
    private const int Longest = 1000;
    private const char Between = '\n';

    /// <summary>Whether this request's page has something to say, once.</summary>
    public static bool IsWaiting(HttpRequest request) => request.Cookies.ContainsKey(Cookie);

    /// <summary>Says it on the next page.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="undo">The address whose post takes it back, where there is one.</param>
    public void Say(string message, string? undo = null)
    {
        var text = (undo ?? "") + Between + message.UpTo(Longest);
        http.HttpContext?.Response.Cookies.Append(Cookie, Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text)), Options(http.HttpContext));
    }

    /// <summary>What was said on the page before, once; nothing when nothing was.</summary>
    public Said? Take()
    {
        if (http.HttpContext is not { } context || context.Request.Cookies[Cookie] is not { Length: > 0 } value) return null;
        if (!context.Response.HasStarted) context.Response.Cookies.Delete(Cookie, Options(context));
        if (!Base64Url.IsValid(value) || Encoding.UTF8.GetString(Base64Url.DecodeFromChars(value)).Split(Between, 2) is not [var undo, var message]) return null;
        // A cookie can be forged by a neighboring host: only an address of our own is offered.
        return new Said(message, undo is ['/', not ('/' or '\\'), ..] ? undo : null);
    }

    private static CookieOptions Options(HttpContext context) =>
        new() { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/" };
}

/// <summary>What was said on the page before.</summary>
/// <param name="Message">What happened.</param>
/// <param name="Undo">The address whose post takes it back, or nothing.</param>
public sealed record Said(string Message, string? Undo);
