namespace ArtisansCorner.Sales;

/// <summary>What groups of customers are called on pages.</summary>
public static class CustomerGroupWords
{
    /// <summary>The name of a group.</summary>
    public static string Of(CustomerGroup group) => group switch
    {
        CustomerGroup.NeedsAttention => "Needs attention",
        CustomerGroup.AlmostLost => "Almost lost",
        CustomerGroup.AtRisk => "At risk",
        CustomerGroup.PreviouslyLoyal => "Previously loyal",
        _ => group.ToString(),
    };
}
