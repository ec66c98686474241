namespace ArtisansCorner.Catalog;

/// <summary>How a product is offered.</summary>
public enum ProductStatus
{
    /// <summary>Made again and again, sold from the shelf.</summary>
    Active,

    /// <summary>Made when it is ordered: none on the shelf is as it should be.</summary>
    MadeToOrder,

    /// <summary>There is one of it.</summary>
    OneOfAKind,

    /// <summary>Offered no more; it stays on its past sales.</summary>
    Retired,
}
