using System.Security.Claims;
using ArtisansCorner.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Shops;

/// <summary>Addresses about shops that are no pages.</summary>
public static class ShopsPages
{
    /// <summary>The front door: to one's first shop, else to signing in; and a part of the settings that is served alone.</summary>
    public static void MapShopsPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/{shop}/settings/clock", IResult (string shop) => new RazorComponentResult<ClockMoving>(new { Shop = shop })).RequirePermission(Permission.ManageShop).ExcludeFromDescription();
        app.MapGet("/", async (ClaimsPrincipal me, ShopDirectory directory, CancellationToken cancel) =>
        {
            if (me.Identity?.IsAuthenticated != true) return Results.Redirect("/sign-in");
            var shops = await directory.OfUserAsync(me.UserId, cancel);
            return Results.Redirect(shops.Count > 0 ? $"/{shops[0].Shop.Slug}" : "/register");
        }).ExcludeFromDescription();
    }
}
