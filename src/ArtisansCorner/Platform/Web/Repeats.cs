using System.Security.Cryptography;
using System.Text.Json;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Platform.Web;

/// <summary>
/// Makes a request that is sent again under the same Idempotency-Key answer what it made the first time.
/// A verb asks <see cref="FindAsync"/> inside its transaction before it writes, and tells <see cref="Remember"/> what it made.
/// </summary>
public sealed class Repeats(AppDb db, CurrentShop shop, TimeProvider time)
{
    private const string OfForm = "form:";
    private string? key;
    private byte[] hash = [];
    private Guid? whole;

    /// <summary>Whether the present request carries a key.</summary>
    public bool IsExpected => key is not null;

    /// <summary>Takes the key and the fingerprint of the present request.</summary>
    public void Expect(string requestKey, byte[] requestHash) => (key, hash) = (requestKey, requestHash);

    /// <summary>Takes the token that a page put into its form, so that sending the form twice makes one thing.</summary>
    /// <param name="token">Made with the form.</param>
    /// <param name="content">What the form asks for; the same token with other content is refused.</param>
    public void ExpectForm<T>(Guid token, T content)
    {
        if (token != Guid.Empty) Expect($"{OfForm}{token:N}", SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content)));
    }

    /// <summary>What this request made before; nothing when it is new or carries no key; a problem when the key served another request.</summary>
    public async Task<Outcome<Guid?>> FindAsync(CancellationToken cancel)
    {
        whole = null;
        if (key is null) return (Guid?)null;
        var earlier = await db.IdempotentRequests.AsNoTracking().FirstOrDefaultAsync(request => request.Key == key, cancel);
        if (earlier is null) return (Guid?)null;
        return CryptographicOperations.FixedTimeEquals(earlier.Hash, hash)
            ? earlier.ResultId
            : key.StartsWith(OfForm, StringComparison.Ordinal) ? new Problem("form_sent_before", "This was sent before and is kept; look at what it made, or open the page anew to add another.", Kind: ProblemKind.Conflict)
            : new Problem("idempotency_key_reused", "This Idempotency-Key was used for a different request; choose a new one.", Kind: ProblemKind.Conflict);
    }

    /// <summary>Notes what this request made, to be saved with it.</summary>
    public void Remember(Guid resultId)
    {
        if (key is not null) Add(key, resultId);
    }

    /// <summary>Which of these parts of a request that makes many things it made before, and what; a part that is missing was not made.</summary>
    public async Task<Outcome<IReadOnlyDictionary<int, Guid>>> FindPartsAsync(IReadOnlyCollection<int> parts, CancellationToken cancel)
    {
        var repeated = await FindAsync(cancel);
        if (!repeated.Succeeded) return repeated.Problems.ToList();
        whole = repeated.Value;
        if (whole is not { } id) return new Dictionary<int, Guid>();
        var keys = parts.ToDictionary(part => PartKey(id, part));
        var wanted = keys.Keys.ToList();
        var made = await db.IdempotentRequests.AsNoTracking().Where(request => wanted.Contains(request.Key)).Select(request => new { request.Key, request.ResultId }).ToListAsync(cancel);
        return made.ToDictionary(part => keys[part.Key], part => part.ResultId);
    }

    /// <summary>Notes what one part of this request made, to be saved with it.</summary>
    public void RememberPart(int part, Guid resultId)
    {
        if (key is null) return;
        if (whole is null) Add(key, (whole = Guid.CreateVersion7()).Value);
        Add(PartKey(whole.Value, part), resultId);
    }

    private static string PartKey(Guid whole, int part) => $"part:{whole:N}:{part}";

    private void Add(string requestKey, Guid resultId) => db.IdempotentRequests.Add(new IdempotentRequest
    {
        ShopId = shop.Id, Key = requestKey, Hash = hash, ResultId = resultId, CreatedAt = time.GetUtcNow(),
    });
}

/// <summary>Reads the Idempotency-Key of requests that make something.</summary>
public static class Idempotency
{
    private const string Header = "Idempotency-Key";
    private const int LongestKey = 200;

    /// <summary>Lets this endpoint be called again safely under the same Idempotency-Key.</summary>
    public static RouteHandlerBuilder Repeatable(this RouteHandlerBuilder endpoint) =>
        endpoint.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            if (http.Request.Headers[Header].ToString() is not { Length: > 0 } key) return await next(context);
            if (key.Length > LongestKey)
                return new Problem("idempotency_key_too_long", $"An Idempotency-Key has at most {LongestKey} characters.").ToResult();
            http.RequestServices.GetRequiredService<Repeats>().Expect(key, await FingerprintAsync(http.Request, http.RequestAborted));
            return await next(context);
        });

    /// <summary>Keeps the body readable a second time; runs before the body is bound.</summary>
    public static IApplicationBuilder UseIdempotency(this IApplicationBuilder app) =>
        app.Use((http, next) =>
        {
            if (http.Request.Headers.ContainsKey(Header)) http.Request.EnableBuffering();
            return next(http);
        });

    private static async Task<byte[]> FingerprintAsync(HttpRequest request, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{request.Method} {request.Path}\n"));
        if (!request.Body.CanSeek) return hash.GetHashAndReset();
        request.Body.Position = 0;
        var buffer = new byte[8192];
        while (await request.Body.ReadAsync(buffer, cancel) is > 0 and var read) hash.AppendData(buffer, 0, read);
        return hash.GetHashAndReset();
    }
}
