using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using ArtisansCorner.Accounts;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Hybrid;

namespace ArtisansCorner.Shops;

/// <summary>Registering, tokens for programs, and which shops one is in.</summary>
public static class ShopsApi
{
    /// <summary>Routes under /api/v1 that are outside of any shop.</summary>
    public static void MapShopsApi(this IEndpointRouteBuilder api)
    {
        var auth = api.MapGroup("/auth").WithTags("Authentication");
        auth.MapPost("/register", RegisterAsync).AllowAnonymous().RequireRateLimiting(AccountsModule.SignInLimit).WithName("register").WithSummary("Make an account and its first shop");
        auth.MapPost("/token", IssueForPasswordAsync).AllowAnonymous().RequireRateLimiting(AccountsModule.SignInLimit).WithName("issueTokenForPassword").WithSummary("Get a token for a program, by e-mail and password");
        auth.MapPost("/tokens", IssueAsync).RequireAuthorization().WithName("issueToken").WithSummary("Make another token");
        auth.MapGet("/tokens", ListTokensAsync).RequireAuthorization().WithName("listTokens").WithSummary("Your tokens, without their secrets");
        auth.MapDelete("/tokens/{id:guid}", EndTokenAsync).RequireAuthorization().WithName("endToken").WithSummary("End a token");
        api.MapGet("/me", MeAsync).RequireAuthorization().WithTags("Authentication").WithName("me").WithSummary("Who you are and which shops you are in");
    }

    private static async Task<Results<Created<Registered>, ProblemHttpResult>> RegisterAsync(Registration input, Register register, CancellationToken cancel)
    {
        var made = await register.RunAsync(input.Email, input.Password, new NewShop(input.ShopName, input.Country, input.Currency, input.TimeZone), Through.Api, cancel);
        return made.Succeeded ? TypedResults.Created($"/{made.Value.Slug}", made.Value) : made.Problems.ToResult();
    }

    private static async Task<Results<Ok<IssuedToken>, ProblemHttpResult>> IssueForPasswordAsync(TokenForPassword input, SignIn signIn, IssueToken issue, CancellationToken cancel)
    {
        var user = await signIn.CheckAsync(input.Email, input.Password);
        return user.Succeeded
            ? TypedResults.Ok(await issue.RunAsync(user.Value.Id, input.Name ?? "Program", input.ReadOnly, cancel))
            : TypedResults.Problem(user.Problems[0].Message, statusCode: StatusCodes.Status401Unauthorized, extensions: [new("code", user.Problems[0].Code)]);
    }

    private static async Task<Created<IssuedToken>> IssueAsync(NewToken input, ClaimsPrincipal me, IssueToken issue, CancellationToken cancel) =>
        TypedResults.Created("/api/v1/auth/tokens", await issue.RunAsync(me.UserId, input.Name, input.ReadOnly, cancel));

    private static async Task<Ok<Paged<TokenItem>>> ListTokensAsync(ClaimsPrincipal me, AppDb db, CancellationToken cancel)
    {
        var userId = me.UserId;
        var tokens = await db.ApiTokens.AsNoTracking().Where(token => token.UserId == userId).OrderByDescending(token => token.CreatedAt)
            .Select(token => new TokenItem(token.Id, token.Name, token.ReadOnly, token.CreatedAt, token.ExpiresAt)).ToListAsync(cancel);
        return TypedResults.Ok(new Paged<TokenItem>(tokens, null));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EndTokenAsync(Guid id, ClaimsPrincipal me, AppDb db, HybridCache cache, CancellationToken cancel)
    {
        var userId = me.UserId;
        await using var write = await db.BeginWriteAsync(cancel);
        var token = await db.ApiTokens.FirstOrDefaultAsync(row => row.Id == id && row.UserId == userId, cancel);
        if (token is null) return new Problem("unknown_token", "There is no such token.", Kind: ProblemKind.NotFound).ToResult();
        db.ApiTokens.Remove(token);
        await write.CommitAsync(cancel);
        await cache.RemoveAsync(TokenAuthentication.CacheKey(token.Hash), cancel);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<MeAnswer>> MeAsync(ClaimsPrincipal me, AppDb db, ShopDirectory directory, CancellationToken cancel)
    {
        var userId = me.UserId;
        var person = await db.Users.AsNoTracking().Where(user => user.Id == userId).Select(user => new { user.Email, user.Name }).FirstAsync(cancel);
        var shops = await directory.OfUserAsync(userId, cancel);
        return TypedResults.Ok(new MeAnswer(userId, person.Email!, person.Name, [.. shops.Select(mine =>
            new MyShop(mine.Shop.Id, mine.Shop.Slug, mine.Shop.Name, mine.Shop.Currency.Code, mine.Shop.TimeZone, mine.Shop.Country, mine.Role))]));
    }

    /// <summary>What registering takes.</summary>
    public sealed record Registration(
        [property: Required, MaxLength(256)] string Email,
        [property: Required, MaxLength(200)] string Password,
        [property: MaxLength(200)] string? ShopName,
        string? Country,
        string? Currency,
        string? TimeZone);

    /// <summary>What a program sends to get a token.</summary>
    public sealed record TokenForPassword(
        [property: Required, MaxLength(320)] string Email, [property: Required, MaxLength(200)] string Password, [property: MaxLength(120)] string? Name = null, bool ReadOnly = false);

    /// <summary>What a further token takes.</summary>
    public sealed record NewToken([property: Required, MaxLength(120)] string Name, bool ReadOnly = false);

    /// <summary>A token without its secret.</summary>
    public sealed record TokenItem(Guid Id, string Name, bool ReadOnly, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

    /// <summary>Who one is.</summary>
    public sealed record MeAnswer(Guid Id, string Email, string? Name, IReadOnlyList<MyShop> Shops);

    /// <summary>A shop that one is in.</summary>
    public sealed record MyShop(Guid Id, string Slug, string Name, string Currency, string TimeZone, string Country, Role Role);
}
