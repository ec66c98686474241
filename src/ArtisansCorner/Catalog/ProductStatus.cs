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

    /// <summary>A kit, put together from other things when it is sold: it runs out when they do.</summary>
    Kit,
}

/// <summary>What the ways to offer a product mean for its stock.</summary>
public static class ProductStatuses
{
    extension(ProductStatus status)
    {
        /// <summary>Whether none on the shelf is as it should be.</summary>
        public bool NeedsNoStock => status is ProductStatus.MadeToOrder or ProductStatus.Kit;
    }
}
