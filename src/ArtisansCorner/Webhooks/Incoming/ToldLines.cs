using ArtisansCorner.Platform.Values;
using ArtisansCorner.Sales;

namespace ArtisansCorner.Webhooks.Incoming;

/// <summary>Lines, buyers and amounts of platforms in our terms.</summary>
internal static class ToldLines
{
    private const int LongestTitle = 300;

    /// <summary>A line of which the whole sum before discounts is known: the price of one is rounded up, and the discount takes what that is too much.</summary>
    public static NewSaleLine Of(string? sku, string? title, long quantity, long gross, long discount)
    {
        var price = (gross + quantity - 1) / quantity;
        return new NewSaleLine(sku, Title: (title ?? sku ?? "Item").UpTo(LongestTitle), Quantity: quantity, UnitPrice: price, Discount: Math.Max(0, discount) + price * quantity - gross);
    }

    /// <summary>A buyer, cut to what a sale takes; nothing where nobody is named that could be known again.</summary>
    public static NewCustomer? BuyerOf(string? email, string? name, Payload address, string country, string region, string? externalId)
    {
        var known = email is { Length: <= 320 } && email.Contains('@', StringComparison.Ordinal) ? email : null;
        if (known is null && externalId is null) return null;
        return new NewCustomer(known, name, address.Text(country, 100), address.Text(region, 100), address.Text("city", 100), address.Text("postcode", 20) ?? address.Text("zip", 20), externalId);
    }
}
