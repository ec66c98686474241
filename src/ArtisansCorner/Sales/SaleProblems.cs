using ArtisansCorner.Platform.Problems;

namespace ArtisansCorner.Sales;

/// <summary>Refusals of a sale as its page says them.</summary>
public static class SaleProblems
{
    /// <summary>The same problems, beside the fields that the page has and without words that only programs use.</summary>
    public static IReadOnlyList<Problem> ForPage(IReadOnlyList<Problem> problems) => [.. problems.Select(problem => problem switch
    {
        { Code: "idempotency_key_reused" } => problem with { Message = "This was recorded already, and then changed. Open it in the list, or start a new one." },
        { Code: "line_without_product" } => problem with { Message = "What was sold?" },
        { Field: "SoldAt" } => problem with { Field = "Day" },
        _ => problem,
    })];
}
