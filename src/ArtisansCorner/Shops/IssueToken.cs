using System.Buffers.Text;
using System.Security.Cryptography;
using ArtisansCorner.Platform.Database;

namespace ArtisansCorner.Shops;

/// <summary>Makes a personal token, which is shown this once.</summary>
public sealed class IssueToken(AppDb db, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    /// <summary>The token and when it ends.</summary>
    public async Task<IssuedToken> RunAsync(Guid userId, string name, bool readOnly, CancellationToken cancel)
    {
        var (text, now) = ("ac_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)), time.GetUtcNow());
        var token = new ApiToken
        {
            Id = Guid.CreateVersion7(), UserId = userId, Name = name.Trim(), Hash = TokenAuthentication.HashOf(text), ReadOnly = readOnly, CreatedAt = now, ExpiresAt = now + Lifetime,
        };
        await using var write = await db.BeginWriteAsync(cancel);
        db.ApiTokens.Add(token);
        await write.CommitAsync(cancel);
        return new IssuedToken(token.Id, text, token.ExpiresAt);
    }
}

/// <summary>A token, whole.</summary>
/// <param name="Id">Its id, for lists.</param>
/// <param name="Token">Send it as <c>Authorization: Bearer</c>.</param>
/// <param name="Expires">When it ends.</param>
public sealed record IssuedToken(Guid Id, string Token, DateTimeOffset Expires);
