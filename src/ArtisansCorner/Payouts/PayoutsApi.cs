using System.ComponentModel.DataAnnotations;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Payouts;

/// <summary>Payouts and what became of the money, for programs.</summary>
public static class PayoutsApi
{
    private const int UsualDays = 28;

    /// <summary>Routes under /api/v1/shops/{shopId}.</summary>
    public static void MapPayoutsApi(this IEndpointRouteBuilder shop)
    {
        var payouts = shop.MapGroup("/payouts").WithTags("Payouts");
        payouts.MapGet("", ListAsync).RequirePermission(Permission.View).WithName("listPayouts").WithSummary("Money that arrived from channels, latest first");
        payouts.MapGet("/reconciliation", ReconcileAsync).RequirePermission(Permission.View).WithName("reconcilePayouts").WithSummary("What became of what buyers paid, channel by channel, and what is not explained");
    }

    private static async Task<Results<Ok<Paged<PayoutItem>>, ProblemHttpResult>> ListAsync(
        PayoutListQuery payouts, CurrentShop shop, TimeProvider time, CancellationToken cancel, string? from = null, string? to = null, Cursor? cursor = null, [Range(1, 200)] int? limit = null)
    {
        if (from is null && to is null) return TypedResults.Ok(await payouts.RunAsync(null, cursor, limit ?? 50, cancel));
        var range = AskedDays.Read(from, to, shop.Facts.Zone.DayOf(time.GetUtcNow()), UsualDays);
        return range.Succeeded ? TypedResults.Ok(await payouts.RunAsync(range.Value, cursor, limit ?? 50, cancel)) : range.Problems.ToResult();
    }

    private static async Task<Results<Ok<Reconciled>, ProblemHttpResult>> ReconcileAsync(
        ReconciliationQuery query, CurrentShop shop, TimeProvider time, CancellationToken cancel, string? from = null, string? to = null, string? channel = null, long? balance = null)
    {
        var range = AskedDays.Read(from, to, shop.Facts.Zone.DayOf(time.GetUtcNow()), UsualDays);
        if (!range.Succeeded) return range.Problems.ToResult();
        if (balance is not null && string.IsNullOrWhiteSpace(channel)) return new Problem("channel_missing", "Say whose balance it is.", "Channel").ToResult();
        var channels = await query.RunAsync(new AskedReconciliation(range.Value, channel), cancel);
        return TypedResults.Ok(new Reconciled(range.Value.From, range.Value.To, shop.Facts.Currency.Code, balance is { } stated ? [.. channels.Select(one => one.Closing is null ? one : one.StatedAs(stated))] : channels));
    }
}

/// <summary>What became of the money in some days.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Currency">The currency of all amounts.</param>
/// <param name="Channels">Channel by channel.</param>
public sealed record Reconciled(DateOnly From, DateOnly To, string Currency, IReadOnlyList<Reconciliation> Channels);
