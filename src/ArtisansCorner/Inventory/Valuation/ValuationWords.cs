namespace ArtisansCorner.Inventory.Valuation;

/// <summary>Says what changed the value of stock.</summary>
public static class ValuationWords
{
    /// <summary>“Bought”, “Sold”.</summary>
    public static string Of(StockReason reason) => reason switch
    {
        StockReason.Received => "Bought",
        StockReason.Made => "Made",
        StockReason.Used => "Used",
        StockReason.Sold => "Sold",
        StockReason.Returned => "Came back",
        StockReason.Counted => "Counted",
        StockReason.Damaged => "Spoiled",
        StockReason.Gift => "Given away",
        _ => "Carried",
    };
}
