using System.ComponentModel;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Customers;

/// <summary>The answer of <c>/insights/pairs</c>.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included.</param>
/// <param name="Items">The pairs.</param>
public sealed record PairsAnswer(DateOnly From, DateOnly To, IReadOnlyList<PairItem> Items);

/// <summary>What is learned about customers and from what they buy, for programs.</summary>
public static class CustomersApi
{
    private const int UsualDays = 365;
    private const int UsualPairs = 50;
    private const int MostPairs = 200;

    /// <summary>Routes inside a shop.</summary>
    public static void MapCustomersApi(this IEndpointRouteBuilder shop)
    {
        var insights = shop.MapGroup("/insights").RequirePermission(Permission.View).WithTags("Customers");
        insights.MapGet("/segments", SegmentsAsync).RememberUntilChanged().WithName("segments").WithSummary("Customers in groups, by how lately, how often and for how much they bought");
        insights.MapGet("/pairs", PairsAsync).RememberUntilChanged().WithName("pairs")
            .Produces<PairsAnswer>().ProducesProblem(StatusCodes.Status422UnprocessableEntity).WithSummary("Products that are bought together, by support, confidence and lift");
    }

    private static async Task<Ok<Segments>> SegmentsAsync(
        SegmentsQuery query, CancellationToken cancel, [Description("Sales up to this day are counted; today when it is not said")] DateOnly? asOf = null) =>
        TypedResults.Ok(await query.RunAsync(asOf, cancel));

    private static async Task<IResult> PairsAsync(
        CurrentShop shop, TimeProvider time, PairsQuery pairs, CancellationToken cancel,
        [Description("The first day; 364 days before the last when it is not said")] string? from = null, [Description("The last day, included; today when it is not said")] string? to = null,
        [Description("Only pairs with this product, seen from it")] Guid? product = null, [Description("support, confidence or lift")] EnumWord<PairOrder>? sort = null,
        [Description("How many, 1 to 200; 50 when it is not said")] int? limit = null)
    {
        var range = AskedDays.Read(from, to, shop.Facts.Zone.DayOf(time.GetUtcNow()), UsualDays);
        if (!range.Succeeded) return range.Problems.ToResult();
        if (limit is < 1 or > MostPairs) return new Problem("limit_out_of_reach", $"A limit lies between 1 and {MostPairs}.", "Limit").ToResult();
        var found = PairsQuery.Take(await pairs.FindAsync(range.Value, cancel), product, sort?.Value ?? PairOrder.Support, limit ?? UsualPairs);
        return TypedResults.Ok(new PairsAnswer(range.Value.From, range.Value.To, await pairs.NameAsync(found, cancel)));
    }
}
