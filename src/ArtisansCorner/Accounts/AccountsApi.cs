using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Accounts;

/// <summary>Signing in and out, and the sessions that are open.</summary>
public static class AccountsApi
{
    /// <summary>Routes under /api/v1/auth.</summary>
    public static void MapAccountsApi(this IEndpointRouteBuilder api)
    {
        var auth = api.MapGroup("/auth").WithTags("Authentication");
        auth.MapPost("/login", LogInAsync).AllowAnonymous().RequireRateLimiting(AccountsModule.SignInLimit).WithName("logIn").WithSummary("Sign in and get a session cookie");
        auth.MapPost("/logout", LogOutAsync).RequireAuthorization().WithName("logOut").WithSummary("End this session");
        auth.MapGet("/sessions", ListSessionsAsync).RequireAuthorization().WithName("listSessions").WithSummary("The browsers you are signed in with");
        auth.MapDelete("/sessions/{id:guid}", EndSessionAsync).RequireAuthorization().WithName("endSession").WithSummary("Sign one of them out");
    }

    private static async Task<Results<Ok<SignedIn>, ProblemHttpResult>> LogInAsync(LogIn input, SignIn signIn)
    {
        var user = await signIn.RunAsync(input.Email, input.Password, remember: true);
        return user.Succeeded
            ? TypedResults.Ok(new SignedIn(user.Value.Id))
            : TypedResults.Problem(user.Problems[0].Message, statusCode: StatusCodes.Status401Unauthorized, extensions: [new("code", user.Problems[0].Code)]);
    }

    private static async Task<NoContent> LogOutAsync(SignInManager<User> signIn)
    {
        await signIn.SignOutAsync();
        return TypedResults.NoContent();
    }

    private static async Task<Ok<Paged<SessionItem>>> ListSessionsAsync(ClaimsPrincipal me, AppDb db, TimeProvider time, CancellationToken cancel)
    {
        var (userId, current, now) = (me.UserId, me.SessionId, time.GetUtcNow());
        var sessions = await db.Sessions.AsNoTracking().Where(session => session.UserId == userId && session.ExpiresAt > now)
            .OrderByDescending(session => session.SeenAt)
            .Select(session => new SessionItem(session.Id, session.Device, session.Address, session.CreatedAt, session.SeenAt, session.Id == current))
            .ToListAsync(cancel);
        return TypedResults.Ok(new Paged<SessionItem>(sessions, null));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EndSessionAsync(Guid id, ClaimsPrincipal me, SessionStore sessions, CancellationToken cancel) =>
        await sessions.EndAsync(me.UserId, id, cancel)
            ? TypedResults.NoContent()
            : new Problem("unknown_session", "There is no such session.", Kind: ProblemKind.NotFound).ToResult();

    /// <summary>What signing in takes.</summary>
    public sealed record LogIn([property: Required, MaxLength(320)] string Email, [property: Required, MaxLength(200)] string Password);

    /// <summary>Who is signed in now.</summary>
    public sealed record SignedIn(Guid UserId);

    /// <summary>One browser that is signed in.</summary>
    public sealed record SessionItem(Guid Id, string Device, string Address, DateTimeOffset CreatedAt, DateTimeOffset SeenAt, bool Current);
}
