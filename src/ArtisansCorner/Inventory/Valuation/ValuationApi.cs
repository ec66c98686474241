using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Inventory.Valuation;

/// <summary>What stock is and was worth, and the periods that are closed.</summary>
public static class ValuationApi
{
    private const int UsualDays = 365;

    /// <summary>Routes under a shop.</summary>
    public static void MapValuationApi(this IEndpointRouteBuilder shop)
    {
        var valuation = shop.MapGroup("").WithTags("Valuation");
        valuation.MapGet("/valuation", ValueAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("getValuation").WithSummary("What stock was worth at the end of a day");
        valuation.MapGet("/valuation/changes", ChangesAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("getValuationChanges").WithSummary("How the value of stock changed between two days, by reason");
        valuation.MapGet("/valuation.csv", CsvAsync).RequirePermission(Permission.View).Produces(StatusCodes.Status200OK, contentType: "text/csv").WithName("getValuationCsv").WithSummary("What stock was worth at the end of a day, as CSV");
        var periods = valuation.MapGroup("/closed-periods");
        periods.MapGet("", ListAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("listClosedPeriods").WithSummary("What was closed, the latest first");
        periods.MapPost("", CloseAsync).RequirePermission(Permission.ManageShop).WithName("closePeriod").WithSummary("Close stock through a day: nothing on or before it is written or valued again");
        periods.MapPost("/{id:guid}/reopen", ReopenAsync).RequirePermission(Permission.ManageShop).WithName("reopenPeriod").WithSummary("Open the last closed period again");
    }

    private static async Task<Ok<StockValue>> ValueAsync(ValuationQuery valuation, CurrentShop current, TimeProvider time, CancellationToken cancel, DateOnly? on = null, EnumWord<CostMethod>? method = null) =>
        TypedResults.Ok(await valuation.RunAsync(on ?? Today(current, time), method?.Value ?? CostMethod.Average, cancel));

    private static async Task<Results<Ok<StockValueChanges>, ProblemHttpResult>> ChangesAsync(
        ValuationQuery valuation, CurrentShop current, TimeProvider time, CancellationToken cancel, string? from = null, string? to = null)
    {
        var range = AskedDays.Read(from, to, Today(current, time), UsualDays);
        return range.Succeeded ? TypedResults.Ok(await valuation.ChangesAsync(range.Value.From, range.Value.To, cancel)) : range.Problems.ToResult();
    }

    /// <summary>The value of each thing as CSV.</summary>
    internal static async Task<IResult> CsvAsync(ValuationQuery valuation, CurrentShop current, TimeProvider time, CancellationToken cancel, DateOnly? on = null, EnumWord<CostMethod>? method = null)
    {
        var value = await valuation.RunAsync(on ?? Today(current, time), method?.Value ?? CostMethod.Average, cancel);
        return ValuationCsv.Download(current.Facts, value, cancel);
    }

    private static async Task<Ok<Paged<ClosedPeriodItem>>> ListAsync(ClosePeriod periods, CancellationToken cancel) =>
        TypedResults.Ok(new Paged<ClosedPeriodItem>([.. (await periods.ListAsync(cancel)).Select(ClosedPeriodItem.Of)], null));

    private static async Task<Results<Created<ClosedPeriodItem>, ProblemHttpResult>> CloseAsync(NewClosedPeriod input, ClosePeriod close, CancellationToken cancel)
    {
        var closed = await close.RunAsync(input.Through, cancel);
        if (!closed.Succeeded) return closed.Problems.ToResult();
        return TypedResults.Created((string?)null, ClosedPeriodItem.Of((await close.ListAsync(cancel)).First(period => period.Id == closed.Value)));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ReopenAsync(Guid id, ClosePeriod close, CancellationToken cancel)
    {
        var opened = await close.ReopenAsync(id, cancel);
        return opened.Succeeded ? TypedResults.NoContent() : opened.Problems.ToResult();
    }

    private static DateOnly Today(CurrentShop current, TimeProvider time) => current.Facts.Zone.DayOf(time.GetUtcNow());

    /// <summary>Through which day to close.</summary>
    public sealed record NewClosedPeriod(DateOnly Through);

    /// <summary>A closed period. The value is in minor units.</summary>
    public sealed record ClosedPeriodItem(Guid Id, DateOnly Through, long Value, DateTimeOffset ClosedAt, DateTimeOffset? ReopenedAt)
    {
        internal static ClosedPeriodItem Of(ClosedPeriod period) => new(period.Id, period.Through, period.Value, period.ClosedAt, period.ReopenedAt);
    }
}
