namespace ArtisansCorner.Inventory.Valuation;

/// <summary>How the cost of what leaves is told.</summary>
public enum CostMethod
{
    /// <summary>At the moving weighted average; the books are kept so.</summary>
    Average,

    /// <summary>First in, first out: a second look at the same movements.</summary>
    Fifo,
}

/// <summary>What stock was worth at the end of a day. Amounts are minor units.</summary>
/// <param name="On">The day.</param>
/// <param name="Method">How it was told.</param>
/// <param name="Products">What the pieces that are sold were worth.</param>
/// <param name="Materials">What the materials were worth.</param>
/// <param name="Items">Each thing of which there was any, products first, by name.</param>
public sealed record StockValue(DateOnly On, CostMethod Method, long Products, long Materials, IReadOnlyList<ItemValue> Items)
{
    /// <summary>All of it.</summary>
    public long Value => Products + Materials;
}

/// <summary>What there was of one thing and what it was worth. Amounts are minor units.</summary>
/// <param name="VariantId">The thing.</param>
/// <param name="ProductId">Its product.</param>
/// <param name="IsMaterial">Whether it is used up rather than sold.</param>
/// <param name="Sku">Its code.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Quantity">How many, or how much in the unit it is bought in.</param>
/// <param name="Unit">That unit.</param>
/// <param name="UnitCost">What one was worth, to four decimals; nothing where there was none.</param>
/// <param name="Value">What all of it was worth.</param>
public sealed record ItemValue(Guid VariantId, Guid ProductId, bool IsMaterial, string Sku, string Name, decimal Quantity, string? Unit, decimal? UnitCost, long Value);

/// <summary>How the value of stock changed from the beginning of one day to the end of another. Amounts are minor units; opening, all changes and − trued up make closing.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Opening">What it was worth before.</param>
/// <param name="Changes">What came and went, by reason, at cost.</param>
/// <param name="TrueUp">What pieces that had left before they came cost more, or less, than was thought.</param>
/// <param name="Closing">What it was worth after.</param>
public sealed record StockValueChanges(DateOnly From, DateOnly To, long Opening, IReadOnlyList<StockValueChange> Changes, long TrueUp, long Closing);

/// <summary>By how much one reason changed the value of stock.</summary>
public sealed record StockValueChange(StockReason Reason, long Value);
