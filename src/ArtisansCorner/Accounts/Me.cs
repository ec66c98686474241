using System.Security.Claims;

namespace ArtisansCorner.Accounts;

/// <summary>What the signed-in identity says.</summary>
public static class Me
{
    extension(ClaimsPrincipal me)
    {
        /// <summary>The user's id, or the empty id when nobody is signed in.</summary>
        public Guid UserId => Guid.TryParse(me.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : Guid.Empty;

        /// <summary>The session's id, or nothing when a token was sent instead of a cookie.</summary>
        public Guid? SessionId => Guid.TryParse(me.FindFirstValue(SessionStore.SessionClaim), out var id) ? id : null;
    }
}
