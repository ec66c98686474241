namespace ArtisansCorner.Analytics;

/// <summary>What figures can be held side by side by.</summary>
public enum Dimension
{
    /// <summary>Where it was sold.</summary>
    Channel,

    /// <summary>Where its pieces came from, such as a fair.</summary>
    Location,

    /// <summary>What was sold.</summary>
    Product,

    /// <summary>Which choice of it.</summary>
    Variant,

    /// <summary>Whose work it was.</summary>
    Maker,

    /// <summary>What kind of thing it was.</summary>
    Category,

    /// <summary>Under which word it is found; a piece with several is in the row of each.</summary>
    Tag,

    /// <summary>The buyer's country.</summary>
    Country,

    /// <summary>The buyer's state, county or province.</summary>
    Region,

    /// <summary>New or returning buyers.</summary>
    Buyers,

    /// <summary>The group that the customer is in today.</summary>
    Group,
}
