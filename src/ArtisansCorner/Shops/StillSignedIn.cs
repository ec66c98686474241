using System.Security.Claims;
using ArtisansCorner.Accounts;
using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Shops;

/// <summary>Tells whether the session or token with which a long answer began still lasts.</summary>
public sealed class StillSignedIn(IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>Whether it does, by what the database says now.</summary>
    public async Task<bool> IsSoAsync(ClaimsPrincipal me, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<AppDb>(), time.GetUtcNow());
        if (me.SessionId is { } session) return await db.Sessions.AnyAsync(row => row.Id == session && row.ExpiresAt > now, cancel);
        return Guid.TryParse(me.FindFirstValue(TokenAuthentication.TokenClaim), out var token) && await db.ApiTokens.AnyAsync(row => row.Id == token && row.ExpiresAt > now, cancel);
    }
}
