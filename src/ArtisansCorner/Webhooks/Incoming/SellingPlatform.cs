namespace ArtisansCorner.Webhooks.Incoming;

/// <summary>A platform that tells us of its orders; stored by number.</summary>
public enum SellingPlatform
{
    /// <summary>Shopify.</summary>
    Shopify = 1,

    /// <summary>Square.</summary>
    Square = 2,

    /// <summary>WooCommerce.</summary>
    Woocommerce = 3,
}

/// <summary>What platforms are called.</summary>
public static class PlatformNames
{
    /// <summary>The channel that its sales come from, as its name is written.</summary>
    public static string Of(SellingPlatform platform) => platform switch
    {
        SellingPlatform.Shopify => "Shopify",
        SellingPlatform.Square => "Square",
        _ => "WooCommerce",
    };
}
