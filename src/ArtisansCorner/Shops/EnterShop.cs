using ArtisansCorner.Accounts;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using Microsoft.AspNetCore.Authentication;

namespace ArtisansCorner.Shops;

/// <summary>
/// Enters the shop that the address names, before anything is looked for in it.
/// Who is not a member learns no more than if it were not there (404); a member who may not is told so (403), and so is a token that may only read, wherever it writes.
/// </summary>
public sealed class EnterShop(RequestDelegate next)
{
    /// <summary>Enters, refuses, or lets pass what is outside of shops.</summary>
    public async Task InvokeAsync(HttpContext http, CurrentShop current, ShopDirectory directory)
    {
        if (IsWriteWithReadOnlyToken(http))
        {
            await RefuseAsync(http, new Problem("not_allowed", "This token may only read.", Kind: ProblemKind.Forbidden), StatusCodes.Status403Forbidden);
            return;
        }

        var (slug, id) = (http.Request.RouteValues["shop"]?.ToString(), http.Request.RouteValues["shopId"]?.ToString());
        if (slug is null && id is null)
        {
            await next(http);
            return;
        }

        if (http.User.Identity?.IsAuthenticated != true)
        {
            await http.ChallengeAsync();
            return;
        }

        var shops = await directory.OfUserAsync(http.User.UserId, http.RequestAborted);
        var membership = shops.FirstOrDefault(mine => slug is not null
            ? mine.Shop.Slug == slug
            : Guid.TryParse(id, out var shopId) && mine.Shop.Id == shopId);
        if (membership is null)
        {
            await RefuseAsync(http, new Problem("unknown_shop", "There is no such shop.", Kind: ProblemKind.NotFound), StatusCodes.Status404NotFound);
            return;
        }

        // An endpoint inside a shop that says no permission is a mistake of ours, and closed.
        var needed = http.GetEndpoint()?.Metadata.GetMetadata<RequirePermissionAttribute>();
        if (needed is null || !membership.Role.Allows(needed.Permission))
        {
            await RefuseAsync(http, new Problem("not_allowed", "Your role in this shop does not allow this.", Kind: ProblemKind.Forbidden), StatusCodes.Status403Forbidden);
            return;
        }

        current.Enter(membership.Shop, new Actor(http.User.UserId, ApiErrors.WantsJson(http) ? Through.Api : Through.Page));
        http.Features.Set(membership);
        await next(http);
    }

    private static bool IsWriteWithReadOnlyToken(HttpContext http) =>
        http.User.HasClaim(TokenAuthentication.ReadOnlyClaim, "true") && !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);

    private static async Task RefuseAsync(HttpContext http, Problem problem, int status)
    {
        if (ApiErrors.WantsJson(http)) await problem.ToResult().ExecuteAsync(http);
        else http.Response.StatusCode = status;
    }
}
