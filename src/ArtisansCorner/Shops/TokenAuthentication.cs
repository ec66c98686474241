using System.ComponentModel;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using ArtisansCorner.Platform.Database;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Options;

namespace ArtisansCorner.Shops;

/// <summary>Lets programs in with <c>Authorization: Bearer</c> and a personal token.</summary>
public sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IServiceScopeFactory scopes, HybridCache cache, TimeProvider time)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string Name = "token";

    /// <summary>The claim of a token that may only read.</summary>
    public const string ReadOnlyClaim = "read-only";

    /// <summary>The claim that says which token this is.</summary>
    public const string TokenClaim = "token";

    private const string Bearer = "Bearer ";

    /// <summary>What is kept of a token.</summary>
    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>Under which name a token is remembered for moments.</summary>
    public static string CacheKey(byte[] hash) => "token:" + Convert.ToHexString(hash);

    /// <inheritdoc />
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        var hash = HashOf(header[Bearer.Length..].Trim());
        var token = await cache.GetOrCreateAsync(
            CacheKey(hash), (scopes, hash), static (state, stop) => ReadAsync(state.scopes, state.hash, stop), cancellationToken: Context.RequestAborted);
        if (token is null || token.ExpiresAt <= time.GetUtcNow()) return AuthenticateResult.Fail("The token is unknown or has expired.");
        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, token.UserId.ToString()), new(TokenClaim, token.Id.ToString()), new(ReadOnlyClaim, token.ReadOnly ? "true" : "false")], Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }

    /// <inheritdoc />
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return TypedResults.Problem("The token is missing, unknown or has expired.", statusCode: StatusCodes.Status401Unauthorized, extensions: [new("code", "token_invalid")])
            .ExecuteAsync(Context);
    }

    private static async ValueTask<KnownToken?> ReadAsync(IServiceScopeFactory scopes, byte[] hash, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDb>().ApiTokens.AsNoTracking().Where(token => token.Hash == hash)
            .Select(token => new KnownToken(token.Id, token.UserId, token.ReadOnly, token.ExpiresAt)).FirstOrDefaultAsync(cancel);
    }

    /// <summary>What a request needs to know of a token.</summary>
    [ImmutableObject(true)]
    public sealed record KnownToken(Guid Id, Guid UserId, bool ReadOnly, DateTimeOffset ExpiresAt);
}
