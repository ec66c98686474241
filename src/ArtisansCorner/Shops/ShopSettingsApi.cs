using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Shops;

/// <summary>The shop itself: what it is called and how it counts.</summary>
public static class ShopSettingsApi
{
    /// <summary>Routes under a shop.</summary>
    public static void MapShopSettingsApi(this IEndpointRouteBuilder shop)
    {
        var settings = shop.MapGroup("/settings").WithTags("Shop");
        settings.MapGet("", FindAsync).RequirePermission(Permission.View).WithName("getShop").WithSummary("What the shop is called and how it counts; its ETag is needed to change it safely");
        settings.MapPut("", ChangeAsync).RequirePermission(Permission.ManageShop).WithName("changeShop").WithSummary("Change the shop; what is not said stays. Another time zone moves its sales to its days");
    }

    private static async Task<Ok<ShopAnswer>> FindAsync(AppDb db, CurrentShop current, HttpContext http, CancellationToken cancel)
    {
        var shop = await db.Shops.AsNoTracking().FirstAsync(row => row.Id == current.Id, cancel);
        var move = await db.ClockMoves.AsNoTracking().FirstOrDefaultAsync(cancel);
        EntityTag.Set(http, shop.Version);
        return TypedResults.Ok(new ShopAnswer(
            shop.Id, shop.Name, shop.Country, shop.Currency.Code, shop.TimeZone, shop.FirstDayOfWeek, shop.FiscalYearStartMonth, shop.DefaultThreshold,
            move is { FinishedAt: null } ? Math.Round((decimal)move.Share, 2) : null));
    }

    private static async Task<Results<Ok<ShopAnswer>, ProblemHttpResult>> ChangeAsync(
        ShopSettings input, ChangeShop change, AppDb db, CurrentShop current, HttpContext http, CancellationToken cancel)
    {
        var expected = EntityTag.Expected(http);
        if (expected.Problems.Count > 0) return expected.Problems.ToResult();
        var changed = await change.RunAsync(expected.Value, input, cancel);
        return changed.Succeeded ? await FindAsync(db, current, http, cancel) : changed.Problems.ToResult();
    }

    /// <summary>A shop.</summary>
    /// <param name="Id">Which.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Country">ISO 3166 code.</param>
    /// <param name="Currency">ISO 4217 code; it stays for ever.</param>
    /// <param name="TimeZone">IANA name.</param>
    /// <param name="FirstDayOfWeek">The day its weeks start on.</param>
    /// <param name="FiscalYearStartMonth">The month its fiscal year starts in.</param>
    /// <param name="DefaultThreshold">At or under how many pieces an item without its own level is low.</param>
    /// <param name="Moving">How much of its facts is moved to a new time zone, from 0 to 1; nothing when none is changed.</param>
    public sealed record ShopAnswer(
        Guid Id, string Name, string Country, string Currency, string TimeZone, DayOfWeek FirstDayOfWeek, int FiscalYearStartMonth, long DefaultThreshold, decimal? Moving);
}
