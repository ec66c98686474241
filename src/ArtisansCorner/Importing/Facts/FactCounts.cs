using ArtisansCorner.Importing.Draft;

namespace ArtisansCorner.Importing.Facts;

/// <summary>Counts what a draft has beside sales and refunds.</summary>
internal static class FactCounts
{
    /// <summary>One count of each kind that it has; customers that are new are counted with what sales bring.</summary>
    public static IReadOnlyList<FactCount> Of(IEnumerable<IBringFacts> others, ImportDraft draft)
    {
        var known = draft.Customers.Count(customer => customer is { IsWanted: true, IsHere: true });
        var customers = known == 0 ? null : new FactCount("customer", "customers", 0, known);
        return [.. others.Select(other => other.Count(draft)).Prepend(customers).OfType<FactCount>()];
    }
}
