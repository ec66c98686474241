using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Values;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Hybrid;

namespace ArtisansCorner.Accounts;

/// <summary>Keeps sessions as rows, cached for moments; the cookie carries only a random key, of which the row holds the hash.</summary>
public sealed class SessionStore(IServiceScopeFactory scopes, HybridCache cache, TimeProvider time) : ITicketStore
{
    /// <summary>The claim that says which session this is.</summary>
    public const string SessionClaim = "session";

    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    /// <inheritdoc />
    public Task<string> StoreAsync(AuthenticationTicket ticket) => throw new NotSupportedException("A session starts inside a request.");

    /// <inheritdoc />
    public async Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7();
        ((ClaimsIdentity)ticket.Principal.Identity!).AddClaim(new Claim(SessionClaim, id.ToString()));
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await using var write = await db.BeginWriteAsync(cancellationToken);
        db.Sessions.Add(new Session
        {
            Id = id,
            KeyHash = HashOf(key),
            UserId = Guid.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!),
            Device = httpContext.Request.Headers.UserAgent.ToString().UpTo(300),
            Address = httpContext.Connection.RemoteIpAddress?.ToString() ?? "",
            CreatedAt = now,
            SeenAt = now,
            ExpiresAt = ticket.Properties.ExpiresUtc ?? now.AddDays(30),
            Ticket = TicketSerializer.Default.Serialize(ticket),
        });
        await write.CommitAsync(cancellationToken);
        return key;
    }

    /// <inheritdoc />
    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        var hash = HashOf(key);
        var ticket = await cache.GetOrCreateAsync(
            CacheKey(hash), (Store: this, Hash: hash), static (state, cancel) => state.Store.ReadAsync(state.Hash, cancel));
        return ticket.Length == 0 ? null : TicketSerializer.Default.Deserialize(ticket);
    }

    /// <inheritdoc />
    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        var (hash, bytes) = (HashOf(key), TicketSerializer.Default.Serialize(ticket));
        var until = ticket.Properties.ExpiresUtc ?? time.GetUtcNow().AddDays(30);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await using var write = await db.BeginWriteAsync(CancellationToken.None);
        await db.Sessions.Where(session => session.KeyHash == hash).ExecuteUpdateAsync(
            row => row.SetProperty(session => session.Ticket, bytes).SetProperty(session => session.ExpiresAt, until));
        await write.CommitAsync(CancellationToken.None);
        await cache.RemoveAsync(CacheKey(hash));
    }

    /// <inheritdoc />
    public async Task RemoveAsync(string key)
    {
        var hash = HashOf(key);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await using var write = await db.BeginWriteAsync(CancellationToken.None);
        await db.Sessions.Where(session => session.KeyHash == hash).ExecuteDeleteAsync();
        await write.CommitAsync(CancellationToken.None);
        await cache.RemoveAsync(CacheKey(hash));
    }

    /// <summary>Ends a session of this user by its id; tells whether there was one.</summary>
    public async Task<bool> EndAsync(Guid userId, Guid sessionId, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var hash = await db.Sessions.Where(session => session.Id == sessionId && session.UserId == userId)
            .Select(session => session.KeyHash).FirstOrDefaultAsync(cancel);
        if (hash is null) return false;
        await using var write = await db.BeginWriteAsync(cancel);
        await db.Sessions.Where(session => session.Id == sessionId && session.UserId == userId).ExecuteDeleteAsync(cancel);
        await write.CommitAsync(cancel);
        await cache.RemoveAsync(CacheKey(hash), cancel);
        return true;
    }

    private static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private static string CacheKey(byte[] hash) => "session:" + Convert.ToHexString(hash);

    /// <summary>The ticket, or no bytes: an unknown key is remembered for moments too.</summary>
    private async ValueTask<byte[]> ReadAsync(byte[] hash, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var now = time.GetUtcNow();
        var session = await db.Sessions.AsNoTracking().FirstOrDefaultAsync(row => row.KeyHash == hash && row.ExpiresAt > now, cancel);
        if (session is null) return [];
        if (now - session.SeenAt > SeenEvery)
        {
            await using var write = await db.BeginWriteAsync(cancel);
            await db.Sessions.Where(row => row.Id == session.Id).ExecuteUpdateAsync(row => row.SetProperty(seen => seen.SeenAt, now), cancel);
            await write.CommitAsync(cancel);
        }

        return session.Ticket;
    }
}
